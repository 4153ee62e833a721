import type { Day, Decimal } from "../../core/index.js";
import type { CountedBecause } from "./crm-demand.js";
import type { Options } from "./demand-policy.js";
import type { PlannedProduct, RecordPlace } from "./record-context.js";
import type { LineReference, RecordReference } from "./record-reference.js";

/** What becomes of a line of a record, while it is being found out. Counts are of 10^-decimals. */
export interface LineDraft {
  readonly record: LineReference;
  quantity: Decimal;
  decimals: number;
  counted: bigint;
  shipped: bigint;
  readonly demands: string[];
  why: CountedBecause;
  by: RecordReference | null;
  readonly takenFrom: { readonly forecast: string; readonly count: bigint }[];
  over: bigint;
  apart: bigint;
}

/** In which turn needs take from a forecast: what is surer comes first. */
export const TURN = { order: 0, contractRest: 1, quote: 2, opportunity: 3 } as const;

/** A demand in the making. */
export interface Need {
  readonly id: string;
  readonly line: LineDraft;
  /** Where its line stands in the records. */
  readonly place: RecordPlace;
  readonly turn: number;
  readonly kind: "order" | "forecast" | "service";
  readonly product: PlannedProduct;
  readonly site: string | undefined;
  /** All of it, also what is shipped. */
  readonly quantity: bigint;
  readonly shipped: bigint;
  /** None where all of it is shipped and nobody said a day. */
  readonly due: Day | undefined;
  readonly until: Day | undefined;
  readonly requestedDate: string | undefined;
  readonly account: string | undefined;
  readonly priority: number | undefined;
  /** The forecasts that the record and what came before it name, the closest first. */
  readonly forecasts: readonly (string | undefined)[];
  readonly options: Options | undefined;
  readonly specification: string | undefined;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

/** What must be said of a need; the rest is usual. */
export type NeedFields = Pick<
  Need,
  "id" | "line" | "place" | "turn" | "kind" | "product" | "quantity" | "due"
> & { readonly [Field in keyof Need]?: Need[Field] | undefined };

/** Makes a need of what is said of it. */
export function need(fields: NeedFields): Need {
  return {
    shipped: 0n,
    until: undefined,
    requestedDate: undefined,
    account: undefined,
    priority: undefined,
    forecasts: [],
    options: undefined,
    specification: undefined,
    attributes: {},
    ...fields,
    site: fields.site ?? fields.product.site,
  } as Need;
}

/** Begins the account of a line of which nothing counts so far. */
export function lineDraft(
  record: LineReference,
  quantity: Decimal,
  why: CountedBecause,
  by: RecordReference | null = null,
): LineDraft {
  return {
    ...{ record, quantity, why, by, decimals: 0, counted: 0n, shipped: 0n },
    ...{ demands: [], takenFrom: [], over: 0n, apart: 0n },
  };
}

/** The id of a demand: the JSON text of what it is made of. */
export function demandId(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
