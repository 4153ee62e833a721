import { compareText, firstWorkingDay } from "../../core/index.js";
import { NEVER, NONE, type Problem } from "../input/problem.js";
import { earliestArrivalOf } from "./arrival.js";
import { CoverRows, NO_COVER, NOT_ASKED } from "./cover-rows.js";
import { CoverTable } from "./cover-table.js";
import { coveringOf, type DetailRows } from "./covering.js";
import type { Model, OpenSupply, PointDetail } from "./model.js";
import type { PlacedInput } from "./place-rows.js";
import type { PointColumns } from "./point-columns.js";
import { floorSteps, floorThatEnds } from "./point-floor.js";
import { pointParameters } from "./point-parameters.js";

/** Details on a page: few are asked for where most points are plain. */
const BITS = 6;
const MASK = (1 << BITS) - 1;

/** What general netting and views ask of a stocking point, worked out when it is first asked for. */
export function pointDetails(
  rows: DetailRows,
  placed: Pick<PlacedInput, "lots" | "booked" | "supplies">,
): Pick<Model, "detail" | "coverRows"> {
  const pages: (PointDetail | undefined)[][] = [];
  const covers = new CoverTable();
  const detailOf = (point: number): PointDetail => {
    pages[point >> BITS] ??= new Array<PointDetail | undefined>(1 << BITS).fill(undefined);
    const page = pages[point >> BITS]!;
    let detail = page[point & MASK];
    if (detail === undefined) {
      const { start, row } = placed.supplies();
      const supplies = Array.from(row.subarray(start[point]!, start[point + 1]!));
      detail = pointDetail(rows, { ...placed, supplies }, covers, point);
      page[point & MASK] = detail;
    }
    return detail;
  };
  return { detail: detailOf, coverRows: new CoverRows(rows.points.count, covers, detailOf) };
}

/**
 * What a stocking point is asked for, its open supplies given by their rows.
 *
 * @param covers - where it puts how it covers
 */
export function pointDetail(
  rows: DetailRows,
  placed: Pick<PlacedInput, "lots" | "booked"> & { readonly supplies: readonly number[] },
  covers: CoverTable,
  point: number,
): PointDetail {
  const { problem, points, columns, ended } = rows;
  const { startDay } = problem;
  const { calendar } = problem.sites[points.site[point]!]!;
  const parameters = pointParameters(problem, points, point);
  const sources = columns.sources.at(point);
  // N9 and buffers order at T0 alone, so no fence keeps them from it.
  const ordersAtStart = parameters.method === "reorderPoint" || parameters.method === "ddmrp";
  const fence = ordersAtStart ? 0 : parameters.planningTimeFence;
  const first = sources.find((source) => source.validFrom <= 0 && source.validTo > 0) ?? sources[0];
  const earliestArrival = first === undefined ? 0 : earliestArrivalOf(first, startDay) - startDay;
  const hasSegment = points.segment[point] !== NONE;
  const steps = floorSteps(problem, parameters, hasSegment, earliestArrival);
  const end = ended.get(point);
  const { standing, waiting, drawable } = openSupplies(problem, columns, placed.supplies, point);
  const detail: PointDetail = {
    parameters,
    calendar,
    lot: parameters.lot,
    floor: end === undefined ? steps : floorThatEnds(steps, end.lastsUntil),
    fenceEnd: fence === 0 ? 0 : firstWorkingDay(calendar, startDay + fence) - startDay,
    earliestArrival,
    standing,
    waiting,
    drawable,
    lots: (placed.lots.get(point) ?? []).sort((a, b) => a.day - b.day || a.expires - b.expires),
    booked: placed.booked.get(point) ?? 0,
    covers,
    coverRow: NOT_ASKED,
    addCover: () => {
      const covering = coveringOf(rows, point, detail);
      return covering === undefined ? NO_COVER : covers.add(covering);
    },
  };
  return detail;
}

/** The open supplies of a point: those that stand, and those that wait, in the order of N4. */
function openSupplies(
  { conventions, supplies, startDay }: Problem,
  columns: PointColumns,
  rows: readonly number[],
  point: number,
): Pick<PointDetail, "standing" | "waiting" | "drawable"> {
  const standing: OpenSupply[] = [];
  const waiting: OpenSupply[] = [];
  for (const row of rows) {
    const quantity = supplies.quantity[row]!;
    if (quantity === 0) continue;
    const expires = supplies.expires[row]!;
    const supply = {
      row,
      due: supplies.day[row]! - startDay,
      quantity,
      expires: expires === NEVER ? NEVER : expires - startDay,
      frozen: supplies.frozen[row] === 1,
      scheduled: supplies.detail.get(row)?.scheduled ?? false,
    };
    if (supply.frozen || columns.stands[point] === 1) standing.push(supply);
    else waiting.push(supply);
  }
  const inOrder = (a: OpenSupply, b: OpenSupply): number =>
    a.due - b.due || a.quantity - b.quantity || compareText(supplies.id(a.row), supplies.id(b.row));
  standing.sort(inOrder);
  waiting.sort(inOrder);
  const never = conventions.rescheduling === "never";
  const drawable = never ? waiting.filter(({ scheduled }) => scheduled) : waiting;
  return { standing, waiting, drawable };
}
