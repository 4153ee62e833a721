import { fc } from "@fast-check/vitest";
import type { CrmRecordsInput, DemandPolicy } from "../../../src/index.js";

const day = fc.integer({ min: 1, max: 59 }).map((n) => {
  return n <= 31 ? `2026-03-${`${n}`.padStart(2, "0")}` : `2026-04-${`${n - 30}`.padStart(2, "0")}`;
});

/** Quantities as people write them; product `c` is counted in whole pieces. */
const quantity = fc.integer({ min: 0, max: 40 });
const product = fc.constantFrom("a", "b", "c");
const account = fc.constantFrom("Bell", "Cole");

/** A list of rows with the ids `prefix0`, `prefix1` … */
function rowsOf<Row>(prefix: string, row: fc.Arbitrary<Row>, maxLength = 4) {
  return fc
    .array(row, { maxLength })
    .map((rows) => rows.map((fields, n) => ({ id: `${prefix}${n}`, ...fields })));
}

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

interface Wish {
  readonly product: string;
  readonly options?: { readonly top?: string | undefined } | undefined;
  readonly specification?: string | undefined;
}

/** A line of the desk says its top, or has a specification. */
const chosen = <Line extends Wish>(row: Line): Line => {
  const { product: of, options, specification } = row;
  const isOpen = of === "a" && options?.top === undefined && specification === undefined;
  return isOpen ? { ...row, options: { top: "ash" } } : row;
};

const line = fc
  .record({
    product,
    quantity,
    requestedDate: day,
    options: some(fc.constantFrom({ top: "oak" }, { top: "ash" }, {})),
    specification: some(fc.constant("as drawn")),
  })
  .map(chosen);
const lines = rowsOf("", line, 3);

const opportunity = fc.record({
  account: fc.constant("Bell"),
  stage: fc.constant("talk"),
  status: fc.constantFrom("open", "open", "lost"),
  probability: fc.constantFrom("0", "1/3", "0.5", "1"),
  closeDate: day,
  lines,
});

const quote = fc.record({
  account: fc.constant("Bell"),
  of: some(fc.nat(3)),
  version: fc.integer({ min: 1, max: 3 }),
  status: fc.constantFrom("draft", "sent", "sent", "accepted", "rejected"),
  validUntil: some(day),
  probability: fc.constantFrom("0.25", "2/3"),
  lines,
});

const order = fc.record({
  account,
  ofQuote: some(fc.nat(3)),
  status: fc.constantFrom("open", "open", "closed", "cancelled"),
  creditReleased: some(fc.boolean()),
  contract: fc.boolean(),
  lines: rowsOf(
    "",
    fc
      .record({
        product,
        quantity,
        requestedDate: day,
        promisedDate: some(day),
        shipped: some(quantity),
        unitPrice: fc.nat(30),
        options: some(fc.constantFrom({ top: "oak" }, { top: "ash" })),
      })
      .map(chosen),
    3,
  ),
});

const contract = fc.record({
  lines: rowsOf("", fc.record({ product, quantity: fc.integer({ min: 0, max: 120 }) }), 2),
  callOffs: fc.array(
    fc.record({ of: fc.nat(1), quantity, requestedDate: day, shipped: some(quantity) }),
    { maxLength: 2 },
  ),
  validTo: fc.constantFrom("2026-03-02", "2026-03-16", "2026-05-20"),
});

const forecast = fc.record({
  product,
  account: some(account),
  customerClass: some(fc.constantFrom("key", "small")),
  days: fc.tuple(day, day),
  versions: fc.array(
    fc.record({
      quantity: fc.integer({ min: 0, max: 90 }),
      version: fc.integer({ min: 1, max: 2 }),
      status: fc.constantFrom("submitted", "adjusted"),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const campaign = fc.record({
  product,
  days: fc.tuple(day, day),
  adds: fc.oneof(
    fc.record({ uplift: fc.constantFrom("0.2", "1/3", "2") }),
    fc.record({ quantity }),
  ),
});

const link = fc.array(fc.nat(20), { minLength: 12, maxLength: 12 });

/** Sound records of every kind, deals and contracts with links to forecasts of their products. */
export const crmRecords: fc.Arbitrary<CrmRecordsInput> = fc
  .record({
    opportunities: rowsOf("O", opportunity),
    quotes: rowsOf("Q", quote),
    orders: rowsOf("A", order),
    contracts: rowsOf("C", contract, 2),
    forecasts: rowsOf("F", forecast, 3),
    campaigns: rowsOf("M", campaign, 2),
    returns: rowsOf(
      "R",
      fc.record({
        ...{ account, product, quantity, expectedDate: day, completed: some(quantity) },
        disposition: fc.constantFrom("restock", "repair", "scrap"),
      }),
      2,
    ),
    serviceNeeds: rowsOf(
      "S",
      fc.record({ product, quantity, requestedDate: day, shipped: some(quantity) }),
      2,
    ),
    link,
  })
  .map(
    ({ opportunities, quotes, orders, contracts, forecasts, campaigns, link: links, ...rest }) => {
      const rows = forecasts.map(({ days, versions, ...row }) => ({
        ...row,
        ...{ from: [...days].sort()[0]!, until: [...days].sort()[1]! },
        versions: new Map(versions.map((one) => [`${one.version} ${one.status}`, one])),
      }));
      /** A forecast of one of the lines' products, for some. */
      const forecastOf = (n: number, of: readonly { readonly product: string }[]) => {
        const found = rows.find(({ product: one }, m) => {
          return (links[n % links.length]! + m) % 2 === 0 && of.some((row) => row.product === one);
        });
        return found === undefined ? {} : { forecast: found.id };
      };
      const taken = new Set<string>();
      return {
        currency: "EUR",
        accounts: [
          {
            ...{ id: "Bell", customerClass: "key", priority: 1 },
            ...{ creditLimit: { amount: 900 }, balance: { amount: 100 } },
          },
          { id: "Cole", customerClass: "small" },
        ],
        products: [
          { id: "a", decimals: 2, item: "desk" },
          { id: "b", unit: "kg", site: "main" },
          { id: "c", decimals: 0 },
        ],
        opportunities: opportunities.map((row, n) => ({ ...row, ...forecastOf(n, row.lines) })),
        quotes: quotes.map(({ of, ...row }, n) => ({
          ...row,
          date: "2026-03-01",
          ...(of === undefined ? {} : { opportunity: opportunities[of]?.id }),
          ...forecastOf(n + 4, row.lines),
        })),
        orders: orders.map(({ ofQuote, contract: isOfContract, ...row }, n) => {
          const found = ofQuote === undefined ? undefined : quotes[ofQuote];
          const isFree = found !== undefined && !taken.has(found.id);
          if (isFree && row.status !== "cancelled") taken.add(found.id);
          return {
            ...row,
            date: "2026-03-01",
            ...(isFree ? { quote: found.id, account: "Bell" } : {}),
            ...(isOfContract && row.account === "Bell" && contracts.length > 0
              ? { contract: contracts[0]!.id, account: "Bell" }
              : {}),
            ...forecastOf(n + 8, row.lines),
          };
        }),
        contracts: contracts.map(({ callOffs, ...row }, n) => ({
          ...row,
          ...{ account: "Bell", validFrom: "2026-03-01" },
          callOffs: callOffs.flatMap(({ of, ...callOff }, m) => {
            const found = row.lines[of];
            return found === undefined ? [] : [{ id: `c${m}`, line: found.id, ...callOff }];
          }),
          ...forecastOf(n + 6, row.lines),
        })),
        forecasts: rows.flatMap(({ versions, ...row }) =>
          [...versions.values()].map((version) => ({ ...row, ...version })),
        ),
        campaigns: campaigns.map(({ days, adds, ...row }) => {
          const [from = "", until = ""] = [...days].sort();
          return { ...row, from, until, ...adds };
        }),
        ...rest,
      } as CrmRecordsInput;
    },
  );

/** An option bill of the desk. */
const variants: DemandPolicy["variants"] = [
  {
    item: "desk",
    parameters: { decimals: 2 },
    lines: [
      { item: "screw", quantity: 8 },
      { item: "oak top", quantity: 1, when: [{ attribute: "top", values: ["oak"] }] },
      { item: "ash top", quantity: "1/2", when: [{ attribute: "top", values: ["ash"] }] },
    ],
  },
];

const dealPolicy = fc.constantFrom(
  { use: "threshold", above: 0.4 } as const,
  { use: "expected" } as const,
  { use: "none" } as const,
  { use: "chosen", deals: ['["opportunities","O0"]', '["quotes","Q1"]'] } as const,
);

/** Any way to make demand of records, on 2026-03-02. */
export const demandPolicy: fc.Arbitrary<DemandPolicy> = fc.record({
  asOf: fc.constant("2026-03-02"),
  deals: dealPolicy,
  quotes: some(dealPolicy),
  needDate: fc.constant({ from: "requested" } as const),
  slipDays: fc.constantFrom(0, 5),
  forecast: fc.record({ prefer: fc.constantFrom("adjusted", "submitted") }),
  pipeline: fc.constantFrom("linked", "matching"),
  contractRest: fc.constantFrom("none", "even"),
  credit: fc.constantFrom("excluded", "demandOnly", "promised"),
  variants: some(fc.constant(variants)),
});
