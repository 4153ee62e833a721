/**
 * Where a falling function reaches a value, by halving: sure, and as exact as the function is.
 *
 * @param at - a function that falls from above the value to below it
 * @param value - what it shall be
 * @param start - where to look first
 * @returns the place, or an infinite one when the function never passes the value
 */
export function decreasingRoot(at: (x: number) => number, value: number, start: number): number {
  let low = start - 1;
  let high = start + 1;
  while (at(low) < value && low > -1e18) low = start - 2 * (start - low);
  while (at(high) > value && high < 1e18) high = start + 2 * (high - start);
  if (at(low) < value || at(high) > value) return Number.NaN;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (at(middle) > value) low = middle;
    else high = middle;
  }
}
