import { PlanningInputError, type Ratio } from "../../core/index.js";
import { type ComponentUse, type MadeItem, madeItem } from "./made-item.js";
import { PlaceMap } from "./place-map.js";
import type { PlanRows } from "./plan-rows.js";

/** How everything is made: each item at each site, after all that take it. */
export interface MadeStructure {
  readonly items: readonly MadeItem[];
  /** Place in `items` of an item at a site. */
  readonly numberOf: PlaceMap<number>;
  /** Places in `items` of what each item takes, in the order of its uses. */
  readonly below: readonly (readonly number[])[];
}

/**
 * Reads how the items of a plan are made, from those with bills, sources or routings down.
 *
 * @throws PlanningInputError when items go into one another in a circle
 */
export function madeStructure(rows: PlanRows, lots: PlaceMap<Ratio>): MadeStructure {
  const made = new PlaceMap<MadeItem>();
  const read = (item: string, site: string): MadeItem => {
    const found = made.get(item, site);
    if (found !== undefined) return found;
    const fresh = madeItem(rows, item, site, lots.get(item, site));
    made.set(item, site, fresh);
    return fresh;
  };
  const postOrder: MadeItem[] = [];
  const state = new PlaceMap<"open" | "done">();
  // Not by recursion: a bill may be a hundred thousand levels deep.
  for (const [item, site] of rows.places()) {
    const path: { readonly node: MadeItem; next: number }[] = [];
    const enter = ({ item, site }: Pick<ComponentUse, "item" | "site">): void => {
      const was = state.get(item, site);
      if (was === "done") return;
      if (was === "open") throw circle(item);
      state.set(item, site, "open");
      path.push({ node: read(item, site), next: 0 });
    };
    enter({ item, site });
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const use = top.node.uses[top.next++];
      if (use !== undefined) enter(use);
      else {
        state.set(top.node.item, top.node.site, "done");
        postOrder.push(top.node);
        path.pop();
      }
    }
  }
  return numbered(postOrder.reverse());
}

function numbered(items: readonly MadeItem[]): MadeStructure {
  const numberOf = new PlaceMap<number>();
  for (const [n, { item, site }] of items.entries()) numberOf.set(item, site, n);
  const below = items.map(({ uses }) => uses.map(({ item, site }) => numberOf.get(item, site)!));
  return { items, numberOf, below };
}

function circle(item: string): PlanningInputError {
  const message = `The item ${JSON.stringify(item)} goes into itself. Bills cannot be derived from a plan with loops; give them.`;
  return new PlanningInputError([{ code: "contradiction", path: ["plan"], message, id: item }]);
}
