import { compareText, type Day, parseDay, parseRatio, type Ratio } from "../../core/index.js";
import type { CrmCampaign } from "../schema/index.js";
import { countDecimal } from "./count-decimal.js";
import { demandId, type LineDraft, lineDraft, type Need, need, TURN } from "./need.js";
import {
  below,
  countOf,
  type PlannedProduct,
  productOf,
  type RecordContext,
  type RecordPlace,
  saidQuantity,
} from "./record-context.js";
import { roundedTogether } from "./rounded-together.js";
import type { SalesForecast } from "./sales-forecasts.js";

/** What campaigns need on days of which there is no forecast, and what became of each. */
export interface CampaignNeeds {
  readonly needs: readonly Need[];
  readonly lines: readonly LineDraft[];
}

/** A forecast with the days that a campaign covers of it. */
interface Overlap {
  readonly forecast: SalesForecast;
  readonly days: number;
}

/**
 * Adds campaigns to the forecasts of their product (K63): an uplift is a part of what the forecast
 * says of the campaign's days, a quantity is spread evenly over the campaign's days.
 */
export function addCampaigns(
  context: RecordContext,
  forecasts: readonly SalesForecast[],
): CampaignNeeds {
  const [needs, lines]: [Need[], LineDraft[]] = [[], []];
  const campaigns = context.records.campaigns
    .map((row, n) => ({ row, n }))
    .sort((a, b) => compareText(a.row.id, b.row.id));
  for (const { row, n } of campaigns) {
    const place: RecordPlace = {
      record: { list: "campaigns", id: row.id },
      path: ["campaigns", n],
    };
    const said = saidQuantity(row.quantity ?? 0);
    const line = lineDraft({ list: "campaigns", id: row.id, line: null }, said, "refused");
    lines.push(line);
    const product = productOf(context, row.product, place);
    if (product === undefined) continue;
    line.decimals = product.decimals;
    const overlaps = overlapsOf(row, forecasts);
    if (row.quantity === undefined) upliftBy(row, overlaps, product, line);
    else needs.push(...spreadQuantity(context, row, overlaps, { product, place, line }));
  }
  return { needs, lines };
}

function overlapsOf(row: CrmCampaign, forecasts: readonly SalesForecast[]): Overlap[] {
  const [from, until] = [parseDay(row.from)!, parseDay(row.until)!];
  return forecasts.flatMap((forecast) => {
    const days = Math.min(until, forecast.until) - Math.max(from, forecast.from) + 1;
    return forecast.product.id === row.product && days > 0 ? [{ forecast, days }] : [];
  });
}

function upliftBy(
  row: CrmCampaign,
  overlaps: readonly Overlap[],
  { decimals }: PlannedProduct,
  line: LineDraft,
): void {
  const uplift = parseRatio(row.uplift) ?? { num: 0n, den: 1n };
  const exact = overlaps.map(({ forecast, days }): Ratio => {
    const length = BigInt(forecast.until - forecast.from + 1);
    return { num: uplift.num * forecast.quantity * BigInt(days), den: uplift.den * length };
  });
  const counts = roundedTogether(
    exact,
    overlaps.map(({ forecast }) => forecast.row.id),
  );
  for (const [n, { forecast }] of overlaps.entries()) add(row, forecast, counts[n]!);
  line.quantity = countDecimal(
    counts.reduce((sum, count) => sum + count, 0n),
    decimals,
  );
  line.why = overlaps.length === 0 ? "noForecast" : "campaign";
}

function spreadQuantity(
  context: RecordContext,
  row: CrmCampaign,
  overlaps: readonly Overlap[],
  { product, place, line }: { product: PlannedProduct; place: RecordPlace; line: LineDraft },
): Need[] {
  const quantity = countOf(context, product, row.quantity, below(place, "quantity"));
  if (quantity === undefined) return [];
  line.why = "campaign";
  const bare = bareDays(row, overlaps);
  const days = [...overlaps.map((one) => BigInt(one.days)), BigInt(bare.length)];
  const all = days.reduce((sum, one) => sum + one, 0n);
  const counts = roundedTogether(
    days.map((one) => ({ num: quantity * one, den: all })),
    [...overlaps.map(({ forecast }) => forecast.row.id), ""],
  );
  for (const [n, { forecast }] of overlaps.entries()) add(row, forecast, counts[n]!);
  const rest = counts.at(-1)!;
  if (rest === 0n) return [];
  return [
    need({
      ...{ id: demandId("campaign", row.id), line, place, turn: TURN.contractRest },
      ...{ kind: "forecast", product, quantity: rest, due: bare[0]!, until: bare.at(-1)! },
      attributes: { ...row.attributes },
    }),
  ];
}

function add({ id: campaign }: CrmCampaign, forecast: SalesForecast, count: bigint): void {
  if (count === 0n) return;
  forecast.uplifts.push({ campaign, count });
  forecast.left += count;
}

/** The days of a campaign of which no forecast speaks. */
function bareDays(row: CrmCampaign, overlaps: readonly Overlap[]): Day[] {
  const [from, until] = [parseDay(row.from)!, parseDay(row.until)!];
  const days = Array.from({ length: until - from + 1 }, (_, n) => from + n);
  return days.filter(
    (day) => !overlaps.some(({ forecast }) => forecast.from <= day && day <= forecast.until),
  );
}
