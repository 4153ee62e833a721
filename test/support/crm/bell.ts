import {
  type CrmDemand,
  type CrmRecordsInput,
  type DemandPolicy,
  demandFromCrm,
  readCrmRecords,
} from "../../../src/index.js";

type Row<List extends keyof CrmRecordsInput> =
  NonNullable<CrmRecordsInput[List]> extends readonly (infer One)[] ? One : never;

/** A line of a product, needed on 2026-03-20 unless it says otherwise. */
export const line = (quantity: number | string, product = "bicycle") => ({
  ...{ id: "1", product, quantity },
  requestedDate: "2026-03-20",
});

/** An open deal of one line. */
export const opportunity = (
  id: string,
  quantity: number | string,
  more: Partial<Row<"opportunities">> = {},
): Row<"opportunities"> => ({
  ...{ id, account: "Bell", stage: "talk", status: "open", probability: "0.5" },
  ...{ closeDate: "2026-03-10", lines: [line(quantity)] },
  ...more,
});

/** A quote that was sent, of one line. */
export const quote = (
  id: string,
  quantity: number | string,
  more: Partial<Row<"quotes">> = {},
): Row<"quotes"> => ({
  ...{ id, account: "Bell", version: 1, status: "sent", date: "2026-03-01" },
  ...{ lines: [line(quantity)], ...more },
});

/** An open order of one line. */
export const order = (
  id: string,
  quantity: number | string,
  more: Partial<Row<"orders">> = {},
): Row<"orders"> => ({
  ...{ id, account: "Bell", status: "open", date: "2026-03-01" },
  ...{ lines: [line(quantity)], ...more },
});

/** March by sales. */
export const march = (
  quantity: number,
  more: Partial<Row<"forecasts">> = {},
): Row<"forecasts"> => ({
  ...{ id: "March", product: "bicycle", from: "2026-03-01", until: "2026-03-31", quantity },
  ...{ version: 1, status: "submitted", ...more },
});

/** Records beside an account and a bicycle that is counted in whole pieces. */
export const recordsOf = (input: CrmRecordsInput): CrmRecordsInput => ({
  accounts: [{ id: "Bell" }],
  products: [{ id: "bicycle", decimals: 0 }],
  ...input,
});

/** A policy that counts what is likelier than a half. */
export const policyOf = (more: Partial<DemandPolicy> = {}): DemandPolicy => ({
  asOf: "2026-03-02",
  deals: { use: "threshold", above: "0.5" },
  needDate: { from: "requestedOrClose", days: 14 },
  forecast: { prefer: "adjusted" },
  pipeline: "linked",
  contractRest: "none",
  credit: "promised",
  ...more,
});

/** What records come to. */
export const demandOf = (input: CrmRecordsInput, more: Partial<DemandPolicy> = {}): CrmDemand =>
  demandFromCrm(readCrmRecords(recordsOf(input)), policyOf(more));

/** The demand in one line each: of what record, how much, when. */
export const texts = ({ demands }: CrmDemand): string[] =>
  demands.map(({ attributes, quantity, due, consumption, shipped }) => {
    const rest = [
      ...(shipped === undefined ? [] : [`shipped ${shipped}`]),
      ...(consumption === undefined ? [] : [`consumes ${consumption}`]),
    ];
    return [`${attributes?.crmRecord}: ${quantity} on ${due}`, ...rest].join(", ");
  });

/** The account in one line each: what counts and why. */
export const reasons = ({ account }: CrmDemand): string[] =>
  account.map(({ record, counted, why, by }) => {
    const whose = record.list === "forecasts" ? `${record.id} ${record.line}` : record.id;
    return `${whose}: ${counted}, ${why}${by === null ? "" : ` by ${by.id}`}`;
  });
