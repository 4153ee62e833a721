import { type Calendar, type Day, PlanningInputError, parseDay } from "../../core/index.js";
import type { Routing, WorkCenter } from "../../routing/index.js";
import { NONE, type Source, type Tool } from "../input/problem.js";
import { type OpenProduction, openProduction } from "./open-production.js";
import { sourceOfRow } from "./order-days.js";
import { orderIndexOf } from "./order-index.js";
import type { PlannedOrder } from "./order-list.js";
import type { Plan } from "./plan.js";
import { type PlanState, stateOf } from "./plan-state.js";
import type { PlannedSupply } from "./supply-list.js";

/** What capacity planning asks a plan: centres, routings, calendars, and which order takes which way. */
export interface CapacityModel {
  readonly startDay: Day;
  readonly horizonEndDay: Day;
  /** Monday is 0. */
  readonly weekStart: number;
  readonly workCenters: readonly WorkCenter[];
  readonly tools: readonly Tool[];
  readonly routings: readonly Routing[];
  /** @param site - its id */
  calendarOf(site: string): Calendar;
  /** Working days of the site before `due` (T7). */
  receivingTime(item: string, site: string): number;
  /** K52; `undefined` for what is not made, or has no routing. */
  routingOfOrder(order: PlannedOrder): Routing | undefined;
  /** `undefined` for a supply that is not of kind production, or has no routing. */
  routingOfSupply(supply: PlannedSupply): Routing | undefined;
  /** `undefined` for a supply that is not of kind production. */
  production(supply: PlannedSupply): OpenProduction | undefined;
}

const models = new WeakMap<PlanState, CapacityModel>();

/**
 * What capacity planning asks a plan, made once for each plan.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @throws PlanningInputError when it is no plan
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] }],
 *   items: [{ id: "leg" }],
 *   sources: [{ item: "leg", kind: "make", routing: "legs" }],
 *   routings: [{ id: "legs", item: "leg", operations: [{ id: "10", workCenter: "saw", run: 0.25 }] }],
 *   demands: [{ id: "d1", item: "leg", quantity: 40, due: "2026-01-16" }],
 * });
 * const model = capacityModel(plan);
 * model.routingOfOrder(plan.orders.at(0)!)?.id; // => "legs"
 * ```
 */
export function capacityModel(plan: Plan): CapacityModel {
  const state = stateOf(plan);
  let model = models.get(state);
  if (model === undefined) {
    model = makeModel(state);
    models.set(state, model);
  }
  return model;
}

function makeModel(state: PlanState): CapacityModel {
  const { problem, startDay } = state.model;
  const siteOf = new Map(problem.sites.map(({ id }, site) => [id, site]));
  let supplies: ReadonlyMap<string, SupplyPlace> | undefined;
  const production = ({ id }: PlannedSupply): OpenProduction | undefined => {
    supplies ??= productionPlaces(state);
    const place = supplies.get(id);
    return place === undefined ? undefined : openProduction(state, place.point, place.row);
  };
  return {
    startDay,
    horizonEndDay: problem.horizonEnd,
    weekStart: problem.conventions.weekStart,
    workCenters: problem.workCenters,
    tools: problem.tools,
    routings: problem.routings.map(({ routing }) => routing),
    calendarOf: (site) => problem.sites[known("site", siteOf, site)]!.calendar,
    receivingTime: (item, site) =>
      problem.parameters(known("item", problem.itemOf, item), known("site", siteOf, site))
        .receivingTime,
    routingOfOrder: orderRoutings(state, siteOf),
    routingOfSupply: (supply) => production(supply)?.routing,
    production,
  };
}

function known(kind: string, numbers: ReadonlyMap<string, number>, id: string): number {
  const number = numbers.get(id);
  if (number !== undefined) return number;
  const message = `The plan has no ${kind} ${JSON.stringify(id)}. Name one that it has.`;
  throw new PlanningInputError([{ code: "unknownId", path: [kind], message, id }]);
}

/** K52: the routing of an order is what its source names, else what is valid when it starts. */
function orderRoutings(
  state: PlanState,
  siteOf: ReadonlyMap<string, number>,
): (order: PlannedOrder) => Routing | undefined {
  const { problem, routings, startDay } = state.model;
  const naming = problem.sources.filter(({ routing }) => routing !== NONE);
  const byId = new Map(naming.map((source) => [source.id, source]));
  const placeOf = (item: number, site: number): number => item * problem.sites.length + site;
  // Only where a source without an id names one, the order is looked up.
  const nameless = new Set(
    naming.filter(({ id }) => id === undefined).map(({ item, site }) => placeOf(item, site)),
  );
  const sourceOf = ({ id, source }: PlannedOrder, place: number): Source | undefined => {
    if (source !== null) return byId.get(source);
    if (!nameless.has(place)) return undefined;
    const found = orderIndexOf(state).find(id);
    return found === undefined ? undefined : sourceOfRow(state, found.point, found.row).row;
  };
  return (order) => {
    if (order.kind !== "make" || problem.routings.length === 0) return undefined;
    const item = problem.itemOf.get(order.item)!;
    const site = siteOf.get(order.site)!;
    const start = Math.max(startDay, parseDay(order.start)!);
    return routings.at(item, site, sourceOf(order, placeOf(item, site)), start)?.routing;
  };
}

interface SupplyPlace {
  readonly point: number;
  readonly row: number;
}

/** Where the open production orders of a plan stand, by their id. */
function productionPlaces({ model }: PlanState): ReadonlyMap<string, SupplyPlace> {
  const { points, problem } = model;
  const places = new Map<string, SupplyPlace>();
  for (let point = 0; point < points.count; point++) {
    const { standing, waiting } = model.detail(point);
    for (const { row } of [...standing, ...waiting]) {
      if (problem.supplies.kind(row) !== "production") continue;
      places.set(problem.supplies.id(row), { point, row });
    }
  }
  return places;
}
