import { planRequirements } from "../../src/mrp/index.js";
import { fastest, timed } from "../clock.js";
import { planningRows } from "../planning-input.js";
import { readProblemFile } from "../problem-file.js";
import { median } from "../statistics.js";
import { answer } from "./answer.js";

const STEADY = 11;
const WARMING = 10;

/**
 * The first plan of this process, from rows to orders, divided by the median of later ones.
 *
 * @param small - a problem that is planned some times before, as a host may when it starts
 */
export function firstPlan(file: string, small?: string): number {
  const input = planningRows(readProblemFile(file));
  if (small !== undefined) {
    const warming = planningRows(readProblemFile(small));
    for (let n = 0; n < WARMING; n++) planRequirements(warming);
  }
  const first = timed(() => planRequirements(input)).ms;
  fastest(() => planRequirements(input), STEADY, 0);
  return (
    first / median(Array.from({ length: STEADY }, () => timed(() => planRequirements(input)).ms))
  );
}

await answer(firstPlan);
