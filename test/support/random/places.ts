import fc from "fast-check";
import { amount, countOf, roughly, written } from "./amounts.js";
import { draft, given, rareFlag, rarely, type Value } from "./optional.js";
import { pick, type Scene, type SceneItem } from "./scene.js";

/** Where a row of stock, supply or demand stands. End items are more frequent. */
export const place = draft({
  item: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(8) }),
  site: fc.nat(2),
  segment: rarely(fc.nat(1)),
});

/** A quantity of a row, in whatever unit its item is counted. */
export const rowQuantity = draft({
  amount,
  unit: rarely(fc.constantFrom("box", "pack")),
  /** One digit more than the item is counted in. */
  finer: rareFlag,
});

export interface Placed {
  readonly n: number;
  readonly item: SceneItem;
  readonly site: number;
  readonly fields: { readonly item: string; readonly site?: string; readonly segment?: string };
}

export function placed(scene: Scene, of: Value<typeof place>): Placed {
  const n = of.item % scene.items.length;
  const item = scene.items[n] as SceneItem;
  const site = of.site % Math.max(1, scene.sites.length);
  const segments = scene.has("segments") ? ["t", "p"] : [];
  const fields = given({
    item: item.id,
    site: scene.sites[site],
    segment: of.segment === undefined ? undefined : pick(segments, of.segment),
  });
  return { n, item, site, fields };
}

/** What is done of a quantity: shipped, or arrived. Now and then it is more than all of it. */
export const done = draft({ amount, more: rareFlag });

/** The fields `quantity` and `unit`, and the part that is done in the same unit. */
export function writeQuantity(
  scene: Scene,
  item: SceneItem,
  of: Value<typeof rowQuantity>,
  part?: Value<typeof done>,
) {
  const { decimals } = item;
  const unit = of.unit !== undefined && item[of.unit] !== undefined ? of.unit : undefined;
  // Random boxes would otherwise be a dozen times as much as random pieces.
  const holds = unit === undefined ? 1 : roughly(item[unit] ?? 1);
  const count = Math.ceil(countOf(of.amount, decimals) / holds);
  const finer = scene.rounds && of.finer && unit === undefined;
  const partly = part && countOf(part.amount, decimals);
  return {
    fields: given({
      quantity: finer ? written(count * 10 + 5, decimals + 1) : written(count, decimals),
      unit,
    }),
    done: partly && written(part.more ? count + partly : partly % (count + 1), decimals),
  };
}
