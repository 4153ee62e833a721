import { ONE } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { readRatio } from "./amounts.js";
import { type Context, unknownId } from "./context.js";
import { show } from "./issues.js";
import type { ParameterRow } from "./parameter-row.js";
import type { Path } from "./path.js";
import { type Discontinued, type Item, NONE } from "./problem.js";
import { readDay } from "./read-day.js";

/** B6: from when on an item is ordered no more, and what follows it. */
export function readDiscontinued(
  context: Context,
  item: Item,
  { row, pathOf }: ParameterRow,
): Discontinued | undefined {
  const given = row.discontinued;
  if (given === undefined) return undefined;
  const path = pathOf("discontinued");
  if (item.phantom) {
    const message = `The discontinued of item ${show(item.id)} contradicts that it is a phantom: a phantom has no orders that could end. Leave it out, or make the item no phantom.`;
    context.issues.add("contradiction", path, message);
  }
  return {
    from: readDay(given.from, path, context.issues, "from"),
    followUp: readFollowUp(context, given.followUp, [...path, "followUp"]),
    factor:
      given.factor === undefined ? ONE : readRatio(context, given.factor, path, false, "factor"),
    newFirst: given.use === "newFirst",
  };
}

function readFollowUp(context: Context, id: string | undefined, path: Path): number {
  if (id === undefined) return NONE;
  const number = context.itemOf.get(id);
  if (number === undefined) {
    unknownId(context, "item", id, path);
    return NONE;
  }
  if (context.items[number]!.phantom) {
    const message = `The followUp (${show(id)}) is a phantom, which is planned in no place of its own. Name another item, or make it no phantom.`;
    context.issues.add("contradiction", path, message);
  }
  return number;
}

/** Whether some row names a follow-up. */
export function namesFollowUp({ items, itemSites }: PlanningInput): boolean {
  const named = (row: { readonly discontinued?: { readonly followUp?: unknown } | undefined }) =>
    row.discontinued?.followUp !== undefined;
  return (items ?? []).some(named) || (itemSites ?? []).some(named);
}
