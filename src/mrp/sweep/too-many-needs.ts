import { PlanningInputError } from "../../core/index.js";
import type { Model } from "../compile/model.js";

/** More needs of phantoms than this, of the whole plan, are a mistake in the data, or would never end. */
export const MOST_PHANTOM_NEEDS = 5_000_000;

/** The refusal of a plan that a phantom brings to more needs of phantoms than are netted one by one (B3). */
export function tooManyNeeds(model: Model, point: number): PlanningInputError {
  const { id } = model.problem.items[model.points.item[point]!]!;
  const message = `The phantom ${JSON.stringify(id)} brings the needs of phantoms of which stock is kept to more than ${MOST_PHANTOM_NEEDS}. Make some of them ordinary items.`;
  return new PlanningInputError([{ code: "contradiction", path: ["boms"], message, item: id }]);
}
