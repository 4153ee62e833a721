/** The last of 0 … length − 1 for which a test holds that holds up to some place; −1 when for none. */
export function lastBelow(length: number, test: (k: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
