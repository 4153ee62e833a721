/**
 * Wilson's interval for a share of which some of so many came out well.
 *
 * Of n = won + lost with p = won ÷ n: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n).
 *
 * @param won - a whole number, 0 or more
 * @param lost - likewise; not both 0
 * @param z - the normal quantile of the confidence, such as 1.96
 *
 * Source: E. B. Wilson, JASA 22 (1927), 209–212.
 */
export function wilsonInterval(
  won: number,
  lost: number,
  z: number,
): { readonly low: number; readonly high: number } {
  const n = won + lost;
  const share = won / n;
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const middle = share + (z * z) / (2 * n);
  const whole = 1 + (z * z) / n;
  // Where one of the two is 0 the end is known exactly, and rounding would hide it.
  return {
    low: won === 0 ? 0 : (middle - spread) / whole,
    high: lost === 0 ? 1 : (middle + spread) / whole,
  };
}
