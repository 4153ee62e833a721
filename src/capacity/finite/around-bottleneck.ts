import type { Draft } from "./pass.js";
import type { Shop } from "./shop.js";

/** By node: whether it comes before some operation at the bottleneck, and whether it is one. */
export function aroundBottleneck(
  shop: Shop,
  isThere: (task: number) => boolean,
): readonly [Uint8Array, Uint8Array] {
  const isBefore = new Uint8Array(shop.jobOf.length);
  const isBottleneck = new Uint8Array(shop.jobOf.length);
  const open: number[] = [];
  for (let operation = 0; operation < shop.operationIds.length; operation++) {
    if (!everyTask(shop, operation, isThere)) continue;
    isBottleneck[operation] = 1;
    open.push(operation);
  }
  const { start, link } = shop.linksTo;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (let k = start[node]!; k < start[node + 1]!; k++) {
      const from = shop.linkFrom[link[k]!]!;
      if (isBefore[from] === 1 || isBottleneck[from] === 1) continue;
      isBefore[from] = 1;
      open.push(from);
    }
  }
  return [isBefore, isBottleneck];
}

function everyTask(
  { firstTask }: Shop,
  operation: number,
  test: (task: number) => boolean,
): boolean {
  for (let task = firstTask[operation]!; task < firstTask[operation + 1]!; task++) {
    if (!test(task)) return false;
  }
  return true;
}

/** One draft of two: what comes before the bottleneck from the first, all else from the second. */
export function joinedDrafts(shop: Shop, back: Draft, on: Draft, isBefore: Uint8Array): Draft {
  const pick = <Column extends Float64Array | Int32Array | Uint8Array>(
    a: Column,
    b: Column,
  ): Column =>
    b.map((value, task) => (isBefore[shop.operationOf[task]!] === 1 ? a[task]! : value)) as Column;
  return {
    ...on,
    start: pick(back.start, on.start),
    end: pick(back.end, on.end),
    queueStart: pick(back.queueStart, on.queueStart),
    reason: pick(back.reason, on.reason),
    choice: pick(back.choice, on.choice),
  };
}
