import { SUPPLY_MOVEMENT_KINDS } from "../../mrp/index.js";
import type { LedgerParts } from "./ledger-parts.js";

/**
 * Whether something that orders and open supplies of a stocking point are posted with may not be known:
 * `false` is sure, and spares reading them.
 */
export function mayMiss(parts: LedgerParts, point: number): boolean {
  const { movements, costs, options } = parts.setting;
  if (costs[point] === undefined) return true;
  const { first, kind } = movements.supplies;
  for (let place = first[point]!; place < first[point + 1]!; place++) {
    if (SUPPLY_MOVEMENT_KINDS[kind[place]!] === "subcontract") return true;
  }
  for (let number = 0; number < movements.sourceCount(point); number++) {
    const source = movements.source(point, number);
    if (source.kind === "subcontract") return true;
    if (source.kind === "make" && !parts.isWorkKnown) return true;
    // What has no price costs its standard, which is known.
    if (source.kind !== "buy" || source.prices === null) continue;
    if (options.currency === null || source.prices.currency !== options.currency) return true;
  }
  return false;
}
