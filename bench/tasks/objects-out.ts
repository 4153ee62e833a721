import { planRequirements } from "../../src/mrp/index.js";
import { stateOf } from "../../src/mrp/plan/plan-state.js";
import { sweep } from "../../src/mrp/sweep/sweep.js";
import { fastest } from "../clock.js";
import { planningRows } from "../planning-input.js";
import { readProblemFile } from "../problem-file.js";
import { answer } from "./answer.js";

/** Reading every order of a plan as an object, exact decimals and dates as text, divided by the sweep. */
export function objectsOut(file: string): number {
  const plan = planRequirements(planningRows(readProblemFile(file)));
  const { model, orders: arena } = stateOf(plan);
  const sweepMs = fastest(() => sweep(model, arena));
  return fastest(() => Array.from(plan.orders), 2, 0) / sweepMs;
}

await answer(objectsOut);
