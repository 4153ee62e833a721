import {
  dayArgument,
  identifier,
  ONE,
  objectOf,
  optional,
  type Place,
  type Ratio,
  refuseMistakes,
  UNSOUND,
} from "../core/index.js";
import { anything } from "./exact-checks.js";
import { operationPlaces } from "./operation-order.js";
import { minutesFor, operationRates, sumOf } from "./operation-rates.js";
import { operationYields } from "./operation-yield.js";
import { type ReadOperation, readOperations } from "./read-operation.js";
import { type PlacelessOperation, resolveOperation } from "./resolve-operation.js";
import type { Operation, Routing, RoutingInput } from "./routing.js";
import type { RoutingLookups } from "./routing-lookups.js";

const routingOf = objectOf({
  id: identifier,
  item: identifier,
  site: optional(identifier),
  validFrom: optional(dayArgument),
  validTo: optional(dayArgument),
  operations: readOperations,
  attributes: anything,
});

/**
 * Compiles a routing: ids become work centres, times exact hours, and the operations an order.
 *
 * @param input - the row of the data contract
 * @param lookups - what its ids stand for
 * @returns the routing, for times, lead times and schedules
 * @throws PlanningInputError with every mistake of the row: unknown ids, an operation without work
 * centre or supplier or with both, negative times, a batch of 0, a split above the units of its work
 * centre, operations that wait for one another in a circle
 *
 * Source: K53.
 *
 * @example
 * ```ts
 * const shifts = [{ from: "06:00", until: "14:00" }];
 * const saw = makeWorkCenter({ id: "saw", shifts });
 * const routing = makeRouting(
 *   {
 *     id: "legs",
 *     item: "leg",
 *     operations: [
 *       { id: "10", workCenter: "saw", setup: 0.5, run: "1/60", yield: 0.9 },
 *       { id: "20", subcontract: { supplier: "Paint Ltd", leadTime: 3 } },
 *     ],
 *   },
 *   { workCenter: (id) => (id === "saw" ? saw : undefined) },
 * );
 * routing.operations.map(({ inflow }) => inflow); // => [{ num: 1n, den: 1n }, { num: 9n, den: 10n }]
 * ```
 */
export function makeRouting(input: RoutingInput, lookups: RoutingLookups): Routing {
  const issues: Place["issues"] = [];
  const routing = readRouting(input, lookups, { path: [], issues });
  refuseMistakes(issues);
  return routing;
}

/** A routing, as a part of an argument. */
export function readRouting(value: unknown, lookups: RoutingLookups, place: Place): Routing {
  const own: Place = { path: place.path, issues: [] };
  const read = routingOf(value, own);
  const at = { path: [...own.path, "operations"], issues: own.issues };
  const rows: readonly (ReadOperation | undefined)[] = read?.operations ?? [];
  const operations = rows.map((row, n) => {
    const path = [...at.path, n];
    return row === undefined ? UNSOUND : resolveOperation(row, lookups, { ...at, path });
  });
  const places = operationPlaces(rows, at);
  const yields = places === undefined ? undefined : operationYields(rows, places, at);
  place.issues.push(...own.issues);
  if (own.issues.length > 0 || places === undefined || yields === undefined) return UNSOUND;
  const { id, item, site } = read;
  return {
    id,
    item,
    site,
    operations: operations.map((row, n) => placed(row, places.before[n]!, yields.inflows[n]!)),
    order: places.order,
    yield: yields.product,
  };
}

/** An operation among the others of its routing. */
function placed(row: PlacelessOperation, before: readonly number[], inflow: Ratio): Operation {
  const alternates = row.alternates.map((other) => ({
    ...other,
    rates: operationRates({ ...row, inflow, setup: other.setup, run: other.run }),
  }));
  const rates = operationRates({ ...row, inflow });
  const queueMinutes = minutesFor(row.queue, ONE);
  const waitMoveMinutes = minutesFor(sumOf(row.wait, row.move), ONE);
  return { ...row, before, inflow, rates, queueMinutes, waitMoveMinutes, alternates };
}
