import fc from "fast-check";
import type { PlanningInput, PlanningRow } from "../../../src/index.js";
import { amount } from "./amounts.js";
import { draft, given, often, rareFlag, rarely, sometimes, upTo, type Value } from "./optional.js";
import { demandOf, isPhantom, itemAfter, stockOf, wanted, withRows } from "./relations.js";
import { pick, type Scene } from "./scene.js";

const discontinuation = draft({
  /** Of a bill line, or seldom any item: it is the needs of components that move. */
  line: often(fc.nat(30)),
  item: fc.nat(8),
  /** On a row of itemSites, if the item has one. */
  atSite: rarely(fc.nat(2)),
  from: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 8 }) },
    { weight: 1, arbitrary: fc.integer({ min: -5, max: 25 }) },
  ),
  followUp: often(fc.nat(7)),
  factor: sometimes(fc.constantFrom(2, 0.5, "2/3", 1.5, "1/7", "123456789/123456787")),
  use: sometimes(fc.constantFrom("newFirst", "newFirst", "stockFirst")),
  /** Of a parent. */
  demand: often(wanted),
  stock: often(draft({ amount, site: fc.nat(2), segment: rareFlag })),
});

export const discontinuations = upTo(discontinuation, 4, 1);

/** The same problem in which some items are discontinued (B6), of most of which there is stock. */
export function withDiscontinued(
  scene: Scene,
  of: Value<typeof discontinuations>,
  input: PlanningInput,
): PlanningInput {
  const items = [...(input.items ?? [])];
  const itemSites = [...(input.itemSites ?? [])];
  const stock: PlanningRow<"stock">[] = [];
  const demands: ReturnType<typeof demandOf> = [];
  const lines = (input.boms ?? []).flatMap((bill) => bill.lines.map((line) => ({ bill, line })));
  const eligible = lines.filter(({ line }) => !isPhantom(scene, line.item));
  for (const [n, one] of of.entries()) {
    const { bill, line } = (one.line === undefined ? undefined : pick(eligible, one.line)) ?? {};
    const item = items.find(({ id }) => id === (line?.item ?? pick(items, one.item)?.id));
    if (item === undefined || isPhantom(scene, item.id)) continue;
    const followUp =
      one.followUp === undefined ? undefined : itemAfter(scene, item.id, one.followUp);
    const discontinued = given({
      from: scene.date(one.from),
      followUp: followUp?.id,
      factor: one.factor,
      use: one.use,
    });
    const local = itemSites.filter((row) => row.item === item.id);
    const row = one.atSite === undefined ? undefined : pick(local, one.atSite);
    if (row === undefined) {
      items[items.indexOf(item)] = { ...item, discontinued };
    } else {
      itemSites[itemSites.indexOf(row)] = { ...row, discontinued };
    }
    if (one.stock !== undefined) {
      const site = bill?.site ?? pick(scene.sites, one.stock.site);
      stock.push(stockOf(scene, { item: item.id, site }, one.stock));
    }
    if (bill !== undefined) {
      const parent = { id: `with ${n}`, item: bill.item, site: bill.site };
      demands.push(...demandOf(scene, input, parent, one.demand));
    }
  }
  return withRows(
    { ...input, items, ...(itemSites.length === 0 ? {} : { itemSites }) },
    { stock, demands },
  );
}
