import { acyclicOrder, incidence } from "./acyclic-order.js";

/** What flows between stages: quantity of `from` in one unit of `to`, for each arc. */
export interface Flows {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly quantity: Float64Array;
}

/**
 * Fills in the demand of stages that do not say theirs, from the end stages below them: means add
 * up, and so do variances, as the demands of end stages are independent. What one end stage needs
 * over several ways is one demand and counts with its whole quantity.
 *
 * @param demandDeviation - of each stage; NaN where it is not said
 * @param demandMean - likewise; stays NaN where an end stage below does not say it
 */
export function pooledDemand(
  { from, to, quantity }: Flows,
  demandDeviation: Float64Array,
  demandMean: Float64Array,
): { readonly demandDeviation: Float64Array; readonly demandMean: Float64Array } {
  const count = demandDeviation.length;
  const entering = incidence(count, to);
  const leaving = incidence(count, from);
  const order = acyclicOrder(count, from, to).order ?? new Int32Array(0);
  const variance = new Float64Array(count);
  const mean = new Float64Array(count);
  const needed = new Float64Array(count); // units of each stage in one unit of the end stage
  for (let last = count - 1; last >= 0; last--) {
    const end = order[last]!;
    if (leaving.start[end] !== leaving.start[end + 1]) continue;
    needed[end] = 1;
    for (let place = last; place >= 0; place--) {
      const n = order[place]!;
      const units = needed[n]!;
      if (units === 0) continue;
      needed[n] = 0;
      variance[n]! += (units * demandDeviation[end]!) ** 2;
      mean[n]! += units * demandMean[end]!;
      for (let k = entering.start[n]!; k < entering.start[n + 1]!; k++) {
        const arc = entering.arc[k]!;
        needed[from[arc]!]! += units * quantity[arc]!;
      }
    }
  }
  return {
    demandDeviation: demandDeviation.map((own, n) =>
      Number.isNaN(own) ? Math.sqrt(variance[n]!) : own,
    ),
    demandMean: demandMean.map((own, n) => (Number.isNaN(own) ? mean[n]! : own)),
  };
}
