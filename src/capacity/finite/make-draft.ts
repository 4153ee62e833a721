import type { Decided } from "./decided.js";
import type { Draft, Pass } from "./pass.js";

/** Turns the moments of a pass into minutes of time. */
export function makeDraft({ shop, sign }: Pass, decided: Decided): Draft {
  const { arrival, after, nodeAfter: _, ...rest } = decided;
  const tasks = decided.start.length;
  const [start, end] =
    sign === 1 ? [decided.start, decided.end] : [negated(decided.end), negated(decided.start)];
  const queueStart = new Float64Array(tasks).fill(Number.NaN);
  const available = new Float64Array(tasks).fill(Number.NaN);
  for (let task = 0; task < tasks; task++) {
    if (Number.isNaN(start[task]!)) continue;
    const operation = shop.operationOf[task]!;
    // What takes days has no queue: it begins at the first midnight.
    const waits = shop.days[operation]! < 0;
    if (sign === -1) queueStart[task] = 0 - after[task]!;
    else queueStart[task] = waits ? arrival[operation]! : start[task]!;
    available[task] = end[task]! + shop.waitMove[operation]!;
  }
  return { ...rest, queueStart, start, end, available };
}

function negated(moments: Float64Array): Float64Array {
  return moments.map((moment) => 0 - moment);
}
