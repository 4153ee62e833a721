import fc from "fast-check";
import type { PlanningInput } from "../../../src/index.js";
import { draft, given, often, rarely, upTo, type Value } from "./optional.js";
import { demandOf, isPhantom, itemAfter, wanted, withRows } from "./relations.js";
import { pick, type Scene } from "./scene.js";

const coProduct = draft({
  bill: fc.nat(20),
  item: fc.nat(7),
  quantity: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(1, 2, 3) },
    { weight: 2, arbitrary: fc.constantFrom(0.5, 1.25, "1/3", "2/7", 0) },
    { weight: 1, arbitrary: fc.constantFrom("123456789/123456787", "999999937/1000000007") },
  ),
  costShare: rarely(fc.constantFrom(0, 0.125, "1/8")),
  demand: often(wanted),
  demandOfLead: often(wanted),
});

export const coProducts = upTo(coProduct, 4, 1);

/** The same problem in which some bills have co-products (B4), which are needed for themselves too. */
export function withCoProducts(
  scene: Scene,
  of: Value<typeof coProducts>,
  input: PlanningInput,
): PlanningInput {
  const boms = [...(input.boms ?? [])];
  const demands: ReturnType<typeof demandOf> = [];
  for (const [n, one] of of.entries()) {
    const eligible = boms.filter(
      ({ item }) => !isPhantom(scene, item) && itemAfter(scene, item, 0) !== undefined,
    );
    const bill = pick(eligible, one.bill);
    const item = bill && itemAfter(scene, bill.item, one.item);
    if (bill === undefined || item === undefined) continue;
    const row = given({ item: item.id, quantity: one.quantity, costShare: one.costShare });
    boms[boms.indexOf(bill)] = { ...bill, coProducts: [...(bill.coProducts ?? []), row] };
    const { site } = bill;
    demands.push(
      ...demandOf(scene, input, { id: `co ${n}`, item: item.id, site }, one.demand),
      ...demandOf(scene, input, { id: `lead ${n}`, item: bill.item, site }, one.demandOfLead),
    );
  }
  return withRows(boms.length === 0 ? input : { ...input, boms }, { demands });
}
