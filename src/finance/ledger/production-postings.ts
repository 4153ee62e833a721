import {
  addRatios,
  type Day,
  parseDay,
  parseRatio,
  type Ratio,
  ratioOf,
  sumOfRatios,
} from "../../core/index.js";
import type { PlanningInput } from "../../mrp/index.js";
import { CostRows } from "../cost-rows.js";
import { keyOfJob } from "./job-book.js";
import type { LedgerSetting } from "./ledger-setting.js";
import { type Making, openMaking, plannedMaking } from "./making.js";
import type { LedgerAccount, PostingCause } from "./posting.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** An amount that goes into an order. */
interface Input {
  readonly account: LedgerAccount;
  readonly cause: PostingCause;
  readonly day: Day;
  readonly amount: Ratio;
  readonly workCenter: string | null;
}

/**
 * Posts what goes into orders that are made or subcontracted, and what comes of them: work in process is
 * what has gone in until the order is done, and what went in beyond the standard cost of what came of it
 * is the variance. What went into released orders before the planning start is what their standard cost
 * says beyond what is still to go in.
 */
export function postProduction(setting: LedgerSetting, input: PlanningInput): void {
  const rows = new CostRows(input);
  for (const order of setting.plan.orders) {
    if (order.kind === "make" || order.kind === "subcontract") {
      post(setting, rows, input, plannedMaking(setting, order));
    }
  }
  for (const supply of setting.plan.supplies) {
    const { kind } = setting.supplyRow(supply.id);
    if (kind === "production" || kind === "subcontract") {
      post(setting, rows, input, openMaking(setting, supply));
    }
  }
}

function post(setting: LedgerSetting, rows: CostRows, input: PlanningInput, making: Making): void {
  const { place, due, isBegun } = making;
  const inputs = inputsOf(setting, rows, input, making);
  const { received } = setting.jobs.of(place);
  const put = (of: Input): void => {
    setting.entries.push({ ...place, quantity: null, ...of });
  };
  for (const one of inputs.known) if (one.account !== "materialIssued") put(one);
  if (!inputs.isComplete || received.some(({ amount }) => amount === undefined)) {
    setting.miss(place, "workInProcess");
    return;
  }
  const standard = sumOf(received.map(({ amount }) => amount!));
  const still = sumOf(inputs.known.map(({ amount }) => amount));
  const before = addRatios(standard, opposite(still));
  const opening = isBegun && before.num > 0n ? before : NOTHING;
  const wip = { account: "workInProcess", workCenter: null } as const;
  if (opening.num !== 0n) put({ ...wip, day: setting.startDay, cause: "opening", amount: opening });
  for (const one of inputs.known) put({ ...one, account: "workInProcess" });
  for (const { entry, amount } of received) {
    put({ ...wip, day: entry.day, cause: entry.cause, amount: opposite(amount!) });
  }
  const variance = addRatios(addRatios(opening, still), opposite(standard));
  if (variance.num === 0n) return;
  put({ ...wip, day: due, cause: "variance", amount: opposite(variance) });
  put({ ...wip, account: "productionVariance", day: due, cause: "variance", amount: variance });
}

/** What goes into an order, as far as it is known; what is not is named. */
function inputsOf(
  setting: LedgerSetting,
  rows: CostRows,
  input: PlanningInput,
  making: Making,
): { readonly known: readonly Input[]; readonly isComplete: boolean } {
  const { place, start, due, work, isBegun, isSubcontract } = making;
  const known: Input[] = [];
  let isComplete = true;
  const on = parseDay(setting.options.costs.asOf)!;
  const add = (one: Omit<Input, "amount">, amount: Ratio): void => {
    if (amount.num === 0n) return;
    const converted = setting.inCurrency(amount, input.currency ?? null, on);
    if (converted !== undefined) known.push({ ...one, amount: converted });
    else {
      isComplete = false;
      setting.miss(place, "rate");
    }
  };
  for (const { entry, amount } of setting.jobs.of(place).issued) {
    if (amount === undefined) isComplete = false;
    else {
      const value = opposite(amount);
      const issued = { account: "materialIssued", cause: "issue", day: entry.day } as const;
      setting.entries.push({
        ...entry,
        ...issued,
        quantity: entry.quantity && opposite(entry.quantity),
        amount: value,
      });
      known.push({ ...issued, amount: value, workCenter: null });
    }
  }
  const stated = isSubcontract ? undefined : parseRatio(rows.parameter(place, "setupCost"));
  const setup = { account: "setupAbsorbed", cause: "setup", day: start } as const;
  if (stated !== undefined && !isBegun) add({ ...setup, workCenter: null }, stated);
  for (const { cause, workCenter, amount } of work.centers) {
    if (cause === "run") add({ account: "runAbsorbed", cause, day: start, workCenter }, amount);
    else if (stated === undefined) add({ ...setup, workCenter }, amount);
  }
  const subcontract = { account: "subcontract", cause: "subcontract", day: due } as const;
  add({ ...subcontract, workCenter: null }, work.subcontract);
  if (work.isHourCostMissing) setting.miss(place, "hourCost");
  if (work.isSubcontractMissing) {
    isComplete = false;
    setting.miss(place, "subcontractCost");
  }
  if (isSubcontract) {
    const price = setting.subcontracted.get(keyOfJob(place));
    if (price === undefined) isComplete = false;
    else if (price.num !== 0n) known.push({ ...subcontract, amount: price, workCenter: null });
  }
  return { known, isComplete };
}

function opposite({ num, den }: Ratio): Ratio {
  return { num: -num, den };
}

function sumOf(amounts: readonly Ratio[]): Ratio {
  const { num, den } = sumOfRatios(amounts);
  return ratioOf(num, den);
}
