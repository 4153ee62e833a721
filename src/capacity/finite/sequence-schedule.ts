import { EventHeap } from "./event-heap.js";
import { lackOnUnit } from "./lack.js";
import { Network } from "./network.js";
import type { Draft, Pass } from "./pass.js";
import { taskMinutes } from "./setup-hours.js";
import { firstUnits } from "./units.js";

/** An operation of a sequence, and the choice at which it is done. */
export interface SequencedChoice {
  readonly operation: number;
  readonly choice: number;
}

/** What is last on the units of a work centre. */
interface Lanes {
  /** Units by when they are free. */
  readonly free: EventHeap;
  readonly group: Int32Array;
}

/**
 * Places operations one after the other, each behind all that stands on the units and tools it takes:
 * on the unit that is free first (K59). Then whatever is added to capacity makes nothing end later.
 */
export function sequenceSchedule(pass: Pass, sequence: readonly SequencedChoice[]): Draft {
  const { shop } = pass;
  const network = new Network(pass);
  const first = firstUnits(shop);
  const lanes = shop.centers.map((_, center): Lanes => {
    const units = first[center + 1]! - first[center]!;
    const free = new EventHeap();
    for (let unit = 0; unit < units; unit++) free.push(pass.from, unit);
    return { free, group: new Int32Array(units).fill(-1) };
  });
  const tools = shop.toolIds.map((_, tool) => {
    const free = new EventHeap();
    for (let unit = 0; unit < shop.toolUnits[tool]!; unit++) free.push(pass.from, unit);
    return free;
  });
  for (const { operation, choice } of sequence) {
    if (!network.isKnown(operation)) continue;
    for (let task = shop.firstTask[operation]!; task < shop.firstTask[operation + 1]!; task++) {
      if (!network.isResolved(task)) append(network, lanes, tools, task, choice);
    }
  }
  network.nextReady();
  return network.draft();
}

function append(
  network: Network,
  lanes: readonly Lanes[],
  tools: readonly EventHeap[],
  task: number,
  choice: number,
): void {
  const { pass, clocks } = network;
  const { shop } = pass;
  const operation = shop.operationOf[task]!;
  const center = shop.choiceCenter[choice]!;
  const clock = clocks[center]!;
  const { free, group } = lanes[center]!;
  const held = shop.toolSets[shop.toolSet[operation]!]!.map((tool) => tools[tool]!);
  const since = held.reduce((latest, tool) => Math.max(latest, tool.time), free.time);
  const unitSince = free.time;
  const unit = free.pop();
  const before = group[unit]!;
  const work = taskMinutes(shop, operation, choice, before);
  const ready = network.readyCount(task, choice, work);
  const from = Math.max(clock.count(since), ready);
  const isWithinShift = shop.centers[center]!.center.finishWithinShift;
  const start = isWithinShift ? clock.withinShift(from, work) : from;
  const end = work === 0 ? clock.begin(start) : clock.end(start + work);
  if (end > pass.until) {
    free.push(unitSince, unit);
    const late = { end: start + work, moment: end, work };
    const { reason, lacking } = lackOnUnit(clock, pass.until, from, late);
    network.fail(task, reason, lacking);
    return;
  }
  free.push(end, unit);
  group[unit] = shop.group[operation]!;
  for (const tool of held) tool.push(end, tool.pop());
  network.decided.before[task] = before;
  network.decided.unit[task] = unit;
  network.place(task, choice, clock.begin(start), end);
}
