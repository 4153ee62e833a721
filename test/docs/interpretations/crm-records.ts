import { matchAccounts, readCrmRecords, safeReadCrmRecords } from "orlicky";
import type { ScenarioCase } from "./scenarios.js";

const line = { id: "1", product: "a", quantity: 1 };
const order = {
  account: "Ada",
  status: "open",
  date: "2026-01-05",
  requestedDate: "2026-01-12",
  lines: [line],
};
const forecast = {
  id: "f",
  product: "a",
  from: "2026-01-05",
  until: "2026-01-30",
  quantity: 5,
  status: "submitted",
};

/** What is wrong with records beside an account and a product. */
function wrong(more: object): string[] {
  const base = { accounts: [{ id: "Ada" }], products: [{ id: "a", decimals: 0, unit: "piece" }] };
  return safeReadCrmRecords({ ...base, ...more }).issues.map(
    ({ code, path }) => `${code} ${path.join(".")}`,
  );
}

/** What accounts with these domains and tax ids come to by their domain, unless tax ids differ. */
function customers(...rows: readonly (readonly [id: string, domain: string, taxId?: string])[]) {
  const { accounts } = readCrmRecords({
    accounts: rows.map(([id, domain, taxId]) => ({ id, domain, taxId })),
  });
  const { customers: found } = matchAccounts(accounts, [
    { by: "domain", unlessDiffers: ["taxId"] },
  ]);
  return found.map(({ members }) => members.map(({ account }) => account).join(" "));
}

export const crmRecords: readonly ScenarioCase[] = [
  {
    k: "K73",
    shows: "rows with one id are all wrong",
    ask: () =>
      wrong({
        orders: [
          { ...order, id: "1" },
          { ...order, id: "1" },
          { ...order, id: "2" },
        ],
      }),
    answer: ["duplicateId orders.0.id", "duplicateId orders.1.id"],
  },
  {
    k: "K73",
    shows: "all versions of a forecast are one record",
    ask: () =>
      wrong({
        forecasts: [
          { ...forecast, version: 1 },
          { ...forecast, version: 2, quantity: -1 },
        ],
      }),
    answer: ["leftOut forecasts.0.id", "outOfRange forecasts.1.quantity"],
  },
  {
    k: "K73",
    shows: "a won opportunity goes with the last of its orders",
    ask: () => {
      const deal = { id: "d", account: "Ada", stage: "s", status: "won", probability: 1 };
      return wrong({
        opportunities: [{ ...deal, closeDate: "2026-01-05", lines: [line] }],
        orders: [{ ...order, id: "1", opportunity: "d", contract: "none" }],
      });
    },
    answer: [
      "leftOut opportunities.0.status",
      "leftOut orders.0.opportunity",
      "unknownId orders.0.contract",
    ],
  },
  {
    k: "K73",
    shows: "orders may divide a quote by its lines, and hold no more than it offers",
    ask: () => {
      const quotes = [
        {
          ...{ id: "q", account: "Ada", version: 1, status: "accepted", date: "2026-01-05" },
          lines: [{ ...line, quantity: 5 }],
        },
      ];
      const part = (quantity: number, quoteLine?: string) => ({
        ...{ ...order, id: `${quantity}`, quote: "q" },
        lines: [{ ...line, quantity, quoteLine }],
      });
      return [
        wrong({ quotes, orders: [part(2, "1"), part(3, "1")] }),
        wrong({ quotes, orders: [part(2, "1"), part(4, "1")] }),
        wrong({ quotes, orders: [part(2, "1"), part(3)] }),
      ];
    },
    answer: [
      [],
      ["twoOrdersForQuote orders.0.quote", "twoOrdersForQuote orders.1.quote"],
      ["twoOrdersForQuote orders.0.quote", "twoOrdersForQuote orders.1.quote"],
    ],
  },
  {
    k: "K73",
    shows: "a deal stands without a wrong forecast, a product without a wrong price list",
    ask: () =>
      wrong({
        products: [{ id: "a", decimals: 0, priceLists: ["p"] }],
        priceLists: [{ id: "p", prices: [{ product: "none", price: 1 }] }],
        forecasts: [{ ...forecast, version: 0 }],
        orders: [{ ...order, id: "1", forecast: "f" }],
      }),
    answer: ["unknownId priceLists.0.prices.0.product", "outOfRange forecasts.0.version"],
  },
  {
    k: "K73",
    shows: "a quantity in another unit is the plan's to judge",
    ask: () =>
      ["piece", "box"].map((unit) =>
        wrong({ orders: [{ ...order, id: "1", lines: [{ ...line, quantity: 0.5, unit }] }] }),
      ),
    answer: [["tooFine orders.0.lines.0.quantity"], []],
  },
  {
    k: "K73",
    shows: "a currency needs a rate on the day of the row, and only where there is money",
    ask: () => {
      const dollars = { ...order, id: "1", currency: "USD" };
      const priced = { ...dollars, lines: [{ ...line, unitPrice: 5 }] };
      const rates = [{ from: "USD", to: "EUR", rate: 1, date: "2026-01-06" }];
      return [
        wrong({ currency: "EUR", rates, orders: [dollars] }),
        wrong({ currency: "EUR", rates, orders: [priced] }),
        wrong({ currency: "EUR", rates, orders: [{ ...priced, date: "2026-01-06" }] }),
      ];
    },
    answer: [[], ["noRate orders.0.currency"], []],
  },
  {
    k: "K73",
    shows: "what one rule would join is taken as a whole or not at all",
    ask: () => [
      customers(["a", "x", "1"], ["b", "x"], ["c", "y", "1"], ["d", "y", "1"]),
      customers(["a", "x", "1"], ["b", "x", "2"], ["c", "x"]),
    ],
    answer: [
      ["a b", "c d"],
      ["a", "b", "c"],
    ],
  },
];
