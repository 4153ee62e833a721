import { fastest, timed } from "../clock.js";
import { refuseOtherPlan } from "../plan-hash.js";
import { readProblemFile } from "../problem-file.js";
import { bareOrders, compileBare, planBare, roomFor } from "../yardstick/in-javascript.js";
import { runYardstick } from "../yardstick.js";
import { answer } from "./answer.js";

const ROUNDS = 8;

/** What the yardstick in JavaScript takes, divided by that in C right after it or by itself. */
export interface BareAnswer {
  readonly sweep: number;
  readonly compile: number;
  readonly firstCompile: number;
}

/** Plans a problem file by the yardstick in JavaScript, and by that in C. */
export function bare(file: string, yardstick: string): BareAnswer {
  const problem = readProblemFile(file);
  const compiled = timed(() => compileBare(problem));
  const model = compiled.result;
  const orders = roomFor(model);
  const compileMs = fastest(() => compileBare(problem), ROUNDS);
  const sweepMs = fastest(() => planBare(model, orders), ROUNDS);
  const c = runYardstick(yardstick, file, ROUNDS);
  refuseOtherPlan(bareOrders(model, orders), c);
  return {
    sweep: sweepMs / c.warmMs,
    compile: compileMs / c.compileMs,
    firstCompile: compiled.ms / c.compileFirstMs,
  };
}

await answer(bare);
