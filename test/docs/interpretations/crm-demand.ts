import {
  type CrmDemand,
  type CrmRecordsInput,
  creditHolds,
  type DemandPolicy,
  dealThreads,
  demandFromCrm,
  readCrmRecords,
} from "orlicky";

/** A case of what records come to: what is asked, and what is answered. */
export interface CrmDemandCase {
  readonly k: string;
  readonly shows: string;
  readonly ask: () => unknown;
  readonly answer: unknown;
}

const asOf = "2026-01-05";
const policy: DemandPolicy = {
  asOf,
  deals: { use: "expected" },
  needDate: { from: "requested" },
  forecast: { prefer: "adjusted" },
  pipeline: "matching",
  contractRest: "even",
  credit: "excluded",
};

const lines = (quantity: number, more: object = {}) => [
  { id: "1", product: "a", quantity, requestedDate: "2026-01-12", ...more },
];
const deal = (id: string, quantity: number) => ({
  ...{ id, account: "Ada", stage: "talk", status: "open" as const, probability: "0.5" },
  ...{ closeDate: "2026-01-09", lines: lines(quantity) },
});
const quote = (id: string, version: number, quantity: number) => ({
  ...{ id, account: "Ada", version, status: "sent" as const, date: "2026-01-02" },
  ...{ opportunity: "x", lines: lines(quantity) },
});
const order = (id: string, quantity: number, more: object = {}) => ({
  ...{ id, account: "Ada", status: "open" as const, date: "2026-01-02" },
  ...{ lines: lines(quantity, more) },
});
const january = {
  ...{ id: "F", product: "a", from: "2026-01-01", until: "2026-01-31", quantity: 20 },
  ...{ version: 1, status: "submitted" as const },
};

const read = (input: CrmRecordsInput) =>
  readCrmRecords({ accounts: [{ id: "Ada" }], products: [{ id: "a", decimals: 0 }], ...input });
const standsAt = (input: CrmRecordsInput) =>
  dealThreads(read(input), { asOf }).map(({ standsAt: step, counts }) => {
    return [step, ...counts.map(({ id }) => id)].join(" ");
  });
const demand = (input: CrmRecordsInput): string[] =>
  texts(demandFromCrm(read(input), policy)).sort();
const texts = ({ demands }: CrmDemand): string[] =>
  demands.map(({ attributes, quantity, due, consumption = quantity }) => {
    return `${attributes?.crmRecord} ${quantity} on ${due}, consumes ${consumption}`;
  });

export const crmDemands: readonly CrmDemandCase[] = [
  {
    k: "K62",
    shows: "a rejected version gives the deal back to the one before it",
    ask: () => {
      const rejected = { ...quote("q2", 2, 5), status: "rejected" as const };
      return standsAt({ opportunities: [deal("x", 4)], quotes: [quote("q1", 1, 3), rejected] });
    },
    answer: ["quote q1"],
  },
  {
    k: "K62",
    shows: "an order of a part takes the place of all of it, and is over when cancelled too late",
    ask: () => {
      const quotes = [{ ...quote("q1", 1, 9), status: "accepted" as const }];
      const cancelled = { ...order("o", 2, { shipped: 1 }), status: "cancelled" as const };
      return [order("o", 2), cancelled].flatMap((one) => {
        const orders = [{ ...one, quote: "q1" }];
        return standsAt({ opportunities: [deal("x", 9)], quotes, orders });
      });
    },
    answer: ["order o", "closed"],
  },
  {
    k: "K63",
    shows: "an order takes from what sales expects, and consumes with the rest",
    ask: () => demand({ orders: [order("o", 26)], forecasts: [january] }),
    answer: ["o 26 on 2026-01-12, consumes 6"],
  },
  {
    k: "K63",
    shows: "a campaign's quantity goes to forecasts by days, and is one by itself on others",
    ask: () => {
      const span = { from: "2026-01-30", until: "2026-02-03" };
      const campaigns = [{ id: "c", product: "a", ...span, quantity: 10 }];
      return demand({ campaigns, forecasts: [january] });
    },
    answer: ["F 24 on 2026-01-01, consumes 24", "c 6 on 2026-02-01, consumes 6"],
  },
  {
    k: "K63",
    shows: "what a closed order shipped stays taken",
    ask: () => {
      const orders = [{ ...order("o", 8, { shipped: 5 }), status: "closed" as const }];
      return demand({ orders, forecasts: [january] });
    },
    answer: ["F 15 on 2026-01-01, consumes 15"],
  },
  {
    k: "K63",
    shows: "an order takes what was shipped when that is more, open or closed",
    ask: () =>
      (["open", "closed"] as const).map((status) => {
        const orders = [{ ...order("o", 4, { shipped: 6 }), status }];
        return demand({ orders, forecasts: [january] }).join();
      }),
    answer: Array(2).fill("F 14 on 2026-01-01, consumes 14"),
  },
  {
    k: "K63",
    shows: "what was shipped and says no day takes from the forecast that it names, after others",
    ask: () => {
      const silent = { requestedDate: undefined };
      const closed = { ...order("o", 9, silent), status: "closed" as const };
      const orders = [{ ...closed, forecast: "F" }, { ...closed, id: "n" }, order("p", 15)];
      const { account, demands } = demandFromCrm(read({ orders, forecasts: [january] }), policy);
      return account.map(({ record, takenFrom, over, apart }) => {
        const taken = takenFrom.map(({ quantity }) => `${quantity}`).join();
        return `${record.id} took ${taken || 0}, over ${over}, apart ${apart}, ${demands.length}`;
      });
    },
    answer: [
      ...["n took 0, over 0, apart 9, 1", "o took 5, over 4, apart 4, 1"],
      ...["p took 15, over 0, apart 0, 1", "F took 0, over 0, apart 0, 1"],
    ],
  },
  {
    k: "K64",
    shows: "a need without a day is a mistake where it counts, and nowhere else",
    ask: () => {
      const silent = { requestedDate: undefined };
      const orders = [
        { ...order("closed", 2, silent), status: "closed" as const },
        order("shipped", 2, { ...silent, shipped: 2 }),
        order("promised", 2, { ...silent, promisedDate: "2026-01-12" }),
        order("open", 2, silent),
      ];
      const { demands, issues } = demandFromCrm(read({ orders }), policy);
      return [...demands, ...issues.map(({ record }) => record)].map((one) => one?.id);
    },
    answer: ['["order","promised","1"]', "open"],
  },
  {
    k: "K64",
    shows: "without options a line lacks them, but with a specification has what all variants have",
    ask: () => {
      const oak = { item: "oak", quantity: 1, when: [{ attribute: "top", values: ["oak"] }] };
      const variants = [{ item: "a", lines: [{ item: "frame", quantity: 1 }, oak] }];
      const orders = [order("bare", 1), order("drawn", 1, { specification: "round" })];
      const { boms, issues } = demandFromCrm(read({ orders }), { ...policy, variants });
      const parts = boms.map(({ item, lines: all }) => [item, ...all.map((one) => one.item)]);
      return [...issues.map(({ code, record }) => `${code} ${record?.id}`), ...parts];
    },
    answer: ["missingField bare", ['["a",[]]', "frame"]],
  },
  {
    k: "K64",
    shows:
      "three halves of 3, 5 and 1 are 5 together: of equal losses the first by id are made good",
    ask: () => demand({ opportunities: [deal("x", 3), deal("y", 5), deal("z", 1)] }),
    answer: ["x 2 on 2026-01-12, consumes 0", "y 3 on 2026-01-12, consumes 0"],
  },
  {
    k: "K64",
    shows: "the rest of a contract is spread by days over the months that are left",
    ask: () => {
      const span = { validFrom: "2025-06-01", validTo: "2026-02-10" };
      const contract = {
        id: "k",
        account: "Ada",
        ...span,
        lines: [{ id: "1", product: "a", quantity: 80 }],
      };
      const orders = [{ ...order("o", 8), contract: "k" }];
      return demand({ contracts: [contract], orders });
    },
    answer: [
      "k 18 on 2026-02-01, consumes 0",
      "k 54 on 2026-01-05, consumes 0",
      "o 8 on 2026-01-12, consumes 8",
    ],
  },
  {
    k: "K69",
    shows:
      "an order is held from the one on with which the limit is exceeded; a released one counts",
    ask: () => {
      const priced = (id: string, quantity: number) => order(id, quantity, { unitPrice: 10 });
      const records = read({
        accounts: [{ id: "Ada", creditLimit: { amount: 100 }, balance: { amount: 20 } }],
        orders: [priced("o1", 8), { ...priced("o2", 1), creditReleased: true }, priced("o3", 1)],
      });
      const { holds } = creditHolds(records, { asOf });
      return holds.map(({ order: id, exposure }) => `${id} ${exposure}`);
    },
    answer: ["o3 120"],
  },
  {
    k: "K69",
    shows: "what is open decides, not what it is worth",
    ask: () => {
      const priced = (id: string, more: object) => order(id, 8, { unitPrice: 10, ...more });
      const records = read({
        accounts: [{ id: "Ada", creditLimit: { amount: 70 } }],
        orders: [
          priced("o1", {}),
          priced("o2", { unitPrice: 0 }),
          priced("o3", { unitPrice: undefined }),
          priced("o4", { shipped: 8 }),
        ],
      });
      return creditHolds(records, { asOf }).holds.map(({ order: id }) => id);
    },
    answer: ["o1", "o2", "o3"],
  },
];
