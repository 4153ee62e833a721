/** All orders of the numbers from 0 on. */
export function allOrders(count: number): number[][] {
  if (count === 0) return [[]];
  return allOrders(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, place) => [
      ...order.slice(0, place),
      count - 1,
      ...order.slice(place),
    ]),
  );
}

/** All sequences of the operations of some jobs in which each job's stand in their order. */
export function allSequences(lengths: readonly number[]): (readonly [number, number])[][] {
  const sequences: (readonly [number, number])[][] = [];
  const next = lengths.map(() => 0);
  const order: (readonly [number, number])[] = [];
  const extend = (): void => {
    let isWhole = true;
    for (const [job, length] of lengths.entries()) {
      if (next[job]! === length) continue;
      isWhole = false;
      order.push([job, next[job]!++]);
      extend();
      next[job]!--;
      order.pop();
    }
    if (isWhole) sequences.push([...order]);
  };
  extend();
  return sequences;
}
