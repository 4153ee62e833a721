import {
  materializePegging,
  type Plan,
  type PlanChanges,
  pegDemand,
  planRequirements,
  replan,
} from "../../src/mrp/index.js";
import { timed } from "../clock.js";
import { collectGarbage } from "../garbage.js";
import { generateProblem } from "../generate.js";
import { planningRows } from "../planning-input.js";
import { drawsFrom } from "../random.js";
import { SEED } from "../sizes.js";
import { mean, median } from "../statistics.js";
import { answer } from "./answer.js";

const ITEMS = 100_000;
const ROUNDS = 11;
/** Single changes after a full run. */
const SINGLE = 200;
const TREES = 40;

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
 * Changes and pegs measured by full runs of `planRequirements` from the same rows. Rounds alternate: a
 * full run, then the others on the plan that it made, the same in each round; each ratio is that of a
 * round. What changes take depends on how many stocking points they reach, so of single ones the median
 * and the mean of many are compared.
 */
export function replanning(): ReplanningAnswer {
  const input = planningRows(generateProblem(ITEMS, 7, SEED));
  const { demands, items } = input;
  const draws = drawsFrom(SEED);
  const aDemand = () => demands![draws.whole(0, demands!.length - 1)]!;
  const changed = (count: number): PlanChanges => ({
    demands: {
      put: Array.from({ length: count }, () => {
        const demand = aDemand();
        return { ...demand, quantity: Math.ceil(Number(demand.quantity)) + draws.whole(1, 9) };
      }),
    },
  });
  const slower = (): PlanChanges => {
    const { id, leadTime = 0 } = items![draws.whole(0, items!.length - 1)]!;
    return { items: { change: [{ id, leadTime: leadTime + 2 }] } };
  };
  const [someDemand, someItem] = [changed(1), slower()];
  const oneDemand = Array.from({ length: SINGLE }, () => changed(1));
  const oneLeadTime = Array.from({ length: SINGLE }, slower);
  const hundred = changed(100);
  const pegged = Array.from({ length: TREES }, () => aDemand().id);
  const round = () => {
    const { ms: fullMs, result: plan } = timed(() => planRequirements(input));
    // What all changes of a plan share is made by the first of them.
    replan(plan, someDemand);
    replan(plan, someItem);
    const demand = oneDemand.map((one) => timed(() => replan(plan, one)).ms / fullMs);
    const leadTime = oneLeadTime.map((one) => timed(() => replan(plan, one)).ms / fullMs);
    const tree = pegged.map((id) => timed(() => pegDemand(plan, id)).ms / fullMs);
    return {
      demand: median(demand),
      demandMean: mean(demand),
      leadTime: median(leadTime),
      leadTimeMean: mean(leadTime),
      hundred: timed(() => replan(plan, hundred)).ms / fullMs,
      tree: median(tree),
      pegs: timed(() => materializePegging(plan)).ms / fullMs,
    };
  };
  const bytes = whatIfBytes(() => planRequirements(input), [oneDemand, oneLeadTime]);
  const rounds = Array.from({ length: ROUNDS }, round);
  return {
    demand: rounds.map(({ demand }) => demand),
    demandMean: rounds.map(({ demandMean }) => demandMean),
    leadTime: rounds.map(({ leadTime }) => leadTime),
    leadTimeMean: rounds.map(({ leadTimeMean }) => leadTimeMean),
    hundred: rounds.map(({ hundred: some }) => some),
    tree: rounds.map(({ tree }) => tree),
    pegs: rounds.map(({ pegs }) => pegs),
    demandBytes: bytes[0]!,
    leadTimeBytes: bytes[1]!,
  };
}

/** What one more plan holds that differs by one change, as a part of what a plan holds; by kind of change. */
function whatIfBytes(makePlan: () => Plan, kinds: readonly (readonly PlanChanges[])[]): number[] {
  const empty = usedBytes();
  const plan = makePlan();
  const planBytes = usedBytes() - empty;
  for (const [first] of kinds) replan(plan, first!);
  pegDemand(plan, plan.demands.at(0)!.id);
  return kinds.map((changes) => {
    const before = usedBytes();
    const plans = changes.map((change) => replan(plan, change));
    const bytes = (usedBytes() - before) / plans.length / planBytes;
    if (plans.length !== changes.length) throw new Error("The plans are gone.");
    return bytes;
  });
}

/** Bytes in use once what nobody refers to is collected. */
function usedBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

await answer(replanning);
