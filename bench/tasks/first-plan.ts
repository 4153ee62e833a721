import { planRequirements } from "../../src/mrp/index.js";
import { fastest, timed } from "../clock.js";
import { planningRows } from "../planning-input.js";
import { readProblemFile } from "../problem-file.js";
import { median } from "../statistics.js";
import { answer } from "./answer.js";

const STEADY = 11;

/** The first plan of this process, from rows to orders, divided by the median of later ones. */
export function firstPlan(file: string): number {
  const input = planningRows(readProblemFile(file));
  const first = timed(() => planRequirements(input)).ms;
  fastest(() => planRequirements(input), STEADY, 0);
  return (
    first / median(Array.from({ length: STEADY }, () => timed(() => planRequirements(input)).ms))
  );
}

await answer(firstPlan);
