import { formatQuantity, parseRatio } from "../../core/index.js";
import { lengthened } from "../pages/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { adjusted, NEED, readAmount } from "./amounts.js";
import { isSoundRow, UnsoundRow } from "./bulk-check.js";
import { asPart, BULK_ROWS, inChunks, type Steps } from "./chunks.js";
import { type Context, firstOfId } from "./context.js";
import {
  type ForecastRow,
  forecastOfPoints,
  NO_FORECAST,
  type PlannedForecast,
} from "./forecast-consumption.js";
import { IssueList, show } from "./issues.js";
import type { Path } from "./path.js";
import { type Place, RowColumns, readPlace } from "./placed-rows.js";
import { PlainDemands } from "./plain-demands.js";
import { noPriorities } from "./priorities.js";
import {
  type Attributes,
  type DemandRows,
  NONE,
  type Parameters,
  type PlacedRows,
} from "./problem.js";
import { readQuantityLeft } from "./quantity-left.js";
import { readDay, readDayOr } from "./read-day.js";
import { UniqueIds } from "./unique-ids.js";

type DemandRow = PlanningRow<"demands">;

/** Demands, and what was read beside them. */
export interface ReadDemands extends DemandRows {
  /** The last day that one of them covers. */
  readonly lastDay: number;
  /** Where forecasts were dropped: they name their stocking points all the same. */
  readonly dropped: readonly Place[];
}

/**
 * T4, N1, D1: independent demand, some thousand rows at a time; past forecast is dropped, orders consume
 * what is not past.
 *
 * @param areChecked - whether rows were checked already, so that those that are not sound were told
 * @throws UnsoundRow when one is not sound and they were not checked
 */
export function* demandSteps(
  context: Context,
  parametersAt: (item: number, site: number) => Parameters,
  areChecked: boolean,
): Steps<ReadDemands> {
  const { issues, startDay } = context;
  const given = context.input.demands ?? [];
  const rows = new RowColumns(given.length);
  const places = new Int32Array(given.length);
  const attributes = new Map<number, Attributes>();
  const customer = new Map<number, string>();
  let priority: Float64Array | undefined;
  const dropped: Place[] = [];
  const forecasts: ForecastRow[] = [];
  /** What of an order consumes, where it is not what is left of it. */
  const consuming = new Map<number, number>();
  const ids = new UniqueIds((r) => given[r]!.id);
  const plain = new PlainDemands(context, given.length);
  let lastDay = startDay;
  yield 0;

  function readRows(from: number, end: number): void {
    plain.read(given, from, end);
    let first = from;
    for (let r = from; r < end; r++) {
      if (plain.item[r - from] !== NONE && ids.add(given[r]!.id)) continue;
      addPlain(from, first, r);
      first = r + 1;
      if (!areChecked && !isSoundRow("demands", given[r])) throw new UnsoundRow();
      readRow(given[r]!, r);
    }
    addPlain(from, first, end);
  }

  /** Adds rows of a chunk that stand together, all of them plain. */
  function addPlain(chunk: number, from: number, end: number): void {
    for (let r = from, n = rows.count; r < end; r++) places[n++] = r;
    rows.addAll(plain, from - chunk, end - chunk);
  }

  function readRow(row: DemandRow, r: number): void {
    const path = ["demands", r];
    const isFirst = firstOfId(context, ids, row.id, path, "demand");
    const place = readPlace(context, row, path);
    const due = readDay(row.due, path, issues, "due");
    const until = readDayOr(row.until, due, path, issues, "until");
    if (row.until !== undefined) checkUntil(context, row, until < due, path);
    lastDay = Math.max(lastDay, due, until);
    if (place === undefined || !isFirst) return;
    const left = readQuantityLeft(context, place.item, row, "shipped", path);
    const consumption =
      row.consumption === undefined ? undefined : readConsumption(context, place.item, row, path);
    const isForecast = row.kind === "forecast";
    if (isForecast && until < startDay - context.conventions.pastForecastDays) {
      const item = context.items[place.item]!;
      adjusted(context, item, path, "forecastDropped", formatQuantity(left, item.decimals), "0");
      dropped.push(place);
      return;
    }
    const n = rows.count;
    const isWhole = row.shipped === undefined;
    const whole = isWhole ? left : wholeQuantity(context, place.item, row, path);
    if (isForecast) {
      const forecast = { row: n, given: r, from: due, until, shipped: whole - left };
      forecasts.push(consumption === undefined ? forecast : { ...forecast, consumption });
    } else consuming.set(n, consumption ?? whole);
    rows.add(place, isForecast ? Math.max(due, startDay) : due, left);
    places[n] = r;
    if (row.attributes !== undefined) attributes.set(n, row.attributes);
    if (row.customer !== undefined) customer.set(n, row.customer);
    if (row.priority === undefined) return;
    priority ??= noPriorities(given.length);
    priority[n] = row.priority;
  }

  yield* asPart(0, 0.6, inChunks(given.length, BULK_ROWS, readRows));
  lastDay = Math.max(lastDay, plain.lastDay);
  const columns = { priority: priority?.subarray(0, rows.count), ...rows.columns() };
  const idOf = (row: number): string => given[places[row]!]!.id;
  // What is refused is not planned, so nothing of it need be consumed.
  const isSound = issues.found.length === 0;
  const consumed = () =>
    forecastOfPoints(context, { id: idOf, ...columns }, forecasts, consuming, parametersAt);
  const planned = isSound ? yield* asPart(0.6, 0.9, consumed()) : NO_FORECAST;
  const { rowOf, ...demands } = yield* asPart(0.9, 1, withForecast(columns, planned));
  return {
    lastDay,
    dropped,
    id: (row) => idOf(rowOf(row)),
    placeInInput: (row) => places[row]!,
    attributes: (row) => attributes.get(rowOf(row)),
    customer: (row) => customer.get(rowOf(row)),
    ...demands,
  };
}

/** Days of forecast between two rests: a few milliseconds' work. */
const DAYS_A_REST = 262_144;

/** The rows with what is left of forecast in place of its rows, further days of one behind the rest. */
function* withForecast(
  rows: PlacedRows & Pick<DemandRows, "priority">,
  { days, left, consumptions }: PlannedForecast,
): Steps<
  Pick<ReadDemands, "given" | "rowAt" | "placeOf" | "isForecast" | "forecast" | "consumptions"> & {
    readonly rowOf: (row: number) => number;
  } & PlacedRows &
    Pick<DemandRows, "priority">
> {
  const { count: given } = rows;
  // The days of a forecast stand together, its first one in its own row.
  const isFurther = (n: number): boolean => n > 0 && days.forecast[n] === days.forecast[n - 1];
  let count = given;
  for (let n = 0; n < days.count; n++) if (isFurther(n)) count++;
  const columns = {
    item: lengthened(rows.item, count),
    site: lengthened(rows.site, count),
    segment: lengthened(rows.segment, count),
    day: lengthened(rows.day, count),
    quantity: lengthened(rows.quantity, count),
    priority: rows.priority === undefined ? undefined : lengthened(rows.priority, count),
  };
  const { item, site, segment, day, quantity, priority } = columns;
  for (const forecast of left.keys()) quantity[forecast] = 0;
  const rowOf = new Int32Array(count - given);
  let next = given;
  yield* inChunks(days.count, DAYS_A_REST, (from, end) => {
    for (let n = from; n < end; n++) {
      const forecast = days.forecast[n]!;
      const row = isFurther(n) ? next++ : forecast;
      if (row >= given) {
        rowOf[row - given] = forecast;
        item[row] = item[forecast]!;
        site[row] = site[forecast]!;
        segment[row] = segment[forecast]!;
        if (priority !== undefined) priority[row] = priority[forecast]!;
      }
      day[row] = days.day[n]!;
      quantity[row] = days.quantity[n]!;
    }
  });
  return {
    count,
    given,
    rowAt: (place) => place,
    placeOf: (row) => (row < given ? row : rowOf[row - given]!),
    isForecast: (row) => row >= given || left.has(row),
    rowOf: (row) => (row < given ? row : rowOf[row - given]!),
    forecast: (row) => left.get(row),
    consumptions,
    ...columns,
  };
}

/** D1: an order consumes with what was ordered, and a cap is a share of the whole row, also what is shipped. */
function wholeQuantity(context: Context, item: number, row: DemandRow, path: Path): number {
  const { shipped: _, ...whole } = row;
  const silent = { ...context, issues: new IssueList(), messages: [] };
  return readQuantityLeft(silent, item, whole, "shipped", path);
}

/** K72: the most of a row that takes part in consumption, which is no more than there is of it. */
function readConsumption(context: Context, item: number, row: DemandRow, path: Path): number {
  const { consumption = 0, quantity, unit } = row;
  const at = [...path, "consumption"];
  const [part, all] = [parseRatio(consumption), parseRatio(quantity)];
  if (part !== undefined && all !== undefined && part.num * all.den > all.num * part.den) {
    const message = `The consumption (${show(consumption)}) of demand ${show(row.id)} must be at most its quantity (${show(quantity)}).`;
    context.issues.add("outOfRange", at, message, { value: consumption });
    return 0;
  }
  const options = unit === undefined ? NEED : { ...NEED, unit, unitPath: [...path, "unit"] };
  return readAmount(context, context.items[item]!, consumption, at, options);
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
