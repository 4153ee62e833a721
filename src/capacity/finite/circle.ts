/**
 * Finds a circle among numbered things, in time linear in what comes after what.
 *
 * @param count - how many things there are
 * @param nextOf - those that each leads to
 * @returns the things round a circle, each leading to the one behind it and the last to the first;
 * `undefined` where there is none
 */
export function circleAmong(
  count: number,
  nextOf: (thing: number) => readonly number[],
): readonly number[] | undefined {
  /** 0: not met; 1: on the way to the thing that is looked at; 2: leads into no circle. */
  const state = new Uint8Array(count);
  for (let first = 0; first < count; first++) {
    if (state[first] !== 0) continue;
    const path = [first];
    const places = [0];
    state[first] = 1;
    while (path.length > 0) {
      const thing = path[path.length - 1]!;
      const next = nextOf(thing)[places[places.length - 1]!++];
      if (next === undefined) {
        state[thing] = 2;
        path.pop();
        places.pop();
      } else if (state[next] === 1) return path.slice(path.indexOf(next));
      else if (state[next] === 0) {
        state[next] = 1;
        path.push(next);
        places.push(0);
      }
    }
  }
  return undefined;
}
