import { type Model, NETTING } from "../compile/model.js";

/** The first stocking point of each level, and at the end how many there are. */
export function levelsOf({ points: { count, level } }: Model): number[] {
  const levels: number[] = [];
  for (let point = 0; point < count; point++) {
    if (point === 0 || level[point] !== level[point - 1]) levels.push(point);
  }
  return [...levels, count];
}

/** The last level that begins no later than a stocking point; −1 where none does. */
export function levelAt(levels: readonly number[], point: number): number {
  let [low, high] = [0, levels.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (levels[middle]! <= point) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Whether the stocking points of a level may be planned in any order, or at the same time: each needs no
 * more than numbers of the levels above, and of those nothing that is kept as an object.
 */
export function isDivisible(model: Model): boolean {
  const { conventions, driving, firm, netting, points } = model;
  const isReached =
    model.movesNeeds || model.asksOthers || driving.size > 0 || points.loops.size > 0;
  const isResized = conventions.resize && firm.size > 0;
  return !isReached && !isResized && !netting.includes(NETTING.phantom);
}
