import { promiseDelivery } from "../../src/crm-bridge/promise/index.js";
import { type Plan, planRequirements, tryDemands } from "../../src/mrp/index.js";
import { timed } from "../clock.js";
import { generateProblem } from "../generate.js";
import { planningRows } from "../planning-input.js";
import { drawsFrom } from "../random.js";
import { SEED } from "../sizes.js";
import { mean, median } from "../statistics.js";
import { answer } from "./answer.js";

const ITEMS = 100_000;
const ROUNDS = 11;
/** Trials, and promises, on each plan. */
const SINGLE = 60;

/** Times divided by that of the full run before them: the median and the mean of a round. */
export interface PromisesAnswer {
  readonly trials: readonly number[];
  readonly trialsMean: readonly number[];
  readonly promised: readonly number[];
  readonly promisedMean: readonly number[];
}

/**
 * What customers are told against the live plan of a large problem, measured by full runs of
 * `planRequirements` from the same rows. Each asks for what some demand asks for, once more; nothing is
 * accepted. Rounds alternate: a full run, then all trials and promises on the plan that it made, the same
 * in each round; each ratio is that of a round.
 */
export function promises(): PromisesAnswer {
  const input = planningRows(generateProblem(ITEMS, 7, SEED));
  const demands = input.demands!;
  const draws = drawsFrom(SEED);
  const asked = (_: unknown, n: number) => {
    const { item, quantity, due } = demands[draws.whole(0, demands.length - 1)]!;
    return { id: `asked ${n}`, item, quantity: Math.ceil(Number(quantity)), due };
  };
  const tried = Array.from({ length: SINGLE }, asked);
  const promised = Array.from({ length: SINGLE }, asked);
  const round = () => {
    const { ms: fullMs, result: plan } = timed(() => planRequirements(input));
    // What all of them share is worked out by the first.
    tryOne(plan, tried[0]!);
    promiseOne(plan, promised[0]!);
    const trials = tried.map((one) => timed(() => tryOne(plan, one)).ms / fullMs);
    const told = promised.map((one) => timed(() => promiseOne(plan, one)).ms / fullMs);
    return {
      trials: median(trials),
      trialsMean: mean(trials),
      promised: median(told),
      promisedMean: mean(told),
    };
  };
  const rounds = Array.from({ length: ROUNDS }, round);
  return {
    trials: rounds.map(({ trials }) => trials),
    trialsMean: rounds.map(({ trialsMean }) => trialsMean),
    promised: rounds.map(({ promised: one }) => one),
    promisedMean: rounds.map(({ promisedMean }) => promisedMean),
  };
}

interface Asked {
  readonly id: string;
  readonly item: string;
  readonly quantity: number;
  readonly due: string;
}

function tryOne(plan: Plan, asked: Asked): void {
  const trial = tryDemands(plan, [asked]);
  if (trial.available.length + trial.broken.length === 0) throw new Error("Nothing was tried.");
}

function promiseOne(plan: Plan, { id, due: requestedDate, ...line }: Asked): void {
  const lines = [{ ...line, id: "1", requestedDate }];
  const { outcome } = promiseDelivery(plan, { id, delivery: "whole", lines });
  if (outcome === undefined) throw new Error("Nothing was promised.");
}

await answer(promises);
