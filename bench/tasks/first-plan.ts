import { planRequirements } from "../../src/mrp/index.js";
import { type FirstAndLater, firstAndLater } from "../clock.js";
import { planningRows } from "../planning-input.js";
import { readProblemFile } from "../problem-file.js";
import { answer } from "./answer.js";

const WARMING = 10;

/**
 * The first plan of this process, from rows to orders, and later ones.
 *
 * @param small - a problem that is planned some times before, as a host may when it starts
 */
export function firstPlan(file: string, small?: string): FirstAndLater {
  const input = planningRows(readProblemFile(file));
  if (small !== undefined) {
    const warming = planningRows(readProblemFile(small));
    for (let n = 0; n < WARMING; n++) planRequirements(warming);
  }
  return firstAndLater(() => planRequirements(input));
}

await answer(firstPlan);
