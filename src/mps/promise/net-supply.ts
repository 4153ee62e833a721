/**
 * Takes each shortage from the surplus of earlier periods, nearest first (D3): what is left of a
 * surplus is then free, and what is left of a shortage is uncovered.
 *
 * @param net - supply less orders of each period, in counts; it is changed in place
 * @returns the same list; its sum is what it was
 */
export function takenBack(net: number[]): number[] {
  const surpluses: number[] = []; // the periods before that still have one, nearest last
  for (let period = 0; period < net.length; period++) {
    while (net[period]! < 0 && surpluses.length > 0) {
      const from = surpluses.at(-1)!;
      const taken = Math.min(net[from]!, -net[period]!);
      net[from]! -= taken;
      net[period]! += taken;
      if (net[from] === 0) surpluses.pop();
    }
    if (net[period]! > 0) surpluses.push(period);
  }
  return net;
}
