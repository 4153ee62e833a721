import type { Day } from "../../core/index.js";
import { SUPPLY_MOVEMENT_KINDS } from "../../mrp/index.js";
import { type TimedOperation, timedOperations } from "../../routing/index.js";
import type { LedgerSetting } from "./ledger-setting.js";
import { type WorkCosts, workCosts } from "./work-costs.js";

/** How what is left of an open order is made. */
export interface Making {
  readonly isSubcontract: boolean;
  /** Work at work centres is posted on this day. */
  readonly start: Day;
  readonly due: Day;
  readonly work: WorkCosts;
  /** Whether it was set up, and some of what goes in did so, before the planning start (K75). */
  readonly isBegun: boolean;
}

/**
 * How what is left of an open order is made.
 *
 * @param place - in `plan.supplies`
 */
export function openMaking(
  { model, movements, plan, startDay }: LedgerSetting,
  place: number,
): Making {
  const supply = plan.supplies.at(place)!;
  const production = model.production(supply);
  const { supplies } = movements;
  const due = supplies.day[place]!;
  return {
    isSubcontract: supplies.kind[place] === SUPPLY_MOVEMENT_KINDS.indexOf("subcontract"),
    // One that is drawn before its own start is worked on until it is there.
    start: Math.min(Math.max(production?.start ?? startDay, startDay), due),
    due,
    work: workCosts(production === undefined ? [] : operationsLeft(production)),
    isBegun: supplies.isFirm[place] !== 1 || (production !== undefined && isBegun(production)),
  };
}

type Production = NonNullable<ReturnType<LedgerSetting["model"]["production"]>>;

/** Whether some of it has arrived, or of an operation is done. */
function isBegun({ isBegun: hasArrived, progress }: Production): boolean {
  return hasArrived || [...progress.values()].some(({ num }) => num > 0n);
}

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
