import { promiseDelivery } from "../../src/crm-bridge/promise/index.js";
import { planRequirements, tryDemands } from "../../src/mrp/index.js";
import { timed } from "../clock.js";
import { generateProblem } from "../generate.js";
import { planningRows } from "../planning-input.js";
import { drawsFrom } from "../random.js";
import { SEED } from "../sizes.js";
import { mean } from "../statistics.js";
import { answer } from "./answer.js";

const ITEMS = 100_000;
const ROUNDS = 11;
/** Promises between two full runs. */
const AT_ONCE = 40;

/** Times divided by that of the full run before them, one by one, and the mean of each round. */
export interface PromisesAnswer {
  readonly trials: readonly number[];
  readonly trialsMean: readonly number[];
  readonly promised: readonly number[];
  readonly promisedMean: readonly number[];
}

/**
 * What customers are told against the live plan of a large problem, measured by full runs of
 * `planRequirements` from the same rows. Each asks for what some demand asks for, once more; nothing is
 * accepted. Runs alternate, and each ratio is that of a promise and of the full run before it.
 */
export function promises(): PromisesAnswer {
  const input = planningRows(generateProblem(ITEMS, 7, SEED));
  const demands = input.demands!;
  const draws = drawsFrom(SEED);
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
  const rounds = Array.from({ length: ROUNDS }, () => {
    const full = timed(() => planRequirements(input)).ms;
    const byFullRun = (run: () => void): number[] =>
      Array.from({ length: AT_ONCE }, () => timed(run).ms / full);
    return { trials: byFullRun(aTrial), promised: byFullRun(aPromise) };
  });
  return {
    trials: rounds.flatMap(({ trials }) => trials),
    trialsMean: rounds.map(({ trials }) => mean(trials)),
    promised: rounds.flatMap(({ promised }) => promised),
    promisedMean: rounds.map(({ promised }) => mean(promised)),
  };
}

await answer(promises);
