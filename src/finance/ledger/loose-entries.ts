import { addRatios, type Ratio, ratioOf } from "../../core/index.js";
import { STOCK_MOVEMENT_KINDS } from "../../mrp/index.js";
import type { LedgerParts } from "./ledger-parts.js";
import type { OpenJob } from "./open-work.js";
import { placeOf } from "./place-of.js";
import type { Entry } from "./posting.js";
import { purchaseEntries } from "./purchase-entries.js";
import { ENDS_WITH_HORIZON } from "./within-horizon.js";

const NOTHING: Ratio = { num: 0n, den: 1n };
const [ISSUED, RECEIVED] = (["issueToSupply", "coProductOfSupply"] as const).map((kind) =>
  STOCK_MOVEMENT_KINDS.indexOf(kind),
);

/**
 * Postings of open orders that stand in no columns: what is still worked on them, and what went into
 * released ones before the planning start, as their standard cost says beyond what is still to go in.
 */
export function looseEntries(parts: LedgerParts): readonly Entry[] {
  const { openWork } = parts;
  if (openWork.jobs.length === 0) return [];
  const { unknown } = parts;
  const open = openWork.jobs.filter(({ point }) => !unknown.has(point));
  const before = valuesBefore(
    parts,
    open.filter(({ making }) => making.isBegun),
  );
  return openWork.jobs.flatMap((job) => entriesOf(parts, job, before.get(job.place)));
}

function entriesOf(parts: LedgerParts, job: OpenJob, opening: Ratio | undefined): readonly Entry[] {
  const { setting, unknown } = parts;
  const { supplies } = setting.movements;
  const { due } = job.making;
  const place = {
    ...placeOf(setting.points[job.point]!),
    supply: supplies.id(job.place),
    supplier: supplies.supplier(job.place),
    quantity: null,
  };
  const entries: Entry[] = [];
  const inputs = [
    ...job.inputs,
    ...(opening === undefined
      ? []
      : [
          {
            ...({
              account: undefined,
              cause: "opening",
              element: null,
              workCenter: null,
              worker: undefined,
            } as const),
            ...{ day: setting.startDay, amount: opening },
          },
        ]),
  ];
  for (const { account, worker, ...input } of inputs) {
    const one = { ...place, ...input };
    if (account !== undefined) entries.push({ ...one, account, supplier: worker ?? one.supplier });
    if (worker !== undefined) entries.push(...purchaseEntries(setting, job.making, one, worker));
    if (unknown.has(job.point)) continue;
    const amount = { num: -one.amount.num, den: one.amount.den };
    entries.push(
      { ...one, account: "workInProcess" },
      { ...one, account: "workInProcess", cause: "variance", day: due, amount },
      { ...one, account: "productionVariance", day: due },
    );
  }
  const { endDay } = setting.movements;
  return entries.filter(({ account, day }) => day < endDay || !ENDS_WITH_HORIZON.has(account));
}

/** By open order: what went in before the planning start, where that is above 0. */
function valuesBefore(parts: LedgerParts, begun: readonly OpenJob[]): ReadonlyMap<number, Ratio> {
  const { costs, movements } = parts.setting;
  const before = new Map<number, Ratio>();
  if (begun.length === 0) return before;
  const add = (place: number, ratio: Ratio, count: number): void => {
    const amount = ratioOf(ratio.num * BigInt(count), ratio.den);
    before.set(place, addRatios(before.get(place) ?? NOTHING, amount));
  };
  for (const { place, point, inputs } of begun) {
    add(place, costs[point]!.ratio, movements.supplies.quantity[place]!);
    for (const { amount } of inputs) add(place, amount, -1);
  }
  for (const [point, cost] of costs.entries()) {
    if (cost === undefined) continue;
    const { count, kind, row, quantity } = movements.stock(point);
    for (let n = 0; n < count; n++) {
      // What is issued leaves stock with a quantity below 0.
      const isOf = kind[n] === ISSUED || kind[n] === RECEIVED;
      if (isOf && before.has(row[n]!)) add(row[n]!, cost.ratio, quantity[n]!);
    }
  }
  for (const { point, supply, quantity } of parts.openWork.later) {
    if (before.has(supply)) add(supply, costs[point]!.ratio, quantity);
  }
  return new Map([...before].filter(([, { num }]) => num > 0n));
}
