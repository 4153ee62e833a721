import {
  type BackorderInput,
  type CrmRecordsInput,
  type CrmState,
  crmEvents,
  margins,
  type PlanningInput,
  PlanningInputError,
  planRequirements,
  readCrmRecords,
  rescheduleBackorders,
  standardCosts,
} from "orlicky";

/** A case of what a CRM is told: what is asked, and what is answered. */
export interface FeedbackCase {
  readonly k: string;
  readonly shows: string;
  readonly ask: () => unknown;
  readonly answer: unknown;
}

type Wish = BackorderInput["requirements"][number];
const on = (day: number, quantity: number) => ({ date: `2026-01-0${day}`, quantity });
const wish = (
  id: string,
  strategy: Wish["strategy"],
  day: number,
  quantity: number,
  ...has: ReturnType<typeof on>[]
) => ({
  ...{ id, strategy, requestedDate: `2026-01-0${day}`, quantity, confirmed: has },
});

function backorders(supply: BackorderInput["supply"], ...requirements: readonly Wish[]): unknown {
  try {
    const { lines } = rescheduleBackorders({ startDate: "2026-01-05", supply, requirements });
    return lines.map(({ id, after }) =>
      [id, ...after.map(({ date, quantity }) => `${quantity} on ${date.slice(9)}`)].join(" "),
    );
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return error.issues.map(({ code }) => code);
  }
}

const start = { startDate: "2026-01-05", currency: "EUR" } as const;
function cost(item: string, input: Partial<PlanningInput>): string {
  const { cost: found, missing } = standardCosts({ ...start, ...input }).unitCost(item);
  return `${found ?? missing.join(", ")}`;
}

const sold = (more: object = {}): CrmRecordsInput => ({
  currency: "EUR",
  accounts: [{ id: "Ada" }],
  products: [{ id: "a", decimals: 0 }],
  orders: [
    {
      ...{ id: "A", account: "Ada", status: "open", date: "2026-01-02" },
      lines: [
        { id: "1", product: "a", quantity: 1, unitPrice: "0.125", requestedDate: "2026-01-07" },
        {
          ...{ id: "2", product: "a", quantity: 1, unitPrice: "0.125" },
          ...{ requestedDate: "2026-01-07", promisedDate: "2026-01-07", ...more },
        },
      ],
    },
  ],
});

function stateOf(records: CrmRecordsInput, leadTime = 0, horizonEnd = "2026-01-30"): CrmState {
  const plan = planRequirements({
    ...{ ...start, horizonEnd, items: [{ id: "a", decimals: 0, leadTime }] },
    demands: [{ id: '["order","A","2"]', item: "a", quantity: 1, due: "2026-01-07" }],
  });
  return { plan, records: readCrmRecords(records) };
}
const keys = (before: CrmState, after: CrmState) => crmEvents(before, after).map(({ key }) => key);

export const feedback: readonly FeedbackCase[] = [
  {
    k: "K68",
    shows: "what gains is served after what wins, but keeps what it has",
    ask: () =>
      backorders(
        [on(6, 5), on(9, 5)],
        wish("g", "gain", 6, 4, on(6, 2), on(9, 2)),
        wish("w", "win", 6, 6),
      ),
    answer: ["w 3 on 6 3 on 9", "g 2 on 6 2 on 9"],
  },
  {
    k: "K68",
    shows: "where it cannot keep it that is refused; what wins is then served as early as can be",
    ask: () => [
      backorders([on(9, 5)], wish("g", "gain", 6, 4, on(6, 4))),
      backorders([on(9, 5)], wish("w", "win", 6, 4, on(6, 4))),
    ],
    answer: [["contradiction"], ["w 4 on 9"]],
  },
  {
    k: "K68",
    shows:
      "what fills or loses gets nothing better, what is confirmed early counts on the day wanted",
    ask: () =>
      backorders([on(6, 9)], wish("l", "lose", 6, 5, on(8, 3)), wish("f", "fill", 8, 5, on(6, 5))),
    answer: ["f 5 on 8", "l 3 on 8"],
  },
  {
    k: "K70",
    shows: "a minimum is what is started, a stated set-up takes the place of its hours",
    // 10 are started, 8 are good: 40 ÷ 8 and 10 × 2 ÷ 8.
    ask: () =>
      cost("a", {
        items: [
          { id: "a", yield: 0.8, minimumOrder: 10, setupCost: 40 },
          { id: "b", unitCost: 2 },
        ],
        boms: [{ item: "a", lines: [{ item: "b", quantity: 1 }] }],
        workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }], costPerHour: 100 }],
        routings: [{ id: "r", item: "a", operations: [{ id: "10", workCenter: "saw", setup: 1 }] }],
      }),
    answer: "7.5",
  },
  {
    k: "K70",
    shows: "nothing counts as 0: what lacks a price leaves all above it without a cost",
    ask: () =>
      cost("a", {
        items: [{ id: "a" }, { id: "b" }],
        boms: [{ item: "a", lines: [{ item: "b", quantity: 0 }] }],
      }),
    answer: "b at main has no price",
  },
  {
    k: "K70",
    shows: "the share of a co-product leaves the lead item, though it states a cost of its own",
    ask: () => {
      const input: Partial<PlanningInput> = {
        items: [{ id: "a" }, { id: "b", unitCost: 8 }, { id: "c", unitCost: 3 }],
        boms: [
          {
            ...{ item: "a", lines: [{ item: "b", quantity: 1 }] },
            coProducts: [{ item: "c", quantity: 1, costShare: 0.25 }],
          },
        ],
      };
      return [cost("a", input), cost("c", input)];
    },
    answer: ["6", "3"],
  },
  {
    k: "K70",
    shows: "revenue and cost of each line are rounded half up once",
    ask: () => {
      const costs = standardCosts({ ...start, items: [{ id: "a", unitCost: "0.0649" }] });
      const { total } = margins(readCrmRecords(sold()), costs, { by: "customer" });
      return `${total.revenue} - ${total.cost} = ${total.margin}`;
    },
    answer: "0.26 - 0.12 = 0.14",
  },
  {
    k: "K71",
    shows:
      "a promise is at risk anew when the day on which it is there changes, and its key says it",
    ask: () => {
      const [inTime, late, later] = [0, 4, 6].map((leadTime) => stateOf(sold(), leadTime));
      return [keys(inTime!, late!), keys(late!, later!), keys(later!, late!), keys(late!, inTime!)];
    },
    answer: [
      ['["promiseAtRisk","[\\"order\\",\\"A\\",\\"2\\"]","2026-01-07","late","2026-01-09"]'],
      ['["promiseAtRisk","[\\"order\\",\\"A\\",\\"2\\"]","2026-01-07","late","2026-01-11"]'],
      ['["promiseAtRisk","[\\"order\\",\\"A\\",\\"2\\"]","2026-01-07","late","2026-01-09"]'],
      ['["promiseRecovered","[\\"order\\",\\"A\\",\\"2\\"]","2026-01-07","in time"]'],
    ],
  },
  {
    k: "K71",
    shows:
      "one that is shipped is not at risk nor cancelled, one beyond the horizon is not at risk",
    ask: () => [
      keys(stateOf(sold()), stateOf(sold({ shipped: 1 }), 4)),
      keys(stateOf(sold()), stateOf(sold(), 4, "2026-01-06")),
      keys({ plan: stateOf(sold()).plan }, stateOf(sold(), 4)),
    ],
    answer: [['["orderShipped","orders","A","2","1"]'], [], []],
  },
];
