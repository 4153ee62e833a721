import type { Decimal } from "../../core/index.js";
import type { ExplainedPlace } from "./explanation-place.js";

/** A number of things: one thing, two things. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** An item, its site and its segment. */
export function placeText({ item, site, segment }: ExplainedPlace): string {
  return `${item} at ${site}${segment === null ? "" : `, segment ${segment}`}`;
}

/** An order as people name it; its id is for programs. */
export function orderText(
  order: ExplainedPlace & { readonly quantity: Decimal; readonly due: string },
): string {
  return `order of ${order.quantity} ${placeText(order)} for ${order.due}`;
}
