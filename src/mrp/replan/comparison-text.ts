import { PlanningInputError } from "../../core/index.js";
import { show } from "../input/issues.js";
import type { PlanMessage } from "../plan/message.js";
import { messageText } from "../plan/message-text.js";
import type { PlannedOrder } from "../plan/order-list.js";
import type { DemandDifference } from "./compare-demands.js";
import type { OrderDifference } from "./compare-order-changes.js";
import type { PlanComparison } from "./compare-plans.js";
import { countsWith } from "./compare-stand-ins.js";
import type { SupplyDifference } from "./compare-supplies.js";

/**
 * What a comparison says in words, a line for each difference, made of its figures.
 *
 * @param comparison - what `comparePlans` returned
 * @returns lines in English: orders, open supplies, demands, messages; one that says so when nothing
 * differs
 * @throws PlanningInputError when it is no comparison
 *
 * @example
 * ```ts
 * const input = { startDate: "2026-01-05", items: [{ id: "wheel" }] };
 * const demand = { id: "d1", item: "wheel", due: "2026-01-14" };
 * const a = planRequirements({ ...input, demands: [{ ...demand, quantity: 4 }] });
 * const b = planRequirements({ ...input, demands: [{ ...demand, quantity: 6 }] });
 * comparisonText(comparePlans(a, b));
 * // => [
 * //   "wheel: order for 2026-01-14 raised from 4 to 6",
 * //   "wheel: demand d1 for 2026-01-14 raised from 4 to 6",
 * // ]
 * ```
 */
export function comparisonText(comparison: PlanComparison): string[] {
  try {
    return textOf(comparison);
  } catch (error) {
    if (error instanceof PlanningInputError) throw error;
    const message = `This (${show(comparison)}) is no comparison. Hand over what comparePlans returned.`;
    throw new PlanningInputError([{ code: "invalidType", path: ["comparison"], message }]);
  }
}

function textOf(comparison: PlanComparison): string[] {
  const lines = [
    ...comparison.orders.map(orderText),
    ...comparison.supplies.map(supplyText),
    ...comparison.demands.map(demandText),
    ...comparison.messages.map(
      ({ change, message }) =>
        `${messagePlace(message)}: ${change === "added" ? "now" : "no longer"}: ${messageText(message)}`,
    ),
  ];
  return lines.length === 0 ? ["nothing differs"] : lines;
}

/** What something is, where, how much and for when, in one plan. */
interface State {
  readonly due: string;
  readonly quantity: { toString(): string };
}

function orderText(of: OrderDifference): string {
  switch (of.change) {
    case "firmed":
    case "unfirmed": {
      const stands = { due: of.supply.arrives, quantity: countsWith(of.supply) };
      const isFirm = of.change === "firmed";
      const order = isFirm ? of.before : of.after;
      const [from, to] = isFirm ? [order, stands] : [stands, order];
      const changes = changesText(of.days, of.quantity, from, to);
      const what = isFirm ? "is a firm supply now" : "is no firm supply any more";
      return `${placeText(of)}: order${forText(order)} ${what}${changes === "" ? "" : `, ${changes}`}`;
    }
    case "resourced":
      return `${placeText(of)}: order${forText(of.after)} comes another way: ${wayText(of.before)} before, ${wayText(of.after)} now`;
    case "moved":
    case "resized":
      return of.days === 0 && of.quantity.isZero()
        ? `${placeText(of)}: order${forText(of.after)} ${startText(of.before, of.after)}`
        : `${placeText(of)}: ${differenceText("order", of)}`;
    default:
      return `${placeText(of)}: ${differenceText("order", of)}`;
  }
}

/** What differs of two orders that are due on one day and bring the same: when it starts, and how much. */
function startText(before: PlannedOrder, after: PlannedOrder): string {
  const days = [
    ["starts", before.start, after.start],
    ["is ordered", before.orderDate, after.orderDate],
    ["is delivered", before.deliveryDate, after.deliveryDate],
  ] as const;
  const moved = days.find(([, was, is]) => was !== is);
  return [
    ...(moved === undefined ? [] : [`${moved[0]} on ${moved[2]}, not ${moved[1]}`]),
    ...(after.startQuantity.eq(before.startQuantity)
      ? []
      : [`starts ${after.startQuantity}, not ${before.startQuantity}`]),
  ].join(", ");
}

function supplyText(of: SupplyDifference): string {
  const { before, after } = of;
  const asItCounts = (supply: typeof before): State | null =>
    supply === null ? null : { due: supply.arrives, quantity: countsWith(supply) };
  const counts = { ...of, before: asItCounts(before), after: asItCounts(after) };
  if (before !== null && after !== null && of.days === 0 && of.quantity.isZero()) {
    return `${placeText(of)}: supply ${of.supply} stands there as ${before.quantity} due ${before.due}, now as ${after.quantity} due ${after.due}`;
  }
  return `${placeText(of)}: ${differenceText(`supply ${of.supply}`, counts)}`;
}

function demandText(of: DemandDifference): string {
  const what = `demand ${of.demand}`;
  const late = `${lateText(of.daysLate.after)}, ${lateText(of.daysLate.before)} before`;
  if (of.change === "later" || of.change === "sooner") {
    return `${placeText(of)}: ${what}${forText(of.after!)} is ${late}`;
  }
  const isNews =
    of.before !== null && of.after !== null && of.daysLate.before !== of.daysLate.after;
  return `${placeText(of)}: ${differenceText(what, of)}${isNews ? `, and is ${late}` : ""}`;
}

function lateText(days: number | null): string {
  if (days === null) return "never all there";
  return days === 0 ? "in time" : `${days === 1 ? "1 day" : `${days} days`} late`;
}

function differenceText(
  what: string,
  {
    before,
    after,
    days,
    quantity,
  }: { before: State | null; after: State | null } & Pick<OrderDifference, "days" | "quantity">,
): string {
  if (before === null) return `${what}${forText(after!)} added: ${after!.quantity}`;
  if (after === null) return `${what}${forText(before)} removed: ${before.quantity}`;
  return `${what}${forText(before)} ${changesText(days, quantity, before, after)}`;
}

function forText({ due }: { readonly due: string }): string {
  return ` for ${due}`;
}

function changesText(
  days: number,
  quantity: OrderDifference["quantity"],
  before: State,
  after: State,
): string {
  const amount = Math.abs(days) === 1 ? "1 day" : `${Math.abs(days)} days`;
  return [
    ...(days === 0 ? [] : [`moved to ${after.due} (${amount} ${days < 0 ? "earlier" : "later"})`]),
    ...(quantity.isZero()
      ? []
      : [`${quantity.lt(0) ? "cut" : "raised"} from ${before.quantity} to ${after.quantity}`]),
  ].join(", ");
}

function wayText({ kind, supplier, from }: NonNullable<OrderDifference["before"]>): string {
  const partner = supplier ?? from;
  return partner === undefined ? kind : `${kind} from ${partner}`;
}

/** An adjusted figure of the input may be one of all sites. */
function messagePlace(message: PlanMessage): string {
  return message.code === "inputAdjusted" ? message.item : placeText(message);
}

function placeText({ item, site, segment }: Pick<OrderDifference, "item" | "site" | "segment">) {
  return [item, ...(site === "main" ? [] : [`at ${site}`]), segment === null ? [] : `in ${segment}`]
    .flat()
    .join(" ");
}
