import { promiseDelivery } from "../src/crm-bridge/promise/index.js";
import { planRequirements, tryDemands } from "../src/mrp/index.js";
import { timed } from "./clock.js";
import { generateProblem } from "./generate.js";
import { planningRows } from "./planning-input.js";
import { drawsFrom } from "./random.js";
import type { Ratio } from "./table.js";

const ITEMS = 100_000;
const PROMISES = 1_000;
/** Promises between two full runs. */
const AT_ONCE = 100;

/**
 * What customers are told against the live plan of a large problem, measured by full runs of
 * `planRequirements` from the same rows. Each asks for what some demand asks for, once more; nothing is
 * accepted. Runs alternate, and each ratio is that of a promise and of the full run before it.
 */
export function promises(seed: number): Ratio[] {
  const input = planningRows(generateProblem(ITEMS, 7, seed));
  const demands = input.demands!;
  const draws = drawsFrom(seed);
  const plan = planRequirements(input);
  let asked = 0;
  const next = () => {
    const { item, quantity, due } = demands[draws.whole(0, demands.length - 1)]!;
    return { id: `asked ${asked++}`, item, quantity: Math.ceil(Number(quantity)), due };
  };
  const aTrial = (): void => {
    const trial = tryDemands(plan, [next()]);
    if (trial.available.length + trial.broken.length === 0) throw new Error("Nothing was tried.");
  };
  const aPromise = (): void => {
    const { id, due: requestedDate, ...line } = next();
    const lines = [{ ...line, id: "1", requestedDate }];
    const { outcome } = promiseDelivery(plan, { id, delivery: "whole", lines });
    if (outcome === undefined) throw new Error("Nothing was promised.");
  };
  // What all of them share is worked out by the first.
  aTrial();
  aPromise();
  const [trials, told]: [number[], number[]] = [[], []];
  for (let round = 0; round < PROMISES / AT_ONCE; round++) {
    const full = timed(() => planRequirements(input)).ms;
    for (let n = 0; n < AT_ONCE; n++) trials.push(timed(aTrial).ms / full);
    for (let n = 0; n < AT_ONCE; n++) told.push(timed(aPromise).ms / full);
  }
  return [
    { name: "one more demand tried ÷ full run, median", measured: median(trials), atMost: 0.002 },
    { name: "one more demand tried ÷ full run, mean", measured: mean(trials) },
    { name: "a promised delivery ÷ full run, median", measured: median(told), atMost: 0.002 },
    { name: "a promised delivery ÷ full run, mean", measured: mean(told) },
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
