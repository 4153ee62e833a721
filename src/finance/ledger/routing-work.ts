import { addRatios, multiplyRatios, type Ratio } from "../../core/index.js";
import type { Routing } from "../../routing/index.js";

/** Work of an operation on every order, in the currency of the plan. */
export interface OperationWork {
  readonly cause: "setup" | "run" | "subcontract";
  readonly workCenter: string | null;
  /** Who does it; `null`: it is done at the work centre. */
  readonly supplier: string | null;
  /** For an order, for a stock unit that is started, or for a batch. */
  readonly amount: Ratio;
  /** `undefined`: for an order where it is set-up, else for a stock unit. */
  readonly batches: Ratio | undefined;
}

/** What the operations of an order cost, whatever its size. */
export interface RoutingWork {
  readonly works: readonly OperationWork[];
  /** A work centre states no cost of the hour. */
  readonly isHourCostMissing: boolean;
  /** A supplier's operation states no cost. */
  readonly isSubcontractMissing: boolean;
}

const known = new WeakMap<Routing, RoutingWork>();

/**
 * What the operations of an order cost, each at its own work centre (K53): set-up and teardown, run, and
 * what suppliers do, as in standard costs (K70).
 */
export function routingWork(routing: Routing): RoutingWork {
  let work = known.get(routing);
  if (work === undefined) {
    work = readWork(routing);
    known.set(routing, work);
  }
  return work;
}

function readWork({ operations, order }: Routing): RoutingWork {
  const works: OperationWork[] = [];
  let isHourCostMissing = false;
  let isSubcontractMissing = false;
  for (const n of order) {
    const { workCenter, subcontract, rates, inflow } = operations[n]!;
    const put = (cause: OperationWork["cause"], amount: Ratio, batches?: Ratio): void => {
      if (amount.num === 0n) return;
      const by = { workCenter: workCenter?.id ?? null, supplier: subcontract?.supplier ?? null };
      works.push({ cause, ...by, amount, batches });
    };
    if (subcontract !== undefined) {
      if (subcontract.cost === undefined) isSubcontractMissing = true;
      else put("subcontract", multiplyRatios(subcontract.cost, inflow));
    }
    if (workCenter === undefined) continue;
    const others = addRatios(rates.setup, rates.teardown);
    const rate = workCenter.costPerHour;
    if (rate === undefined) {
      if (others.num > 0n || rates.run.num > 0n) isHourCostMissing = true;
      continue;
    }
    put("setup", multiplyRatios(others, rate));
    put("run", multiplyRatios(rates.run, rate), rates.batches);
  }
  return { works, isHourCostMissing, isSubcontractMissing };
}
