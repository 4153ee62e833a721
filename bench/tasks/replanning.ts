import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  materializePegging,
  type Plan,
  type PlanChanges,
  pegDemand,
  planRequirements,
  replan,
} from "../../src/mrp/index.js";
import { timed } from "../clock.js";
import { generateProblem } from "../generate.js";
import { planningRows } from "../planning-input.js";
import { drawsFrom } from "../random.js";
import { SEED } from "../sizes.js";
import { mean } from "../statistics.js";
import { answer } from "./answer.js";

const ITEMS = 100_000;
const ROUNDS = 11;
/** Single changes, and trees, between two full runs. */
const SINGLE = 20;

/** Times divided by that of a full run; bytes of one more plan divided by those of the plan. */
export interface ReplanningAnswer {
  readonly demand: readonly number[];
  readonly demandMean: readonly number[];
  readonly leadTime: readonly number[];
  readonly leadTimeMean: readonly number[];
  readonly hundred: readonly number[];
  readonly tree: readonly number[];
  readonly pegs: readonly number[];
  readonly demandBytes: number;
  readonly leadTimeBytes: number;
}

/**
 * Changes and pegs measured by full runs of `planRequirements` from the same rows. Runs alternate: a
 * full one, then the others, and each ratio is that of a pair.
 */
export function replanning(): ReplanningAnswer {
  const input = planningRows(generateProblem(ITEMS, 7, SEED));
  const { demands, items } = input;
  const draws = drawsFrom(SEED);
  const changed = (count: number): PlanChanges => ({
    demands: {
      put: Array.from({ length: count }, () => {
        const demand = demands![draws.whole(0, demands!.length - 1)]!;
        return { ...demand, quantity: Math.ceil(Number(demand.quantity)) + draws.whole(1, 9) };
      }),
    },
  });
  const slower = (): PlanChanges => {
    const { id, leadTime = 0 } = items![draws.whole(0, items!.length - 1)]!;
    return { items: { change: [{ id, leadTime: leadTime + 2 }] } };
  };
  const before = usedBytes();
  const plan = planRequirements(input);
  const planBytes = usedBytes() - before;
  // What all changes share is made by the first of them.
  replan(plan, changed(1));
  replan(plan, slower());
  pegDemand(plan, demands![0]!.id);
  const demandBytes = whatIf(plan, () => changed(1), planBytes);
  const leadTimeBytes = whatIf(plan, slower, planBytes);
  const byFullRun = (count: number, run: (n: number) => unknown, fullMs: number): number[] =>
    Array.from({ length: count }, (_, n) => timed(() => run(n)).ms / fullMs);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const full = timed(() => planRequirements(input)).ms;
    return {
      demand: byFullRun(SINGLE, () => replan(plan, changed(1)), full),
      leadTime: byFullRun(SINGLE, () => replan(plan, slower()), full),
      hundred: byFullRun(1, () => replan(plan, changed(100)), full),
      tree: byFullRun(
        SINGLE,
        () => pegDemand(plan, demands![draws.whole(0, demands!.length - 1)]!.id),
        full,
      ),
      pegs: byFullRun(1, () => materializePegging(plan), full),
    };
  });
  return {
    demand: rounds.flatMap(({ demand }) => demand),
    demandMean: rounds.map(({ demand }) => mean(demand)),
    leadTime: rounds.flatMap(({ leadTime: one }) => one),
    leadTimeMean: rounds.map(({ leadTime: one }) => mean(one)),
    hundred: rounds.flatMap(({ hundred }) => hundred),
    tree: rounds.flatMap(({ tree }) => tree),
    pegs: rounds.flatMap(({ pegs }) => pegs),
    demandBytes,
    leadTimeBytes,
  };
}

/** What one more plan holds that differs by one change, as a part of what the plan holds. */
function whatIf(plan: Plan, change: () => PlanChanges, planBytes: number): number {
  const count = 100;
  const before = usedBytes();
  const plans = Array.from({ length: count }, () => replan(plan, change()));
  const bytes = (usedBytes() - before) / count / planBytes;
  if (plans.length !== count) throw new Error("The plans are gone.");
  return bytes;
}

let collect: (() => void) | undefined;

/** Bytes in use once what nobody refers to is collected. */
function usedBytes(): number {
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

await answer(replanning);
