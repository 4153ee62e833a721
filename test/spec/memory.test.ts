import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  type Plan,
  type PlanningInput,
  pegDemand,
  planningRecord,
  planRequirements,
  replan,
  sharePlanning,
} from "orlicky";
import { describe, expect, test } from "vitest";

/** Ten items in a chain, in demand every day. */
const chain: PlanningInput = {
  startDate: "2026-01-05",
  items: Array.from({ length: 10 }, (_, n) => ({ id: `${n}` })),
  boms: Array.from({ length: 9 }, (_, n) => ({
    item: `${n}`,
    lines: [{ item: `${n + 1}`, quantity: 1 }],
  })),
  demands: Array.from({ length: 20 }, (_, n) => ({
    id: `order ${n}`,
    item: "0",
    quantity: 1,
    due: `2026-01-${n + 10}`,
  })),
};
const changes = { demands: { change: [{ id: "order 3", quantity: 7 }] } };

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What is not needed any more is gone when this is done. */
async function collected(): Promise<void> {
  // References that a job of the event loop has read are kept until it ends.
  await pause(0);
  collect();
  // Buffers are given back a little later.
  await pause(10);
  collect();
}

/** Reads a plan in every way that keeps something for later. */
function read(plan: Plan): void {
  expect(plan.orders.at(3)?.id).toBeDefined();
  expect(plan.messages.length + plan.supplies.length + plan.columns.length).toBeGreaterThan(0);
  expect(planningRecord(plan, "3").rows.length).toBeGreaterThan(0);
  expect(pegDemand(plan, "order 3")).toBeDefined();
}

/** A plan that is dropped at once. */
function dropped(make: () => Plan): WeakRef<Plan> {
  const plan = make();
  read(plan);
  return new WeakRef(plan);
}

describe("Memory", () => {
  test("a plan that is dropped is collected, whatever was read of it", async () => {
    const plan = dropped(() => planRequirements(chain));
    await collected();
    expect(plan.deref()).toBeUndefined();
  });

  test("a what-if that is dropped is collected while its plan stays, and a plan while its what-if stays", async () => {
    const plan = planRequirements(chain);
    const whatIf = dropped(() => replan(plan, changes));
    let kept: Plan | undefined;
    const before = dropped(() => {
      const first = planRequirements(chain);
      kept = replan(first, changes);
      return first;
    });
    await collected();
    expect([whatIf.deref(), before.deref()]).toEqual([undefined, undefined]);
    read(plan);
    read(kept!);
  });

  test("memory that threads share goes with the plan that is made in it", async () => {
    const memory = sharedAndDropped();
    await collected();
    expect(memory.deref()).toBeUndefined();
  });

  test("planning a thousand times needs no more memory than planning a hundred times", async () => {
    const wheel: PlanningInput = {
      startDate: "2026-01-05",
      items: [{ id: "wheel" }],
      demands: [{ id: "d1", item: "wheel", quantity: 1, due: "2026-01-16" }],
    };
    const needed = async (times: number): Promise<number> => {
      for (let n = 0; n < times; n++) planRequirements(wheel);
      await collected();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const [afterHundred, afterThousand] = [await needed(100), await needed(900)];
    // A plan keeps several times as many bytes.
    expect(afterThousand - afterHundred).toBeLessThan(900 * 10_000);
  });
});

function sharedAndDropped(): WeakRef<Int32Array> {
  const share = sharePlanning(chain);
  const { levels, memory } = share;
  for (let level = 0; level + 1 < levels.length; level++) {
    share.sweepRange(levels[level]!, levels[level + 1]!);
  }
  read(share.plan([]));
  return new WeakRef(memory.due);
}
