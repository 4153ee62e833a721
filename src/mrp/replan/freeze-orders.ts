import {
  type Decimal,
  FIRST_DAY,
  formatDay,
  isPlainObject,
  PlanningInputError,
  parseDay,
} from "../../core/index.js";
import { show } from "../input/issues.js";
import { withOwnFields } from "../input/own-fields.js";
import { readOptions } from "../plan/options.js";
import { type OrderPlace, orderIndexOf } from "../plan/order-index.js";
import { type PlannedOrder, plannedOrder } from "../plan/order-list.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { type SupplyRow, supplyRowsOf } from "./carry-out-supplies.js";
import { placesOf } from "./compare-order-rows.js";
import { frozenIdsOf } from "./frozen-ids.js";
import { readSafely } from "./read-safely.js";

/** Which orders are frozen, and where. */
export interface FreezeOptions {
  /** Calendar days from the planning start: what starts within [T0, T0 + days) or before. */
  readonly days?: number | undefined;
  /** Instead of `days`: the last day on which a frozen order starts. */
  readonly until?: string | undefined;
  /** Whether the start of an order decides (`"start"`), or the day on which it is due. */
  readonly by?: "start" | "due" | undefined;
  /** Only orders of these items; all when left out. */
  readonly items?: readonly string[] | undefined;
  /** The input into which they are frozen; that of the plan when left out. */
  readonly input?: PlanningInput | undefined;
}

/** The kind of open supply that an order of each kind becomes. */
const KIND_OF_SUPPLY = {
  make: "production",
  buy: "purchase",
  transfer: "transfer",
  subcontract: "subcontract",
} as const satisfies Record<PlannedOrder["kind"], SupplyRow["kind"]>;

/**
 * Freezes planned orders: those that start within some days become firm planned orders that nothing
 * proposes to move, so that the next plan leaves the near future as people know it. What is needed
 * beyond them is planned as ever.
 *
 * An order that comes later than wanted (`daysLate`) becomes a firm one whose dates are decided
 * (`scheduled`, K57): it keeps its days, and counts for the first need that draws it (N4), so that nothing
 * is planned twice for that. Nothing moves it in, but it may be deferred or cancelled where no need draws it;
 * what comes with it comes on its own day. A purchase that is frozen counts as ordered, also where it had to
 * be ordered before the planning start. A horizon that the input does not state reaches to all frozen orders.
 *
 * A frozen order has the id of the planned one, but that numbers of orders which were frozen before it
 * are passed over: beside the supply `["wheel",…,0]` the first planned order of that name is frozen as
 * `["wheel",…,1]`. By that `comparePlans` knows it again, and what the input has already is not frozen a
 * second time. It starts what its good quantity asks for (Q3), which is less than the planned order
 * started where that had to start more than was good.
 *
 * An order over a lane from stock alone (`onlyFromStock`) is a firm transfer once it is frozen, which needs its
 * item where it is shipped: where other lanes lead the other way, the input is refused as a loop (K44). Then
 * leave its item out, by `items`.
 *
 * @param plan - the plan whose orders people work by
 * @param options - `days` or `until`, by start or due day, of which items, into which input
 * @returns the changed input: what was given with one more supply for each order that is frozen now.
 * Where supplies were given as columns they are rows now, with their numbers as ids: plan it with the
 * other columns
 * @throws PlanningInputError when the options are not of this form
 *
 * Source: Blackburn, Kropp and Millen, A comparison of strategies to dampen nervousness in MRP systems,
 * Management Science 32 (1986), 413 – 429: freezing the schedule within the planning horizon.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel", leadTime: 3 }],
 *   demands: [
 *     { id: "d1", item: "wheel", quantity: 4, due: "2026-01-09" },
 *     { id: "d2", item: "wheel", quantity: 5, due: "2026-01-20" },
 *   ],
 * });
 * const input = freezeOrders(plan, { days: 7 });
 * input.supplies?.map(({ quantity, due, frozen }) => ({ quantity, due, frozen }));
 * // => [{ quantity: "4", due: "2026-01-09", frozen: true }]
 * ```
 */
export function freezeOrders(plan: Plan, options: FreezeOptions): PlanningInput {
  const state = stateOf(plan);
  return readSafely({ options }, (read) =>
    frozenInput(state, readOptions(read.options, ["days", "until", "by", "items", "input"])),
  );
}

function frozenInput(state: PlanState, options: FreezeOptions): PlanningInput {
  const last = lastDayOf(state, options);
  const items = options.items === undefined ? undefined : new Set(options.items);
  const { itemOf } = state.model.problem;
  for (const [k, id] of (options.items ?? []).entries()) {
    if (itemOf.has(id)) continue;
    const message = `The item (${show(id)}) is none of the plan. Correct the id, or leave it out.`;
    throw new PlanningInputError([{ code: "unknownId", path: ["options", "items", k], message }]);
  }
  const by = options.by ?? "start";
  const points = Array(state.model.points.count).keys();
  const orders = chosenOrders(state, points, (order) => {
    return order[by] <= last && (items === undefined || items.has(order.item));
  });
  const input = options.input === undefined ? state.given().input : withOwnFields(options.input);
  const supplies = options.input === undefined ? supplyRowsOf(state) : (input.supplies ?? []);
  return { ...input, supplies: [...supplies, ...frozenBeside(supplies, orders)] };
}

/** A planned order that is to be a firm supply. */
export interface FrozenOrder {
  /** The id of the supply. */
  readonly id: string;
  readonly order: PlannedOrder;
  /** The version of the bill that its source names. */
  readonly bomVersion: string | undefined;
}

/** The orders of some stocking points of a plan that are chosen, in its order. */
export function chosenOrders(
  state: PlanState,
  points: Iterable<number>,
  isChosen: (order: PlannedOrder) => boolean,
): FrozenOrder[] {
  const index = orderIndexOf(state);
  const ids = frozenIdsOf(state);
  const chosen: FrozenOrder[] = [];
  for (const point of points) {
    for (const place of placesOf(state, point)) {
      const order = plannedOrder(state, index, place);
      if (!isChosen(order)) continue;
      chosen.push({ id: ids.of(order.id), order, bomVersion: versionOf(state, place) });
    }
  }
  return chosen;
}

function versionOf({ model, orders }: PlanState, { point, row }: OrderPlace): string | undefined {
  return model.sources.at(point)[orders.source?.[row] ?? 0]!.row?.bomVersion;
}

/** A firm supply for each order that is not among the supplies already. */
export function frozenBeside(
  supplies: readonly SupplyRow[],
  orders: readonly FrozenOrder[],
): SupplyRow[] {
  const there = new Set(supplies.map(({ id }) => id));
  return orders.filter(({ id }) => !there.has(id)).map(frozenRow);
}

function frozenRow({ id, order, bomVersion }: FrozenOrder): SupplyRow {
  const { item, site, segment, quantity, due, start, kind, source, supplier, from } = order;
  const isMade = kind === "make" || kind === "subcontract";
  return {
    id,
    item,
    site,
    ...(segment === null ? {} : { segment }),
    quantity: (quantity as Decimal).toFixed(),
    due,
    // Dates before 1900 are none that an input may have; such a start follows from the due day.
    ...(start < formatDay(FIRST_DAY) ? {} : { start }),
    kind: KIND_OF_SUPPLY[kind],
    firm: true,
    // What comes later than wanted counts for a need before its day, or that would be planned for again.
    ...(order.daysLate > 0 ? { scheduled: true } : { frozen: true }),
    ...(source === null ? {} : { source }),
    ...(supplier === undefined ? {} : { supplier }),
    ...(from === undefined ? {} : { from }),
    ...(isMade && bomVersion !== undefined ? { bomVersion } : {}),
    ...(order.attributes === undefined ? {} : { attributes: order.attributes }),
  };
}

/** The last day of the frozen time. @throws PlanningInputError when the options say none, or two */
function lastDayOf({ model }: PlanState, options: FreezeOptions): string {
  const { days, until, by, items, input } = options;
  const issues: { code: string; path: string[]; message: string }[] = [];
  const refuse = (code: string, field: string, message: string): void => {
    issues.push({ code, path: ["options", field], message });
  };
  if (by !== undefined && by !== "start" && by !== "due") {
    refuse("invalidType", "by", `The by (${show(by)}) must be "start" or "due".`);
  }
  if (items !== undefined && !Array.isArray(items)) {
    refuse("invalidType", "items", `The items (${show(items)}) must be a list of ids.`);
  }
  if (input !== undefined && !isInput(input)) {
    const message = `The input (${show(input)}) must be an input with its startDate, and its supplies a list of rows.`;
    refuse("invalidType", "input", message);
  }
  if (days !== undefined && until !== undefined) {
    const message =
      "The days and the until say the end of the frozen time twice. Give one of them.";
    refuse("contradiction", "until", message);
  } else if (until !== undefined) {
    if (parseDay(until) === undefined) {
      refuse("invalidDate", "until", `The until (${show(until)}) must be a day that exists.`);
    }
  } else if (days === undefined) {
    refuse("missingField", "days", "The days are missing. Give them, or until.");
  } else if (!Number.isInteger(days) || days < 0 || days > MOST_DAYS) {
    const message = `The days (${show(days)}) must be a whole number from 0 to ${MOST_DAYS}.`;
    refuse("outOfRange", "days", message);
  }
  if (issues.length > 0) throw new PlanningInputError(issues);
  return until ?? formatDay(model.startDay + days! - 1);
}

const MOST_DAYS = 36_500;

/** Whether it may be an input; all else is looked at when it is planned. */
function isInput(input: unknown): boolean {
  if (!isPlainObject(input)) return false;
  const { startDate, supplies = [] } = input as { [Field in keyof PlanningInput]?: unknown };
  return typeof startDate === "string" && Array.isArray(supplies) && supplies.every(isPlainObject);
}
