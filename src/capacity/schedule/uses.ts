/** When things are taken and given back, each ascending. */
export interface Uses {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** The uses of tasks that hold something from a start to an end. */
export function usesOf(
  tasks: readonly number[],
  start: (task: number) => number,
  end: (task: number) => number,
): Uses {
  return {
    starts: Float64Array.from(tasks, start).sort(),
    ends: Float64Array.from(tasks, end).sort(),
  };
}

/** How many are in use right before a moment, or in the minute that ends with a count. */
export function takenBefore({ starts, ends }: Uses, moment: number): number {
  return countBelow(starts, moment) - countBelow(ends, moment);
}

/** How many are in use in the minute that begins with a count. */
export function takenAt(uses: Uses, count: number): number {
  return takenBefore(uses, count + 1);
}

/** The last of ascending whole numbers that is not above a value. */
export function lastUpTo(numbers: Float64Array, value: number): number | undefined {
  return numbers[countBelow(numbers, value + 1) - 1];
}

/** How many of ascending numbers are below a value. */
export function countBelow(numbers: Float64Array, value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
