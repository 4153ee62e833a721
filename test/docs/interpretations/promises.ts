import {
  type AllocationQuotas,
  acceptPromise,
  type PlanningInput,
  type PromiseOptions,
  type PromiseRequest,
  planRequirements,
  promiseDeliveries,
  promiseDelivery,
} from "orlicky";
import { demand, startDate } from "./problem.js";
import type { ScenarioCase } from "./scenarios.js";

const bought: Omit<PlanningInput, "startDate"> = {
  horizonEnd: "2026-01-31",
  items: [{ id: "a", onHand: 10, leadTime: 9 }],
  sources: [{ item: "a", kind: "buy" }],
};

const wanted = (quantity: number, day: number, more: Partial<PromiseRequest> = {}) => {
  const { due: requestedDate, item } = demand("", quantity, day);
  const lines = [{ id: "1", item, quantity, requestedDate }];
  return { id: "r", delivery: "whole", lines, ...more } as const;
};

const ask = (
  input: Partial<PlanningInput>,
  request: PromiseRequest,
  options: PromiseOptions = {},
) => promiseDelivery(planRequirements({ startDate, ...bought, ...input }), request, options);

/** `quantity day` of the schedule lines, and what is open. */
const told = ({ lines }: ReturnType<typeof promiseDelivery>) =>
  lines.flatMap(({ schedule, openBecause }) => [
    ...schedule.map(({ date, quantity }) => `${quantity} ${date.slice(8)}`),
    ...(openBecause === null ? [] : [openBecause]),
  ]);

const quota = (quantity: number, from: number, until: number, of: object = {}) => ({
  ...of,
  from: demand("", 1, from).due,
  until: demand("", 1, until).due,
  quantity,
});

const quotas = (
  ...rows: readonly ReturnType<typeof quota>[]
): { readonly quotas: AllocationQuotas } => ({ quotas: { rows, unlisted: "refuse" } });

export const promises: readonly ScenarioCase[] = [
  {
    k: "K66",
    shows: "a promise may take safety stock and make forecast late, but no other demand",
    ask: () => [
      told(ask({ items: [{ id: "a", onHand: 10, safetyStock: 9, leadTime: 9 }] }, wanted(8, 7))),
      told(ask({ demands: [{ ...demand("f", 4, 12), kind: "forecast" }] }, wanted(8, 7))),
      told(ask({ demands: [{ ...demand("s", 4, 12), kind: "service" }] }, wanted(8, 7))),
    ],
    answer: [["8 07"], ["8 07"], ["8 14"]],
  },
  {
    k: "K66",
    shows: "where open supply is there sooner than a new order, its day is found on the way back",
    ask: () =>
      told(
        ask(
          {
            conventions: { rescheduling: "never" },
            items: [{ id: "a", leadTime: 20 }],
            supplies: [{ ...demand("po", 5, 13), kind: "purchase" }],
          },
          wanted(5, 7),
        ),
      ),
    answer: ["5 13"],
  },
  {
    k: "K66",
    shows: "an earlier day may hold where forecast waits behind it; trying every day finds it",
    ask: () =>
      [false, true].map((everyDay) =>
        told(
          ask(
            {
              items: [{ id: "a", leadTime: 20 }],
              supplies: [{ ...demand("po", 5, 13), kind: "purchase", frozen: true }],
              demands: [{ ...demand("f", 3, 14), kind: "forecast" }],
            },
            wanted(5, 7),
            { everyDay },
          ),
        ),
      ),
    answer: [["5 25"], ["5 13"]],
  },
  {
    k: "K66",
    shows: "so it may where something waits behind it that is for no demand",
    ask: () =>
      [false, true].map((everyDay) =>
        told(
          ask(
            {
              items: [{ id: "a", leadTime: 20 }],
              supplies: [{ ...demand("po", 5, 13), kind: "purchase", frozen: true }],
              allocations: [{ item: "a", quantity: 3, due: "2026-01-14" }],
            },
            wanted(5, 7),
            { everyDay },
          ),
        ),
      ),
    answer: [["5 25"], ["5 13"]],
  },
  {
    k: "K66",
    shows: "the rest of a partial delivery comes whole, or its largest part on the last day",
    ask: () => [
      told(ask({}, wanted(14, 7, { delivery: "partial" }))),
      told(ask({}, wanted(14, 7, { delivery: "partial" }), { latestDate: "2026-01-13" })),
    ],
    answer: [
      ["10 07", "4 14"],
      ["10 07", "horizon"],
    ],
  },
  {
    k: "K66",
    shows: "requests are served by priority, none last, and each sees those before it",
    ask: () =>
      promiseDeliveries(planRequirements({ startDate, ...bought }), [
        wanted(6, 6, { id: "x" }),
        wanted(6, 8, { id: "y", priority: 9 }),
      ]).map((promise) => [promise.request.id, ...told(promise)]),
    answer: [
      ["y", "6 08"],
      ["x", "6 14"],
    ],
  },
  {
    k: "K66",
    shows: "in another plan a promise is tried again when it is accepted",
    ask: () => {
      const promise = ask({}, wanted(6, 7));
      const [enough, short] = [4, 5].map((quantity) =>
        planRequirements({ startDate, ...bought, demands: [demand("d", quantity, 6)] }),
      );
      const isAccepted = (plan = enough) => {
        try {
          return acceptPromise(plan!, promise).plan.demands.length;
        } catch (error) {
          return (error as { issues: { code: string }[] }).issues[0]?.code;
        }
      };
      return [isAccepted(enough), isAccepted(short)];
    },
    answer: [2, "contradiction"],
  },
  {
    k: "K67",
    shows: "a row counts what is promised for its days, shipped or not, and a part is what is left",
    ask: () => {
      const before = { ...demand("d", 3, 12), shipped: 2, customerClass: "A" };
      const of = { customerClass: "A", delivery: "partial" } as const;
      const rows = [quota(5, 5, 12, { customerClass: "A" }), quota(9, 13, 20)];
      return told(ask({ demands: [before] }, wanted(6, 7, of), quotas(...rows)));
    },
    answer: ["2 07", "4 13"],
  },
  {
    k: "K67",
    shows: "a row without an item is for all items together, and all rows must have room",
    ask: () => {
      const input = { demands: [demand("d", 4, 6, "b")], items: [...bought.items!, { id: "b" }] };
      const rows = [quota(9, 5, 9), quota(9, 5, 31, { item: "a" })];
      return [
        told(ask(input, wanted(5, 7), quotas(...rows))),
        told(ask(input, wanted(6, 7), quotas(...rows))),
        told(ask(input, wanted(10, 7), quotas(...rows))),
      ];
    },
    // Beside the 4 of item b 5 may be promised; from 10 January on only the second row counts.
    answer: [["5 07"], ["6 10"], ["quota"]],
  },
];
