import { planRequirements } from "../../src/mrp/index.js";
import { referencePlan } from "../../test/reference/index.js";
import { fastest, timed } from "../clock.js";
import { planningRows } from "../planning-input.js";
import { readProblemFile } from "../problem-file.js";
import { answer } from "./answer.js";

/** The time of the reference planner divided by that of the engine. */
export interface ReferenceAnswer {
  readonly asPlan: number;
  readonly asColumns: number;
  readonly asObjects: number;
}

/**
 * Both plan the same rows and hold every order in the end. The engine checks the rows, which the reference does not;
 * the reference makes an object of each order, which the engine does when one is read, so that is measured apart.
 * Messages and records are left out.
 */
export function againstReference(file: string): ReferenceAnswer {
  const input = planningRows(readProblemFile(file));
  // The engine first: what the reference leaves behind would be garbage to collect in its time.
  const asColumns = fastest(() => planRequirements(input).columns, 5, 0);
  const asPlan = fastest(() => planRequirements(input), 5, 0);
  const asObjects = fastest(() => Array.from(planRequirements(input).orders), 2, 0);
  const { ms, result } = timed(() => referencePlan(input as Parameters<typeof referencePlan>[0]));
  if (result.orders.length !== planRequirements(input).orders.length) {
    throw new Error("The plans differ.");
  }
  return { asPlan: ms / asPlan, asColumns: ms / asColumns, asObjects: ms / asObjects };
}

await answer(againstReference);
