import { formatQuantity } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { adjusted } from "./amounts.js";
import { type Context, firstOfId } from "./context.js";
import { type Path, show } from "./issues.js";
import { RowColumns, readPlace } from "./placed-rows.js";
import type { Attributes, DemandRows, PlacedRows } from "./problem.js";
import { readQuantityLeft } from "./quantity-left.js";
import { readDay, readDayOr } from "./read-day.js";

type DemandRow = NonNullable<PlanningInput["demands"]>[number];

/** Demands, and the last day that one of them covers. */
export interface ReadDemands extends DemandRows {
  readonly lastDay: number;
}

/** T4, N1: independent demand; past forecast is dropped, and one beside orders is refused. */
export function readDemands(
  context: Context,
  consumesForecast: (item: number, site: number) => boolean,
): ReadDemands {
  const { issues, startDay } = context;
  const rows = new RowColumns();
  const id: string[] = [];
  const attributes: (Attributes | undefined)[] = [];
  const customer: (string | undefined)[] = [];
  const priority: number[] = [];
  /** Row of the columns → row of the input, of each forecast. */
  const forecasts = new Map<number, number>();
  const seen = new Set<string>();
  let lastDay = startDay;
  for (const [r, row] of (context.input.demands ?? []).entries()) {
    const path = ["demands", r];
    const isFirst = firstOfId(context, seen, row.id, [...path, "id"], "demand");
    const place = readPlace(context, row, "demands", r);
    const due = readDay(row.due, [...path, "due"], issues);
    const until = readDayOr(row.until, due, [...path, "until"], issues);
    if (row.until !== undefined) checkUntil(context, row, until < due, path);
    lastDay = Math.max(lastDay, due, until);
    if (place === undefined || !isFirst) continue;
    const done = { field: "shipped", quantity: row.shipped, kind: "need" } as const;
    const left = readQuantityLeft(context, place.item, row, done, path);
    const isForecast = row.kind === "forecast";
    if (isForecast && until < startDay - context.conventions.pastForecastDays) {
      const item = context.items[place.item]!;
      adjusted(context, item, path, "forecastDropped", formatQuantity(left, item.decimals), "0");
      continue;
    }
    if (isForecast) forecasts.set(id.length, r);
    rows.add(place, isForecast ? Math.max(due, startDay) : due, left);
    id.push(row.id);
    attributes.push(row.attributes);
    customer.push(row.customer);
    priority.push(row.priority ?? Number.POSITIVE_INFINITY);
  }
  const columns = rows.columns();
  refuseConsumption(context, columns, forecasts, consumesForecast);
  return {
    ...columns,
    lastDay,
    id: (row) => id[row]!,
    attributes: (row) => attributes[row],
    customer: (row) => customer[row],
    priority: Float64Array.from(priority),
  };
}

/** A forecast that orders of its stocking point would consume (D1) is not planned with. */
function refuseConsumption(
  context: Context,
  { item, site, segment, count }: PlacedRows,
  forecasts: ReadonlyMap<number, number>,
  consumesForecast: (item: number, site: number) => boolean,
): void {
  if (forecasts.size === 0 || forecasts.size === count) return;
  const keyOf = (row: number): string => JSON.stringify([item[row], site[row], segment[row]]);
  const ordered = new Set<string>();
  for (let row = 0; row < count; row++) {
    if (!forecasts.has(row)) ordered.add(keyOf(row));
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
