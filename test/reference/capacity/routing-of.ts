/** Which routing an order has (K52, B8): the one its source names, else by date. */
import type { Day } from "../calendar.js";
import { readDay } from "../calendar.js";
import type { Problem } from "../problem.js";
import { siteOf } from "../problem.js";
import type { RoutingRow } from "./rows.js";

const first = ({ validFrom }: RoutingRow) =>
  validFrom === undefined ? -Infinity : readDay(validFrom);
const end = ({ validTo }: RoutingRow) => (validTo === undefined ? Infinity : readDay(validTo));

/** Of the routings that no source names, the one valid on the day that is valid since latest. */
function routingOn(problem: Problem, item: string, site: string, day: Day): RoutingRow | undefined {
  const { routings = [], sources = [] } = problem.input;
  const named = new Set(sources.map(({ routing }) => routing));
  return routings
    .filter((row) => row.item === item && siteOf(problem, row) === site && !named.has(row.id))
    .filter((row) => first(row) <= day && day < end(row))
    .sort((a, b) => first(a) - first(b))
    .at(-1);
}

/** `named` is the routing that the source names, if it names one. */
export function routingOf(
  problem: Problem,
  { item, site }: { item: string; site: string },
  named: string | undefined,
  day: Day,
): RoutingRow | undefined {
  return named === undefined
    ? routingOn(problem, item, site, day)
    : (problem.input.routings ?? []).find(({ id }) => id === named);
}
