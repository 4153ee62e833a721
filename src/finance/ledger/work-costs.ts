import { addRatios, multiplyRatios, type Ratio } from "../../core/index.js";
import type { TimedOperation } from "../../routing/index.js";

/** Work at a work centre. */
export interface CenterWork {
  readonly cause: "setup" | "run";
  readonly workCenter: string;
  /** In the currency of the input. */
  readonly amount: Ratio;
}

/** Work of a supplier. */
export interface SupplierWork {
  readonly supplier: string;
  /** In the currency of the input. */
  readonly amount: Ratio;
}

/** What the operations of an order cost, in the currency of the input. */
export interface WorkCosts {
  readonly centers: readonly CenterWork[];
  readonly suppliers: readonly SupplierWork[];
  /** A work centre states no cost of the hour. */
  readonly isHourCostMissing: boolean;
  /** A supplier's operation states no cost. */
  readonly isSubcontractMissing: boolean;
}

/**
 * What the operations of an order cost, each at its own work centre (K53): set-up and teardown, run, and
 * what suppliers do, as in standard costs (K70).
 */
export function workCosts(operations: readonly TimedOperation[]): WorkCosts {
  const centers: CenterWork[] = [];
  const suppliers: SupplierWork[] = [];
  let isHourCostMissing = false;
  let isSubcontractMissing = false;
  for (const { workCenter, subcontract, quantity, load, runHours } of operations) {
    if (subcontract?.cost !== undefined) {
      const { supplier, cost } = subcontract;
      suppliers.push({ supplier, amount: multiplyRatios(cost, quantity) });
    } else if (subcontract !== undefined) isSubcontractMissing = true;
    const rate = workCenter?.costPerHour;
    if (workCenter === undefined || load.num === 0n) continue;
    if (rate === undefined) {
      isHourCostMissing = true;
      continue;
    }
    const others = addRatios(load, { num: -runHours.num, den: runHours.den });
    for (const [cause, hours] of [
      ["setup", others],
      ["run", runHours],
    ] as const) {
      const amount = multiplyRatios(hours, rate);
      if (amount.num !== 0n) centers.push({ cause, workCenter: workCenter.id, amount });
    }
  }
  return { centers, suppliers, isHourCostMissing, isSubcontractMissing };
}
