import {
  lowLevelCodes,
  type Plan,
  type PlanMessage,
  type PlanningInput,
  PlanningInputError,
  planningRecord,
  planRequirements,
} from "../../src/index.js";
import {
  type PlanningInput as ReferenceInput,
  type ReferenceMessage,
  type ReferencePlan,
  referencePlan,
} from "../reference/index.js";

/** A plan as plain data in which two planners must agree, quantities as exact texts. */
export interface PlainPlan {
  readonly horizonEnd: string;
  readonly lowLevelCodes: readonly unknown[];
  readonly orders: readonly unknown[];
  readonly supplies: readonly unknown[];
  readonly demands: readonly unknown[];
  readonly consumptions: readonly unknown[];
  readonly messages: readonly unknown[];
  readonly records: readonly unknown[];
}

/**
 * Refusals that only planning itself can find: too many orders of an item, too large figures, an order that
 * would take too long by its routing (K54).
 */
export interface Refusal {
  readonly refused: "tooManyOrders" | "quantityOverflow" | "takesTooLong";
  readonly item?: unknown;
}

export type Outcome = PlainPlan | Refusal;

/** Every place that could be a stocking point of a problem, in the order of their ids. */
export function placesOf(input: PlanningInput) {
  const rows = [
    ...(input.stock ?? []),
    ...(input.supplies ?? []),
    ...(input.demands ?? []),
    ...(input.allocations ?? []),
  ];
  const sites = idsOf(input.sites);
  const segments = new Set(rows.flatMap(({ segment }) => (segment === undefined ? [] : [segment])));
  return idsOf(input.items).flatMap((item) =>
    (sites.length === 0 ? ["main"] : sites).flatMap((site) =>
      [undefined, ...[...segments].sort()].map((segment) => ({ item, site, segment })),
    ),
  );
}

function idsOf(rows: readonly { readonly id: string }[] | undefined): string[] {
  // A broken list may have a constructor of its own, by which `map` would make its result.
  return [...(rows ?? [])].map(({ id }) => id).sort();
}

/** What the engine makes of an input. */
export function byEngine(input: PlanningInput): Outcome {
  let plan: Plan;
  try {
    plan = planRequirements(input);
  } catch (error) {
    const issue = error instanceof PlanningInputError ? error.issues[0] : undefined;
    if (issue?.code === "quantityOverflow") return { refused: issue.code };
    if (issue?.code === "tooManyOrders") return { refused: issue.code, item: issue.item };
    const isOfRouting = issue?.path[0] === "routings" && issue.path[2] === "operations";
    if (issue?.code === "outOfRange" && isOfRouting) return { refused: "takesTooLong" };
    throw error;
  }
  return plainPlan(input, plan);
}

export function plainPlan(input: PlanningInput, plan: Plan): PlainPlan {
  return asTexts({
    horizonEnd: plan.horizonEnd,
    lowLevelCodes: sorted([...lowLevelCodes(plan)]),
    orders: [...plan.orders].map(({ attributes: _, ...order }) => order),
    supplies: sorted([...plan.supplies].map(({ attributes: _, ...supply }) => supply)),
    demands: sorted([...plan.demands].map(({ attributes: _, ...demand }) => demand)),
    consumptions: byPoint([...plan.consumptions]),
    messages: sorted([...plan.messages].map(told)),
    records: placesOf(input).map(({ item, site, segment }) =>
      recordOf(() =>
        planningRecord(plan, item, { site, ...(segment === undefined ? {} : { segment }) }),
      ),
    ),
  });
}

/**
 * Nothing where there is no such stocking point, or where nothing happens: a segment has a stocking
 * point of a component as soon as it has one of the parent, or only when an order needs it.
 */
function recordOf(read: () => ReturnType<typeof planningRecord>) {
  try {
    return ifBusy(read());
  } catch (error) {
    if (error instanceof PlanningInputError && error.issues[0]?.code === "unknownId") return null;
    throw error;
  }
}

function ifBusy<Row extends object>(record: { readonly rows: readonly Row[] }) {
  const figures = record.rows.flatMap((row) => Object.entries(row));
  return figures.some(([field, value]) => field !== "date" && `${value}` !== "0") ? record : null;
}

/** What the reference planner makes of an input. */
export function byReference(input: PlanningInput): Outcome {
  let plan: ReferencePlan;
  try {
    plan = referencePlan(input as ReferenceInput);
  } catch (error) {
    const refusal = error as { readonly code?: string; readonly item?: string };
    if (refusal.code !== "tooManyOrders") throw error;
    return { refused: "tooManyOrders", item: refusal.item };
  }
  return asTexts({
    horizonEnd: plan.horizonEnd,
    lowLevelCodes: sorted([...plan.lowLevelCodes]),
    orders: plan.orders.map((order) => {
      const dates = plan.feasible.get(order.id);
      return { ...order, feasibleStart: dates?.start ?? null, feasibleDue: dates?.due ?? null };
    }),
    supplies: sorted(plan.supplies),
    demands: sorted(
      plan.demands.map((demand) => ({
        ...demand,
        available: plan.demandDates.get(demand.id) ?? null,
        daysLate: daysLateOf(plan, demand.id),
      })),
    ),
    consumptions: byPoint(plan.consumptions),
    messages: sorted([...plan.messages, ...plan.lateDemands].map(told)),
    records: placesOf(input).map(({ item, site, segment }) => {
      const record = plan.records(item, site, segment ?? null);
      return record === undefined ? null : ifBusy(record);
    }),
  });
}

/** By how many days the latest part of a demand is late; nothing when some part is never there. */
function daysLateOf({ lateDemands }: ReferencePlan, demand: string): number | null {
  const days = lateDemands.flatMap((late) => (late.demand === demand ? [late.days] : []));
  return days.some((one) => one === null) ? null : Math.max(0, ...days.map(Number));
}

/** Both say that and where an input was adjusted; the words differ, but of forecast in a fence. */
function told(message: PlanMessage | ReferenceMessage): object {
  const { code, item, path, reason } = message as ReferenceMessage;
  return code === "inputAdjusted" && reason !== "forecastFenced" ? { code, item, path } : message;
}

/** In whatever order the stocking points come, the rows of each stay in theirs. */
function byPoint<Row extends { item: string; site: string; segment: string | null }>(
  rows: readonly Row[],
): Row[] {
  const pointOf = ({ item, site, segment }: Row) => JSON.stringify([item, site, segment]);
  return [...rows].sort((a, b) => (pointOf(a) < pointOf(b) ? -1 : pointOf(a) > pointOf(b) ? 1 : 0));
}

/** Rows in an order that does not depend on how they came about. */
export function sorted<Row>(rows: readonly Row[]): Row[] {
  const text = new Map(rows.map((row) => [row, JSON.stringify(inOrder(row))]));
  return [...rows].sort((a, b) => ((text.get(a) ?? "") < (text.get(b) ?? "") ? -1 : 1));
}

function inOrder(row: unknown): unknown {
  return typeof row === "object" && row !== null && !Array.isArray(row)
    ? Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))
    : row;
}

/** The same without the places in the input that messages name. */
export function withoutPaths(outcome: Outcome): Outcome {
  if ("refused" in outcome) return outcome;
  const messages = outcome.messages.map((message) => ({ ...(message as object), path: undefined }));
  return { ...outcome, messages: sorted(messages) };
}

/** Decimals become texts, as they do in JSON. */
function asTexts<Thing>(thing: Thing): PlainPlan {
  return JSON.parse(JSON.stringify(thing)) as PlainPlan;
}
