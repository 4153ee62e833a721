import { formatDay, LARGEST_QUANTITY } from "../../core/index.js";
import type { PlanningRow } from "../../mrp/index.js";
import { countText } from "./count-decimal.js";
import type { Need } from "./need.js";
import { noteRecord, type RecordContext } from "./record-context.js";
import { forecastDemandId, type SalesForecast } from "./sales-forecasts.js";
import type { Customised, VariantChoice } from "./variants.js";

/** What rows of demand are made of. */
export interface DemandMaking {
  readonly context: RecordContext;
  readonly choice: VariantChoice;
  /** How much of each need was in a forecast. */
  readonly takes: ReadonlyMap<string, bigint>;
  /** The products with a forecast, from which their orders may consume in the plan. */
  readonly forecast: ReadonlySet<string>;
}

/** Makes the row of a need; none where nothing is left that a plan would look at. */
export function demandRow(making: DemandMaking, need: Need): PlanningRow<"demands"> | undefined {
  const { context, choice, takes, forecast } = making;
  const { line, product, quantity, shipped, kind, due } = need;
  const taken = takes.get(need.id) ?? 0n;
  const open = quantity > shipped ? quantity - shipped : 0n;
  // What is shipped already still consumes the forecast that it was part of (K42).
  const isBeside = kind !== "forecast" && taken < quantity && forecast.has(product.id);
  const mayConsume = isBeside && due !== undefined && !choice.isApart(need);
  if (isBeside && !mayConsume) line.apart = quantity - taken;
  if (due === undefined || (open === 0n && !mayConsume)) return undefined;
  line.counted += open;
  line.demands.push(need.id);
  const isDeal = kind === "forecast" && need.line.record.list !== "campaigns";
  const consumption = isDeal ? 0n : quantity - taken;
  const text = (count: bigint): string => countText(count, product.decimals);
  return {
    ...rowStart(need, choice.placeOf(need)),
    quantity: text(quantity),
    ...(product.unit === undefined ? {} : { unit: product.unit }),
    due: formatDay(due),
    ...(need.until === undefined ? {} : { until: formatDay(need.until) }),
    kind,
    ...(shipped === 0n ? {} : { shipped: text(shipped) }),
    ...customerOf(context, need.account),
    ...(need.priority === undefined ? {} : { priority: need.priority }),
    ...(consumption === quantity ? {} : { consumption: text(consumption) }),
    attributes: attributesOf(need),
  };
}

function rowStart(need: Need, { item, segment }: Customised) {
  return {
    ...{ id: need.id, item },
    ...(need.site === undefined ? {} : { site: need.site }),
    ...(segment === undefined ? {} : { segment }),
  };
}

function customerOf({ accounts }: RecordContext, account: string | undefined) {
  const customerClass = accounts.get(account ?? "")?.customerClass;
  return {
    ...(account === undefined ? {} : { customer: account }),
    ...(customerClass === undefined ? {} : { customerClass }),
  };
}

function attributesOf({ attributes, line: { record }, requestedDate }: Need) {
  return {
    ...attributes,
    ...{ crmList: record.list, crmRecord: record.id },
    ...(record.line === null ? {} : { crmLine: record.line }),
    ...(requestedDate === undefined ? {} : { requestedDate }),
  };
}

/** Makes the row of what is left of a forecast; none where nothing is. */
export function forecastRow(
  context: RecordContext,
  forecast: SalesForecast,
): PlanningRow<"demands"> | undefined {
  const { row, product, site, left, line, place } = forecast;
  if (left === 0n) return undefined;
  if (left > BigInt(LARGEST_QUANTITY)) {
    const message = `The forecast ${JSON.stringify(row.id)} with its campaigns is larger than can be counted exactly.`;
    noteRecord(context, place, "quantityOverflow", message);
    line.why = "refused";
    return undefined;
  }
  const id = forecastDemandId(forecast);
  line.counted = left;
  line.demands.push(id);
  const customerClass = row.customerClass ?? context.accounts.get(row.account ?? "")?.customerClass;
  return {
    ...{ id, item: product.item, ...(site === undefined ? {} : { site }) },
    quantity: countText(left, product.decimals),
    ...(product.unit === undefined ? {} : { unit: product.unit }),
    ...{ due: row.from, until: row.until, kind: "forecast" },
    ...(row.account === undefined ? {} : { customer: row.account }),
    ...(customerClass === undefined ? {} : { customerClass }),
    attributes: { ...row.attributes, crmList: "forecasts", crmRecord: row.id },
  };
}
