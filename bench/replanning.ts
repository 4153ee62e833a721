import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  materializePegging,
  type Plan,
  type PlanChanges,
  pegDemand,
  planRequirements,
  replan,
} from "../src/mrp/index.js";
import { timed } from "./clock.js";
import { generateProblem } from "./generate.js";
import { planningRows } from "./planning-input.js";
import { drawsFrom } from "./random.js";
import type { Ratio } from "./table.js";

const ITEMS = 100_000;
const ROUNDS = 11;
/** Single changes, and trees, between two full runs. */
const SINGLE = 20;

/**
 * Changes and pegs measured by full runs of `planRequirements` from the same rows. Runs alternate: a
 * full one, then the others, and each ratio is that of a pair; the median of the pairs is told.
 */
export function replanning(seed: number): Ratio[] {
  const input = planningRows(generateProblem(ITEMS, 7, seed));
  const { demands, items } = input;
  const draws = drawsFrom(seed);
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
  const bytes = whatIf(plan, () => changed(1), planBytes);
  const bytesOfSlower = whatIf(plan, slower, planBytes);
  const single: number[] = [];
  const [hundred, leadTime, tree, all]: number[][] = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    const full = timed(() => planRequirements(input)).ms;
    for (let n = 0; n < SINGLE; n++) single.push(timed(() => replan(plan, changed(1))).ms / full);
    for (let n = 0; n < SINGLE; n++) leadTime!.push(timed(() => replan(plan, slower())).ms / full);
    hundred!.push(timed(() => replan(plan, changed(100))).ms / full);
    for (let n = 0; n < SINGLE; n++) {
      const { id } = demands![draws.whole(0, demands!.length - 1)]!;
      tree!.push(timed(() => pegDemand(plan, id)).ms / full);
    }
    all!.push(timed(() => materializePegging(plan)).ms / full);
  }
  const goals = { leadTime: 0.001, hundred: 0.5, tree: 0.02, all: 3 };
  return [
    { name: "one changed demand ÷ full run, median", measured: median(single), atMost: 0.001 },
    { name: "one changed demand ÷ full run, mean", measured: mean(single), atMost: 0.01 },
    {
      name: "100 changed demands ÷ full run",
      measured: median(hundred!),
      atMost: goals.hundred,
    },
    {
      name: "one changed lead time ÷ full run, median",
      measured: median(leadTime!),
      atMost: goals.leadTime,
    },
    {
      name: "one changed lead time ÷ full run, mean",
      measured: mean(leadTime!),
      atMost: 0.01,
    },
    {
      name: "a what-if of one demand ÷ plan, bytes",
      measured: bytes,
      atMost: 0.02,
    },
    {
      name: "a what-if of one lead time ÷ plan, bytes",
      measured: bytesOfSlower,
      atMost: 0.02,
    },
    { name: "all orders below one demand ÷ full run", measured: median(tree!), atMost: goals.tree },
    { name: "all pegs as columns ÷ full run", measured: median(all!), atMost: goals.all },
  ];
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

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
