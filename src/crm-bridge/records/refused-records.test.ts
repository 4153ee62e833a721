import { describe, expect, test } from "vitest";
import {
  account,
  deal,
  line,
  order,
  product,
  quote,
  said,
  sound,
} from "../../../test/support/crm/small-records.js";
import { type CrmRecordsInput, safeReadCrmRecords } from "../index.js";

/** The ids that are left of each list that has rows. */
function left(records: unknown): Record<string, string[]> {
  const { currency: _, rates: __, ...lists } = safeReadCrmRecords(records).records;
  return Object.fromEntries(
    Object.entries(lists)
      .filter(([, rows]) => rows.length > 0)
      .map(([list, rows]) => [list, rows.map(({ id }) => id)]),
  );
}

const all = {
  accounts: ["Smith", "Jones"],
  products: ["chair", "stool"],
  opportunities: ["D"],
  quotes: ["Q"],
  orders: ["O"],
};

/** A change to the sound records, what is said of it, and what is left. */
type Refusal = readonly [
  title: string,
  change: object,
  issues: readonly string[],
  left: Partial<Record<keyof CrmRecordsInput, string[]>>,
];

const wrongValues: Refusal[] = [
  [
    "a probability above 1",
    { opportunities: [deal, { ...deal, id: "E", probability: 1.000001 }] },
    ["outOfRange opportunities.1.probability of opportunities E"],
    {},
  ],
  [
    "a probability below 0",
    { quotes: [quote, { ...quote, id: "R", probability: "-1/3" }] },
    ["outOfRange quotes.1.probability of quotes R"],
    {},
  ],
  [
    "a fraction of nothing",
    { quotes: [quote, { ...quote, id: "R", probability: "1/0" }] },
    ["invalidQuantity quotes.1.probability of quotes R"],
    {},
  ],
  [
    "a negative quantity",
    { orders: [order, { ...order, id: "P", lines: [{ ...line, quantity: -1 }] }] },
    ["outOfRange orders.1.lines.0.quantity of orders P"],
    {},
  ],
  [
    "a quantity finer than its product",
    { orders: [order, { ...order, id: "P", lines: [{ ...line, quantity: "1.5" }] }] },
    ["tooFine orders.1.lines.0.quantity of orders P"],
    {},
  ],
  [
    "a quantity too large to be counted",
    { orders: [order, { ...order, id: "P", lines: [{ ...line, quantity: 1e300 }] }] },
    ["quantityOverflow orders.1.lines.0.quantity of orders P"],
    {},
  ],
  [
    "a day outside 1900 to 2199",
    { orders: [order, { ...order, id: "P", date: "2200-01-01" }] },
    ["outOfRange orders.1.date of orders P"],
    {},
  ],
  [
    "a campaign that says neither how much more nor by what part",
    {
      campaigns: [
        { id: "C", product: "chair", from: "2026-05-01", until: "2026-05-09" },
        {
          id: "D",
          product: "chair",
          from: "2026-05-01",
          until: "2026-05-09",
          uplift: 1,
          quantity: 1,
        },
        { id: "E", product: "chair", from: "2026-05-01", until: "2026-04-30", uplift: 1 },
      ],
    },
    [
      "missingField campaigns.0.uplift of campaigns C",
      "contradiction campaigns.1.quantity of campaigns D",
      "contradiction campaigns.2.until of campaigns E",
    ],
    {},
  ],
  [
    "a discount for paying later than must be",
    { accounts: [account, { id: "Jones", paymentTerms: { netDays: 10, discountDays: 11 } }] },
    ["contradiction accounts.1.paymentTerms.discountDays of accounts Jones"],
    { accounts: ["Smith"] },
  ],
  [
    "options that the product does not have",
    {
      products: [
        { ...product, options: [{ attribute: "wood", values: ["oak"] }] },
        { id: "stool" },
      ],
      orders: [
        order,
        { ...order, id: "P", lines: [{ ...line, options: { wood: "elm", seat: "red" } }] },
        { ...order, id: "R", lines: [{ ...line, options: { wood: "oak" } }] },
      ],
    },
    [
      "outOfRange orders.1.lines.0.options.wood of orders P",
      "unknownId orders.1.lines.0.options.seat of orders P",
    ],
    { orders: ["O", "R"] },
  ],
  [
    "two lines with one id",
    { orders: [order, { ...order, id: "P", lines: [line, line] }] },
    ["duplicateId orders.1.lines.1.id of orders P"],
    {},
  ],
  [
    "a call-off of no line of its contract",
    {
      contracts: [
        {
          id: "C",
          account: "Smith",
          validFrom: "2026-01-01",
          validTo: "2026-12-31",
          lines: [line],
          callOffs: [{ id: "a", line: "2", quantity: 1, requestedDate: "2026-02-01" }],
        },
      ],
    },
    ["unknownId contracts.0.callOffs.0.line of contracts C"],
    {},
  ],
  [
    "two prices from one quantity on",
    {
      priceLists: [
        {
          id: "L",
          prices: [
            { product: "chair", price: 5 },
            { product: "chair", from: "0.0", price: 6 },
          ],
        },
      ],
    },
    ["duplicateId priceLists.0.prices.1.product of priceLists L"],
    {},
  ],
];

const wrongNames: Refusal[] = [
  [
    "an unknown account",
    { orders: [order, { ...order, id: "P", account: "Nobody" }] },
    ["unknownId orders.1.account of orders P"],
    {},
  ],
  [
    "an unknown product",
    { quotes: [quote, { ...quote, id: "R", lines: [{ ...line, product: "bed" }] }] },
    ["unknownId quotes.1.lines.0.product of quotes R"],
    {},
  ],
  [
    "an unknown quote",
    { orders: [order, { ...order, id: "P", quote: "none" }] },
    ["unknownId orders.1.quote of orders P"],
    {},
  ],
  [
    "rows with one id: nobody knows which is meant",
    { orders: [order, { ...order, id: "P" }, { ...order, id: "P", status: "closed" }] },
    ["duplicateId orders.1.id of orders P", "duplicateId orders.2.id of orders P"],
    {},
  ],
  [
    "accounts that are their own parents",
    {
      accounts: [account, { id: "Jones" }, { id: "A", parent: "B" }, { id: "B", parent: "A" }],
    },
    [
      "contradiction accounts.2.parent of accounts A",
      "leftOut accounts.2.parent of accounts A",
      "contradiction accounts.3.parent of accounts B",
      "leftOut accounts.3.parent of accounts B",
    ],
    {},
  ],
];

const wrongDeals: Refusal[] = [
  [
    "a won deal without an order",
    { opportunities: [deal, { ...deal, id: "W", status: "won" }] },
    ["wonWithoutOrder opportunities.1.status of opportunities W"],
    {},
  ],
  [
    "two orders for one quote",
    { orders: [order, { ...order, id: "P", quote: "Q" }, { ...order, id: "R", quote: "Q" }] },
    [
      "twoOrdersForQuote orders.1.quote of orders P",
      "twoOrdersForQuote orders.2.quote of orders R",
    ],
    {},
  ],
  [
    "an order for a quote of another account",
    { orders: [order, { ...order, id: "P", account: "Jones", quote: "Q" }] },
    ["wrongAccount orders.1.account of orders P"],
    {},
  ],
  [
    "a quote in a deal of another account",
    { quotes: [quote, { ...quote, id: "R", account: "Jones", opportunity: "D" }] },
    ["wrongAccount quotes.1.account of quotes R"],
    {},
  ],
  [
    "an order of another deal than its quote",
    {
      opportunities: [deal, { ...deal, id: "E" }],
      quotes: [{ ...quote, opportunity: "E" }],
      orders: [order, { ...order, id: "P", opportunity: "D", quote: "Q" }],
    },
    ["contradiction orders.1.opportunity of orders P"],
    { opportunities: ["D", "E"] },
  ],
  [
    "a deal that is part of a forecast of another product",
    {
      forecasts: [
        {
          id: "F",
          product: "stool",
          from: "2026-05-01",
          until: "2026-05-31",
          quantity: 9,
          version: 1,
          status: "submitted",
        },
      ],
      orders: [order, { ...order, id: "P", forecast: "F" }],
    },
    ["contradiction orders.1.forecast of orders P"],
    { forecasts: ["F"] },
  ],
];

const wrongMoney: Refusal[] = [
  [
    "a price in a currency without a rate on the day",
    {
      rates: [{ from: "USD", to: "EUR", rate: "0.9", date: "2026-03-04" }],
      orders: [
        { ...order, currency: "USD", date: "2026-03-04", lines: [{ ...line, unitPrice: 5 }] },
        { ...order, id: "P", currency: "USD", lines: [{ ...line, unitPrice: 5 }] },
        { ...order, id: "R", currency: "USD" },
      ],
    },
    ["noRate orders.1.currency of orders P"],
    { orders: ["O", "R"] },
  ],
  [
    "a credit limit in a currency that only the inverse rate leads to",
    {
      rates: [{ from: "EUR", to: "USD", rate: "1.1" }],
      accounts: [account, { id: "Jones", creditLimit: { amount: 9, currency: "USD" } }],
    },
    ["noRate accounts.1.creditLimit.currency of accounts Jones"],
    { accounts: ["Smith"] },
  ],
  [
    "a balance that nothing converts into the currency of its limit, where the records have none",
    {
      currency: undefined,
      accounts: [
        account,
        {
          ...{ id: "Jones", creditLimit: { amount: 9, currency: "EUR" } },
          balance: { amount: 9, currency: "USD" },
        },
      ],
    },
    ["noRate accounts.1.balance.currency of accounts Jones"],
    { accounts: ["Smith"] },
  ],
  [
    "rates that contradict one another, or that are none",
    {
      rates: [
        { from: "USD", to: "EUR", rate: "0.9" },
        { from: "USD", to: "EUR", rate: "0.8" },
        { from: "GBP", to: "EUR", rate: 0 },
        { from: "EUR", to: "EUR", rate: 1 },
      ],
    },
    [
      "duplicateId rates.0",
      "duplicateId rates.1",
      "outOfRange rates.2.rate",
      "contradiction rates.3.to",
    ],
    {},
  ],
];

describe.each([
  ["Values", wrongValues],
  ["Ids", wrongNames],
  ["Deals", wrongDeals],
  ["Money", wrongMoney],
])("%s of records that are refused, while all others go through", (_, refusals) => {
  test("the records beside them are sound", () => {
    expect([said(sound), left(sound)]).toEqual([[], all]);
  });

  test.each(refusals)("%s", (__, change, issues, changed) => {
    const records = { ...sound, ...change };
    expect([said(records), left(records)]).toEqual([issues, { ...all, ...changed }]);
  });
});
