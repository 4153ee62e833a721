import { compareText, type Ratio } from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { readRatio } from "./amounts.js";
import { type Context, itemNumber } from "./context.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import { type Item, NONE, type Substitute } from "./problem.js";

type LineRow = PlanningRow<"boms">["lines"][number];

/**
 * B5: what may stand in for the component of a line, by priority, then by item id.
 *
 * @param component - of the line
 * @param parent - the id of the item of the bill
 * @param ratioOf - the ratio of the line with another quantity and no other unit (Q2)
 */
export function readSubstitutes(
  context: Context,
  row: LineRow,
  component: Item,
  parent: string,
  path: Path,
  ratioOf: (quantity: Ratio) => Ratio,
): Substitute[] {
  const rows = row.substitutes ?? [];
  if (rows.length === 0) return [];
  const at = [...path, "substitutes"];
  if (component.phantom) {
    const message = `The substitutes on this line contradict that its item ${show(row.item)} is a phantom, which is never short. Leave them out, or make the item no phantom.`;
    context.issues.add("contradiction", at, message);
  }
  const seen = new Set<string>();
  const read = rows.flatMap((substitute, n) => {
    const item = itemNumber(context, substitute.item, [...at, n]);
    const quantity = readRatio(context, substitute.quantity, [...at, n], true, "quantity");
    const fault = faultOf(context, substitute.item, item, seen, row.item, parent);
    if (fault !== undefined) {
      const message = `The substitute (${show(substitute.item)}) ${fault}`;
      context.issues.add("contradiction", [...at, n, "item"], message);
    }
    seen.add(substitute.item);
    if (item === NONE) return [];
    return [{ item, ratio: ratioOf(quantity), priority: substitute.priority }];
  });
  const idOf = ({ item }: Substitute): string => context.items[item]!.id;
  return read.sort((a, b) => a.priority - b.priority || compareText(idOf(a), idOf(b)));
}

/** What a substitute contradicts. */
function faultOf(
  { items }: Context,
  id: string,
  item: number,
  seen: ReadonlySet<string>,
  preferred: string,
  parent: string,
): string | undefined {
  if (id === preferred) return "is the item of the line itself. Leave it out.";
  if (id === parent) return "is the item that the bill makes. Leave it out.";
  if (seen.has(id)) return "stands on this line already. Keep one.";
  if (items[item]?.phantom) return "is a phantom, which has no stock. Name another item.";
  return undefined;
}
