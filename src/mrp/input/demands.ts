import { formatQuantity } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { adjusted } from "./amounts.js";
import { type Context, firstOfId } from "./context.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import { type Place, RowColumns, readPlace } from "./placed-rows.js";
import type { Attributes, DemandRows, PlacedRows } from "./problem.js";
import { readQuantityLeft } from "./quantity-left.js";
import { readDay, readDayOr } from "./read-day.js";
import { UniqueIds } from "./unique-ids.js";

type DemandRow = NonNullable<PlanningInput["demands"]>[number];

/** Demands, and what was read beside them. */
export interface ReadDemands extends DemandRows {
  /** The last day that one of them covers. */
  readonly lastDay: number;
  /** Where forecasts were dropped: they name their stocking points all the same. */
  readonly dropped: readonly Place[];
}

/** T4, N1: independent demand; past forecast is dropped, and one beside orders is refused. */
export function readDemands(
  context: Context,
  consumesForecast: (item: number, site: number) => boolean,
): ReadDemands {
  const { issues, startDay } = context;
  const given = context.input.demands ?? [];
  const rows = new RowColumns(given.length);
  const id: string[] = [];
  const attributes = new Map<number, Attributes>();
  const customer = new Map<number, string>();
  const priority = new Float64Array(given.length).fill(Number.POSITIVE_INFINITY);
  const dropped: Place[] = [];
  /** Row of the columns → row of the input, of each forecast. */
  const forecasts = new Map<number, number>();
  /** Rows of the columns that may be forecasts: their kind has a wrong form. */
  const unsure = new Set<number>();
  const ids = new UniqueIds();
  let lastDay = startDay;
  for (const [r, row] of given.entries()) {
    const path = ["demands", r];
    const isFirst = firstOfId(context, ids, row.id, path, "demand");
    const place = readPlace(context, row, path);
    const due = readDay(row.due, path, issues, "due");
    const until = readDayOr(row.until, due, path, issues, "until");
    if (row.until !== undefined) checkUntil(context, row, until < due, path);
    lastDay = Math.max(lastDay, due, until);
    if (place === undefined || !isFirst) continue;
    const left = readQuantityLeft(context, place.item, row, "shipped", path);
    const isForecast = row.kind === "forecast";
    if (isForecast && until < startDay - context.conventions.pastForecastDays) {
      const item = context.items[place.item]!;
      adjusted(context, item, path, "forecastDropped", formatQuantity(left, item.decimals), "0");
      dropped.push(place);
      continue;
    }
    const n = rows.count;
    if (isForecast) forecasts.set(n, r);
    if (issues.found.length > 0 && issues.isInDoubt([...path, "kind"])) unsure.add(n);
    rows.add(place, isForecast ? Math.max(due, startDay) : due, left);
    id.push(row.id);
    if (row.attributes !== undefined) attributes.set(n, row.attributes);
    if (row.customer !== undefined) customer.set(n, row.customer);
    if (row.priority !== undefined) priority[n] = row.priority;
  }
  const columns = rows.columns();
  const isOrder = (row: number): boolean => !forecasts.has(row) && !unsure.has(row);
  refuseConsumption(context, columns, forecasts, isOrder, consumesForecast);
  return {
    ...columns,
    lastDay,
    dropped,
    id: (row) => id[row]!,
    attributes: (row) => attributes.get(row),
    customer: (row) => customer.get(row),
    priority: priority.subarray(0, columns.count),
  };
}

/** A forecast that orders of its stocking point would consume (D1) is not planned with. */
function refuseConsumption(
  context: Context,
  { item, site, segment, count }: PlacedRows,
  forecasts: ReadonlyMap<number, number>,
  isOrder: (row: number) => boolean,
  consumesForecast: (item: number, site: number) => boolean,
): void {
  if (forecasts.size === 0 || forecasts.size === count) return;
  const keyOf = (row: number): string => JSON.stringify([item[row], site[row], segment[row]]);
  const ordered = new Set<string>();
  for (let row = 0; row < count; row++) {
    if (isOrder(row)) ordered.add(keyOf(row));
  }
  for (const [row, r] of forecasts) {
    if (!ordered.has(keyOf(row)) || !consumesForecast(item[row]!, site[row]!)) continue;
    const { id } = context.input.demands![r]!;
    const message = `The forecast ${show(id)} stands beside orders of its item. Orders that consume forecast are not supported in this version: leave one of them out, or set forecast.consume of the item to "none" so that both count.`;
    context.issues.add("notSupported", ["demands", r, "kind"], message);
  }
}

function checkUntil(context: Context, row: DemandRow, liesBeforeDue: boolean, path: Path): void {
  const at = [...path, "until"];
  const what = `The until (${show(row.until)}) of demand ${show(row.id)}`;
  // A kind that is misspelt may well have meant a forecast.
  if (row.kind !== "forecast" && !context.issues.isInDoubt([...path, "kind"])) {
    const message = `${what} belongs to a forecast. Leave it out, or set kind to "forecast".`;
    context.issues.add("contradiction", at, message);
  } else if (liesBeforeDue) {
    const message = `${what} must not lie before its due (${show(row.due)}).`;
    context.issues.add("contradiction", at, message);
  }
}
