import { type Check, identifier, oneOf, optional } from "../../core/index.js";
import type { Ledger, PostingCause } from "../ledger/index.js";
import { KnownIds, type KnownKind, knownId, noteUnknown } from "../ledger/known-ids.js";
import type { LedgerSetting } from "../ledger/ledger-setting.js";
import { bodyOf } from "../ledger/make-ledger.js";
import { LEDGER_ELEMENTS } from "../ledger/posting.js";
import { ledgerArgument, type ReportKey } from "../report/report-options.js";

/** Of what a budget may be. */
export type BudgetKey = ReportKey;

/** How each key of a budget is read. */
export type BudgetKeyChecks = Readonly<Record<BudgetKey, Check<string | undefined>>>;

const CAUSES: Readonly<Record<PostingCause, true>> = {
  ...{ purchase: true, subcontract: true, production: true, transfer: true },
  ...{ setup: true, run: true, sale: true, opening: true, release: true, coProduct: true },
  ...{ issue: true, shipment: true, allocation: true, variance: true, expiry: true },
};

/**
 * Makes the checks of what a budget is of: ids that no plan of a ledger has are refused, since nothing would ever
 * count for them. There may be nothing of what it names, and a customer may have no demand.
 *
 * @param ledger - of a plan, or of the difference of two; of anything else nothing is known
 */
export function budgetKeyChecks(ledger: Ledger): BudgetKeyChecks {
  const isLedger = ledgerArgument(ledger, { path: [], issues: [] }) !== undefined;
  const streams = isLedger ? bodyOf(ledger, "ledger").streams : undefined;
  const settings = streams?.map(({ stream }) => stream.parts.setting);
  const known = settings && new KnownIds(settings.map(({ input }) => input));
  const idOf = (kind: KnownKind) => optional(known ? knownId(known, kind) : identifier);
  const oneIn = (key: "site" | "segment" | "order", read: IdReader) =>
    optional(settings ? oneOfSettings(settings, key, read) : identifier);
  return {
    cause: optional(oneOf(...(Object.keys(CAUSES) as PostingCause[]))),
    element: optional(oneOf(...LEDGER_ELEMENTS)),
    ...{ family: idOf("family"), item: idOf("item") },
    site: oneIn("site", sitesOf),
    segment: oneIn("segment", ({ points }) => points.map(({ segment }) => segment)),
    order: oneIn("order", ordersOf),
    ...{ supply: idOf("supply"), demand: idOf("demand"), supplier: idOf("supplier") },
    // No list says who is a customer, and that one orders nothing is what a budget is to show.
    customer: optional(identifier),
    workCenter: idOf("workCenter"),
  };
}

type IdReader = (setting: LedgerSetting) => readonly (string | null)[];

function sitesOf({ input: { sites = [] }, points }: LedgerSetting): readonly string[] {
  return [...sites.map(({ id }) => id), ...points.map(({ site }) => site)];
}

function ordersOf({ plan, movements }: LedgerSetting): readonly string[] {
  return Array.from({ length: plan.orders.length }, (_, place) => movements.orderId(place));
}

function oneOfSettings(
  settings: readonly LedgerSetting[],
  key: string,
  read: IdReader,
): Check<string> {
  let ids: ReadonlySet<string | null> | undefined;
  return (value, place) => {
    const id = identifier(value, place);
    ids ??= new Set(settings.flatMap(read));
    if (id !== undefined && !ids.has(id)) noteUnknown(key, id, place);
    return id;
  };
}
