import { Decimal } from "../../../src/core/index.js";
import type { PlanningInput } from "../../../src/index.js";
import type { PlainPlan } from "../compare-plans.js";

type Row = Record<string, unknown>;
type Rows = readonly Row[];

/** Exactly `value` × 10^`power`, also of a fraction. */
function scaled(value: unknown, power: number): unknown {
  if (value === undefined || value === null || power === 0) return value;
  const [num = "0", den] = `${value}`.split("/");
  if (den === undefined) return new Decimal(num).times(new Decimal(10).pow(power)).toFixed();
  const zeros = "0".repeat(Math.abs(power));
  return power > 0 ? `${num}${zeros}/${den}` : `${num}/${den}${zeros}`;
}

function scaledFields(row: Row, fields: readonly string[], power: number): Row {
  const given = fields.filter((field) => row[field] !== undefined);
  return {
    ...row,
    ...Object.fromEntries(given.map((field) => [field, scaled(row[field], power)])),
  };
}

const PARAMETERS = [
  "onHand",
  "minimumOrder",
  "orderMultiple",
  "maximumOrder",
  "reorderPoint",
  "orderUpTo",
];

const OF_SOURCES = ["minQuantity", "maxQuantity", "quotaBase", "minimumSplit"];

/** Holding is per unit: it shrinks as the units do. */
function scaledRule(lotSizing: Row, power: number): Row {
  const rule = scaledFields(lotSizing, ["quantity", "orderUpTo", "annualDemand"], power);
  return scaledFields(rule, ["holdingCost"], -power);
}

/** Prices are per unit, too; breaks lie at quantities. */
function scaledPrices(row: Row, power: number): Row {
  if (row.priceBreaks === undefined) return scaledFields(row, ["price"], -power);
  const priceBreaks = (row.priceBreaks as Rows).map((one) =>
    scaledFields(scaledFields(one, ["from"], power), ["price"], -power),
  );
  return { ...scaledFields(row, ["price"], -power), priceBreaks };
}

/** Batches are so many more units; what is run unit by unit takes so much less for each. */
function scaledOperation(row: Row, power: number): Row {
  const run = (one: Row): Row =>
    row.batch === undefined ? scaledFields(one, ["run"], -power) : one;
  return {
    ...run(scaledFields(row, ["batch", "transferBatch"], power)),
    ...(row.alternates === undefined ? {} : { alternates: (row.alternates as Rows).map(run) }),
  };
}

function scaledParameters(row: Row, powerOf: (item: unknown) => number): Row {
  const power = powerOf(row.item ?? row.id);
  const { safetyStock, lotSizing, leadTimePerUnit } = row;
  const discontinued = row.discontinued as Row | undefined;
  return {
    ...scaledFields(row, PARAMETERS, power),
    ...(discontinued?.followUp === undefined
      ? {}
      : {
          discontinued: {
            ...discontinued,
            factor: scaled(discontinued.factor ?? 1, powerOf(discontinued.followUp) - power),
          },
        }),
    ...(leadTimePerUnit === undefined ? {} : { leadTimePerUnit: scaled(leadTimePerUnit, -power) }),
    ...(safetyStock === undefined
      ? {}
      : {
          safetyStock: Array.isArray(safetyStock)
            ? safetyStock.map((step: Row) => scaledFields(step, ["quantity"], power))
            : scaled(safetyStock, power),
        }),
    ...(row.holdingCost === undefined ? {} : { holdingCost: scaled(row.holdingCost, -power) }),
    ...(row.ddmrp === undefined
      ? {}
      : { ddmrp: scaledFields(row.ddmrp as Row, ["averageDailyUsage"], power) }),
    ...(lotSizing === undefined ? {} : { lotSizing: scaledRule(lotSizing as Row, power) }),
  };
}

/**
 * The same problem with each item counted in another unit, a power of ten of its own; and the plan
 * in those units.
 *
 * @param input - a problem without `orderUnit`
 * @param decimals - in how many decimals the items are counted then, taken in turn
 */
export function inOtherUnits(
  input: PlanningInput,
  decimals: readonly number[],
): { readonly input: PlanningInput; readonly plan: (plan: PlainPlan) => PlainPlan } {
  const powers = new Map<unknown, number>();
  const before = new Map((input.units ?? []).map((unit) => [unit.id, unit.decimals]));
  for (const [n, item] of (input.items ?? []).entries()) {
    const counted = item.decimals ?? before.get(item.unit ?? "") ?? 6;
    powers.set(item.id, counted - (decimals[n % decimals.length] ?? counted));
  }
  const power = (item: unknown) => powers.get(item) ?? 0;
  const list = (name: keyof PlanningInput) => (input[name] ?? []) as Rows;
  /** Figures in another unit than the stock unit stay: what that unit holds is scaled. */
  const placed = (rows: Rows, ...fields: string[]) =>
    rows.map((row) => (row.unit === undefined ? scaledFields(row, fields, power(row.item)) : row));
  const written = {
    items: list("items").map((row) => ({
      ...scaledParameters(row, power),
      decimals: ((row.decimals ?? before.get(`${row.unit}`) ?? 6) as number) - power(row.id),
      ...(row.units === undefined
        ? {}
        : {
            units: (row.units as Rows).map((unit) =>
              scaledFields(unit, ["contains"], power(row.id)),
            ),
          }),
    })),
    itemSites: list("itemSites").map((row) => scaledParameters(row, power)),
    sources: list("sources").map((row) =>
      scaledPrices(
        scaledFields(row, [...PARAMETERS, ...OF_SOURCES], power(row.item)),
        power(row.item),
      ),
    ),
    suppliers: list("suppliers").map((row) => ({
      ...row,
      capacity: ((row.capacity ?? []) as Rows).map((one) =>
        scaledFields(one, ["quantity"], power(one.item)),
      ),
    })),
    boms: list("boms").map((bom) => ({
      ...bom,
      ...(bom.outputUnit === undefined ? { output: scaled(bom.output ?? 1, power(bom.item)) } : {}),
      lines: placed(bom.lines as Rows, "quantity", "multiple").map((line) => ({
        ...line,
        substitutes: placed((line.substitutes ?? []) as Rows, "quantity"),
      })),
      coProducts: placed((bom.coProducts ?? []) as Rows, "quantity"),
    })),
    routings: list("routings").map((row) => ({
      ...row,
      operations: (row.operations as Rows).map((one) => scaledOperation(one, power(row.item))),
    })),
    stock: placed(list("stock"), "quantity"),
    supplies: placed(list("supplies"), "quantity", "completed").map((row) => ({
      ...row,
      ...(row.components === undefined
        ? {}
        : { components: placed(row.components as Rows, "quantity") }),
      ...(row.progress === undefined || row.unit !== undefined
        ? {}
        : {
            progress: (row.progress as Rows).map((one) =>
              scaledFields(one, ["completed"], power(row.item)),
            ),
          }),
    })),
    demands: placed(list("demands"), "quantity", "shipped", "consumption"),
    allocations: placed(list("allocations"), "quantity"),
    reservations: list("reservations").map((row) => {
      const demand = list("demands").find(({ id }) => id === row.demand);
      return scaledFields(row, ["quantity"], power(demand?.item));
    }),
  };
  return {
    input: { ...input, ...written } as unknown as PlanningInput,
    plan: (plan) => planInOtherUnits(plan, power),
  };
}

const QUANTITIES = [
  "quantity",
  "newQuantity",
  "consumed",
  "given",
  "taken",
  "startQuantity",
  "openingStock",
  "pastDueStarts",
  "gross",
  "scheduledReceipts",
  "coProducts",
  "releasedStock",
  "projectedOnHand",
  "net",
  "plannedReceipts",
  "plannedStarts",
  "expired",
];

function planInOtherUnits(plan: PlainPlan, power: (item: unknown) => number): PlainPlan {
  const rows = (of: readonly unknown[]) =>
    (of as Rows).map((row) => row && scaledFields(row, QUANTITIES, power(row.item)));
  return {
    ...plan,
    orders: rows(plan.orders).map(
      (order) =>
        order && {
          ...order,
          price: order.price && scaledFields(order.price as Row, ["unit"], -power(order.item)),
        },
    ),
    supplies: rows(plan.supplies),
    demands: rows(plan.demands),
    consumptions: rows(plan.consumptions),
    messages: rows(plan.messages),
    records: rows(plan.records).map(
      (record) =>
        record && {
          ...record,
          rows: (record.rows as Rows).map((row) =>
            scaledFields(row, QUANTITIES, power(record.item)),
          ),
        },
    ),
  };
}
