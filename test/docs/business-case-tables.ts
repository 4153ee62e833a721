import {
  comparePlansInMoney,
  Decimal,
  inventoryFigures,
  inventoryValue,
  productionPlan,
  purchasingBudget,
  purchasingPlan,
  reachedPriceBreaks,
  salesPlan,
} from "orlicky";
import {
  comparison,
  costs,
  late,
  ledger,
  limits,
  people,
  plan,
  quote,
  setting,
  sooner,
} from "./business-case.js";
import { sectionOf, tableRows } from "./markdown.js";

const cents = { decimals: 2 } as const;

/** A table of the page: its head, and its rows as they come out. */
export interface ShownTable {
  readonly heading: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Row = Readonly<Record<string, unknown>>;

/** Rows with a column for each key, as the page writes them: 0 is written, `null` is left out. */
function table(heading: string, rows: Iterable<object>, keys: readonly string[]): ShownTable {
  const cell = (value: unknown): string => (value === null ? "" : `${value}`);
  return {
    heading,
    head: keys,
    rows: Array.from(rows, (row) => keys.map((key) => cell((row as Row)[key]))),
  };
}

function costOfItems(): ShownTable {
  const keys = ["material", "setup", "run", "subcontract", "total"] as const;
  const rows = ["cart", "trolley", "frame", "wheel", "board", "tube"].map((item) => {
    const { costingLot, elements } = costs.unitCost(item);
    const figures = keys.map((key) => [key, elements?.[key].ratio]);
    return { item, costingLot, ...Object.fromEntries(figures) };
  });
  return table("What things cost", rows, ["item", "costingLot", ...keys]);
}

const months = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"];

/** Accounts by month, in the order of the page on money; nothing where nothing is posted. */
function accounts(): ShownTable {
  const rows = ledger.group({ by: ["account"], bucket: "month" });
  const told = tableRows(sectionOf("docs/finance.md", "From a plan to a ledger"));
  const names = [...new Set(told.map(([name = ""]) => name))].filter((name) =>
    rows.some(({ account }) => `\`${account}\`` === name),
  );
  return {
    heading: "The plan as a ledger",
    head: ["account", "January", "February", "March", "April"],
    rows: names.map((name) => [
      name,
      ...months.map((month) => {
        const row = rows.find(({ account, from }) => `\`${account}\`` === name && from === month);
        return row === undefined ? "" : `${row.amount}`;
      }),
    ]),
  };
}

const methods = ["standard", "movingAverage", "fifo"] as const;

function stock(): readonly ShownTable[] {
  const round = { ...cents, on: "stockingPoints" } as const;
  const values = methods.flatMap((method) => {
    const options = { costs, rates: setting.rates, method, bucket: "month", round } as const;
    const wheels = inventoryValue(plan, { ...options, by: ["item"] }).rows;
    const all = inventoryValue(plan, options).rows;
    return wheels
      .filter(({ item }) => item === "wheel")
      .map((row, n) => ({ method: `\`${method}\``, ...row, all: all[n]?.closing }));
  });
  const { rows } = inventoryFigures(plan, {
    ...{ costs, by: ["item"], capitalRate: "0.08", round: cents },
  });
  const lasting = rows.filter(({ averageValue }) => !averageValue.isZero());
  const value = ["method", "from", "opening", "receipts", "issues", "closing", "all"];
  const figures = ["averageValue", "turns", "daysOfSupply", "excessValue", "capitalCost"];
  return [
    table("Stock", values, value),
    table("Stock", lasting, ["item", ...figures, "safetyStockValue", "safetyStockCapitalCost"]),
  ];
}

function purchases(): readonly ShownTable[] {
  const asked = { by: ["supplier"], bucket: "month" } as const;
  const columns = ["commitments", "receipts", "payables", "cashOut", "discounts", "priceVariance"];
  const breaks = ["item", "orderDate", "quantity", "reached", "price", "amount", "currency"];
  const limit = ["budget", "planned", "left", "usedPercent", "state", "overOn"];
  return [
    table("Purchases", purchasingPlan(ledger, asked).rows, ["supplier", "from", ...columns]),
    table("Purchases", reachedPriceBreaks(plan), [...breaks, "next", "more", "saving", "extra"]),
    table("Purchases", purchasingBudget(ledger, limits).rows, [
      ...["supplier", "from", "until", ...limit],
    ]),
  ];
}

function production(): readonly ShownTable[] {
  const spent = ["material", "labor", "machine", "overhead", "subcontract", "absorbed"];
  const variance = ["setupVariance", "subcontractVariance", "variance", "variancePercent"];
  return [
    table("Production", productionPlan(ledger, { bucket: "month" }).rows, [
      ...["from", ...spent, "opening", "planned", "closing"],
    ]),
    table("Production", productionPlan(ledger, { by: ["item"] }).rows, [
      ...["item", "planned", "completed", ...variance],
    ]),
  ];
}

function work(): readonly ShownTable[] {
  const rows = [...people.rows].filter(({ required }) => !required.isZero());
  const columns = ["required", "setup", "available", "balance", "utilizationPercent"];
  const most = rows.reduce((a, b) => (b.required.greaterThan(a.required) ? b : a));
  return [
    table("People", rows, ["skill", "from", ...columns]),
    table("People", people.drill(most), ["item", "workCenter", "required", "setup"]),
  ];
}

function sales(): ShownTable {
  const columns = ["revenue", "costOfSales", "margin", "marginPercent"];
  const rows = (["demand", "customer", "item"] as const).flatMap((key) =>
    salesPlan(ledger, { by: [key] }).rows.map((row) => ({
      by: `\`${key}\``,
      of: row[key],
      ...row,
    })),
  );
  return table("Sales and margin", rows, ["by", "of", ...columns]);
}

function cash(): readonly ShownTable[] {
  const columns = ["revenue", "cashIn", "receivables"];
  const bought = purchasingPlan(ledger, { bucket: "month" }).rows;
  const sold = salesPlan(ledger, { bucket: "month" }).rows;
  let balance = new Decimal(0);
  const rows = months.map((from) => {
    const spent = bought.find((row) => row.from === from);
    const earned = sold.find((row) => row.from === from);
    balance = balance.plus(earned?.cashIn ?? 0).minus(spent?.cashOut ?? 0);
    const owed = { payables: spent?.payables ?? 0, cashOut: spent?.cashOut ?? 0 };
    return { from, ...{ revenue: 0, cashIn: 0, receivables: 0 }, ...earned, ...owed, balance };
  });
  return [table("Cash", rows, ["from", ...columns, "payables", "cashOut", "balance"])];
}

function budget(): readonly ShownTable[] {
  const columns = ["budget", "planned", "difference", "usedPercent"];
  const rows = comparison.rows.map((row) => ({ ...row, account: `\`${row.account}\`` }));
  const behind = Array.from(comparison.drill(comparison.rows[0]!), (one) => ({
    ...one,
    due: JSON.parse(one.order ?? "null")?.[3],
  }));
  return [
    table("Against a budget", rows, ["account", "supplier", "item", "from", "until", ...columns]),
    table("Against a budget", behind, ["date", "item", "due", "amount"]),
  ];
}

function quoted(): readonly ShownTable[] {
  const elements = ["material", "setup", "run", "subcontract"];
  const figures = ["cost", "revenue", "margin", "marginPercent"];
  const more = Object.entries(quote.trial.accounts).map(([account, amount]) => ({
    account: `\`${account}\``,
    more: amount,
  }));
  return [
    table("A quote", quote.lines, ["item", "quantity", "unitCost", ...elements, ...figures]),
    table("A quote", more, ["account", "more"]),
  ];
}

function compared(): readonly ShownTable[] {
  const heading = "What if the Hotel wants more, and sooner?";
  const plans = { before: plan, after: sooner.plan };
  const { figures } = comparePlansInMoney(ledger, sooner.ledger, { plans });
  const shown = figures
    .filter(({ before, after }) => !before?.isZero() || !after?.isZero())
    .map((row) => ({ ...row, figure: `\`${row.figure}\`` }));
  const demands = late.rows.flatMap((row) => late.drill(row));
  const columns = ["before", "after", "difference", "beforeOn", "afterOn"];
  return [
    table(heading, shown, ["figure", ...columns]),
    table(heading, demands, [...["demand", "due", "available", "daysLate", "value", "penalty"]]),
  ];
}

/** All tables of the page, in their order. */
export const shownTables: readonly ShownTable[] = [
  costOfItems(),
  accounts(),
  ...stock(),
  ...purchases(),
  ...production(),
  ...work(),
  sales(),
  ...cash(),
  ...budget(),
  ...quoted(),
  ...compared(),
];
