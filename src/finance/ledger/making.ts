import { type Day, parseDay } from "../../core/index.js";
import { capacityModel, type PlannedOrder, type PlannedSupply } from "../../mrp/index.js";
import { type TimedOperation, timedOperations } from "../../routing/index.js";
import { decimalRatio } from "./decimal-ratio.js";
import type { LedgerSetting } from "./ledger-setting.js";
import { placeOf } from "./place-of.js";
import type { PostingPlace } from "./posting.js";
import { type WorkCosts, workCosts } from "./work-costs.js";

/** An order that is made, or on which a supplier works. */
export interface Making {
  readonly place: PostingPlace;
  readonly isSubcontract: boolean;
  /** Work at work centres is posted on this day. */
  readonly start: Day;
  readonly due: Day;
  readonly work: WorkCosts;
  /** Whether it was set up, and some of what goes in did so, before the planning start. */
  readonly isBegun: boolean;
}

/** How a planned order is made. */
export function plannedMaking(setting: LedgerSetting, order: PlannedOrder): Making {
  const routing = capacityModel(setting.plan).routingOfOrder(order);
  const quantity = decimalRatio(order.startQuantity);
  const operations = routing === undefined ? [] : timedOperations(routing, quantity);
  return {
    place: { ...placeOf(order), order: order.id, supplier: order.supplier ?? null },
    isSubcontract: order.kind === "subcontract",
    start: parseDay(order.release)!,
    due: parseDay(order.due)!,
    work: workCosts(operations),
    isBegun: false,
  };
}

/** How what is left of an open order is made. */
export function openMaking(setting: LedgerSetting, supply: PlannedSupply): Making {
  const row = setting.supplyRow(supply.id);
  const production = capacityModel(setting.plan).production(supply);
  return {
    place: { ...placeOf(supply), supply: supply.id, supplier: row.supplier ?? null },
    isSubcontract: row.kind === "subcontract",
    start: Math.max(production?.start ?? setting.startDay, setting.startDay),
    due: parseDay(supply.date)!,
    work: workCosts(production === undefined ? [] : operationsLeft(production)),
    isBegun: row.firm !== true || production?.isBegun === true,
  };
}

type Production = NonNullable<ReturnType<ReturnType<typeof capacityModel>["production"]>>;

function operationsLeft(production: Production): readonly TimedOperation[] {
  const { routing, startQuantity, startQuantityLeft, progress } = production;
  if (routing === undefined) return [];
  const completed = new Map(
    routing.operations.flatMap(({ id }, place) => {
      const done = progress.get(id);
      return done === undefined ? [] : [[place, done] as const];
    }),
  );
  return timedOperations(routing, startQuantity, { remaining: { startQuantityLeft, completed } });
}
