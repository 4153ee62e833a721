import { compareText, type Day, parseDay } from "../../core/index.js";
import type { CrmForecast } from "../schema/index.js";
import { grouped } from "./grouped.js";
import { demandId, type LineDraft, lineDraft } from "./need.js";
import type { ReadPolicy } from "./read-policy.js";
import {
  below,
  countOf,
  type PlannedProduct,
  productOf,
  type RecordContext,
  type RecordPlace,
  saidQuantity,
} from "./record-context.js";
import type { LineReference } from "./record-reference.js";

/** A forecast by sales that counts, while campaigns add to it and deals take from it. */
export interface SalesForecast {
  readonly row: CrmForecast;
  readonly place: RecordPlace;
  readonly line: LineDraft;
  readonly product: PlannedProduct;
  readonly site: string | undefined;
  readonly from: Day;
  readonly until: Day;
  readonly quantity: bigint;
  readonly uplifts: { readonly campaign: string; readonly count: bigint }[];
  readonly takenBy: { readonly record: LineReference; readonly count: bigint }[];
  left: bigint;
}

/** The forecasts that count, and what became of every version. */
export interface SalesForecasts {
  /** By id. */
  readonly forecasts: readonly SalesForecast[];
  readonly lines: readonly LineDraft[];
}

/** Chooses of each forecast the highest version of the preferred status, else of the other (K63). */
export function salesForecasts(
  context: RecordContext,
  { forecast: { prefer } }: ReadPolicy,
): SalesForecasts {
  const rows = context.records.forecasts.map((row, n) => {
    const record = { list: "forecasts", id: row.id } as const;
    return { row, place: { record, path: ["forecasts", n] } };
  });
  const [forecasts, lines]: [SalesForecast[], LineDraft[]] = [[], []];
  for (const versions of grouped(rows, ({ row }) => row.id).values()) {
    versions.sort(
      (a, b) =>
        Number(b.row.status === prefer) - Number(a.row.status === prefer) ||
        b.row.version - a.row.version,
    );
    for (const [n, { row, place }] of versions.entries()) {
      const record = { ...place.record, line: versionText(row) };
      const by = n === 0 ? null : place.record;
      const line = lineDraft(
        record,
        saidQuantity(row.quantity),
        n === 0 ? "refused" : "outdated",
        by,
      );
      lines.push(line);
      const read = n === 0 ? readForecast(context, row, place, line) : undefined;
      if (read !== undefined) forecasts.push(read);
    }
  }
  forecasts.sort((a, b) => compareText(a.row.id, b.row.id));
  return { forecasts, lines };
}

function versionText({ version, status }: CrmForecast): string {
  return JSON.stringify([version, status]);
}

function readForecast(
  context: RecordContext,
  row: CrmForecast,
  place: RecordPlace,
  line: LineDraft,
): SalesForecast | undefined {
  const product = productOf(context, row.product, place);
  if (product === undefined) return undefined;
  line.decimals = product.decimals;
  const quantity = countOf(context, product, row.quantity, below(place, "quantity"));
  if (quantity === undefined) return undefined;
  line.why = "forecast";
  return {
    ...{ row, place, line, product, site: row.site ?? product.site, quantity, left: quantity },
    ...{ from: parseDay(row.from)!, until: parseDay(row.until)!, uplifts: [], takenBy: [] },
  };
}

/** The id of the demand that is left of a forecast. */
export function forecastDemandId({ row }: SalesForecast): string {
  return demandId("forecast", row.id);
}
