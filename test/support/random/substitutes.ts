import fc from "fast-check";
import type { PlanningInput, PlanningRow } from "../../../src/index.js";
import { amount } from "./amounts.js";
import { draft, given, often, rareFlag, rarely, sometimes, upTo, type Value } from "./optional.js";
import {
  demandOf,
  isPhantom,
  itemAfter,
  quantityOf,
  stockOf,
  wanted,
  withRows,
} from "./relations.js";
import { pick, type Scene } from "./scene.js";

const substitute = draft({
  line: fc.nat(30),
  item: fc.nat(7),
  quantity: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(1, 1, 2, 0.5) },
    { weight: 1, arbitrary: fc.constantFrom("1/3", "3/7", 1.25, 0, "123456789/123456787") },
  ),
  priority: fc.constantFrom(1, 2, 2, 3.5, -1),
  /** Of the parent. */
  demand: often(wanted),
  stock: often(
    draft({ amount, segment: rareFlag, expires: rarely(fc.integer({ max: 20, min: 0 })) }),
  ),
  supply: sometimes(draft({ amount, due: fc.integer({ min: -3, max: 20 }) })),
});

export const substitutes = upTo(substitute, 6, 1);

/**
 * The same problem in which some bill lines have substitutes (B5), of most of which there is stock
 * or open supply.
 */
export function withSubstitutes(
  scene: Scene,
  of: Value<typeof substitutes>,
  input: PlanningInput,
): PlanningInput {
  const boms = [...(input.boms ?? [])];
  const stock: PlanningRow<"stock">[] = [];
  const supplies: PlanningRow<"supplies">[] = [];
  const demands: ReturnType<typeof demandOf> = [];
  for (const [n, one] of of.entries()) {
    const lines = boms.flatMap((bill) => bill.lines.map((line) => ({ bill, line })));
    const eligible = lines.filter(
      ({ line }) => !isPhantom(scene, line.item) && itemAfter(scene, line.item, 0) !== undefined,
    );
    const { bill, line } = pick(eligible, one.line) ?? {};
    if (bill === undefined || line === undefined) continue;
    const there = line.substitutes ?? [];
    const taken = there.map((row) => row.item);
    const item = itemAfter(scene, line.item, one.item, taken);
    if (item === undefined) continue;
    const row = { item: item.id, quantity: one.quantity, priority: one.priority };
    const substituted = { ...line, substitutes: [...there, row] };
    boms[boms.indexOf(bill)] = {
      ...bill,
      lines: bill.lines.with(bill.lines.indexOf(line), substituted),
    };
    const place = { item: item.id, site: bill.site };
    const parent = { id: `for ${n}`, item: bill.item, site: bill.site };
    demands.push(...demandOf(scene, input, parent, one.demand));
    if (one.stock !== undefined) {
      const { expires } = one.stock;
      stock.push(
        given({
          ...stockOf(scene, place, one.stock),
          expires: expires === undefined || !scene.has("expiry") ? undefined : scene.date(expires),
        }),
      );
    }
    if (one.supply !== undefined) {
      supplies.push(
        given({
          id: `sub ${n}`,
          ...place,
          quantity: quantityOf(scene, item.id, one.supply.amount),
          due: scene.date(one.supply.due),
          kind: "purchase" as const,
        }),
      );
    }
  }
  return withRows(boms.length === 0 ? input : { ...input, boms }, { stock, supplies, demands });
}
