import { demand, purchase, type RefusedCase } from "./problem.js";

const oneLathe = {
  workCenters: [{ id: "lathe", shifts: [{ from: "06:00", until: "14:00" }] }],
};
const turned = { id: "10", workCenter: "lathe", run: 1 };

export const refused: readonly RefusedCase[] = [
  {
    k: "K10",
    shows: "an order-up-to level below the floor",
    input: { items: [{ id: "a", method: "minMax", reorderPoint: 10, orderUpTo: 9 }] },
    code: "contradiction",
    path: ["items", 0, "orderUpTo"],
  },
  {
    k: "K11",
    shows: "two sources that nothing tells apart",
    input: {
      items: [{ id: "a" }],
      sources: [
        { item: "a", kind: "buy", leadTime: 1 },
        { item: "a", kind: "buy", leadTime: 2 },
      ],
    },
    code: "contradiction",
    path: ["sources", 1],
  },
  {
    k: "K43",
    shows: "a rank in which only some sources have a share",
    input: {
      items: [{ id: "a" }],
      sources: [
        { id: "one", item: "a", kind: "buy", share: 1 },
        { id: "two", item: "a", kind: "buy" },
      ],
    },
    code: "contradiction",
    path: ["sources", 1, "share"],
  },
  {
    k: "K44",
    shows: "what is free elsewhere as a quota",
    input: {
      sites: [{ id: "north" }, { id: "south" }],
      items: [{ id: "a" }],
      sources: [
        {
          item: "a",
          site: "north",
          kind: "transfer",
          from: "south",
          onlyFromStock: true,
          share: 1,
        },
      ],
    },
    code: "contradiction",
    path: ["sources", 0, "share"],
  },
  {
    k: "K52",
    shows: "two routings that begin on the same day, and nothing says which one to use",
    input: {
      ...oneLathe,
      items: [{ id: "a" }],
      routings: [
        { id: "one", item: "a", operations: [turned] },
        { id: "two", item: "a", operations: [turned] },
      ],
    },
    code: "contradiction",
    path: ["routings", 1],
  },
  {
    k: "K54",
    shows: "a fixed lead time beside one from a routing",
    input: {
      ...oneLathe,
      items: [{ id: "a", leadTime: 2, leadTimeBasis: "routing" }],
      sources: [{ item: "a", kind: "make" }],
      routings: [{ id: "one", item: "a", operations: [turned] }],
    },
    code: "contradiction",
    path: ["items", 0, "leadTime"],
  },
  {
    k: "K57",
    shows: "a frozen supply whose dates may count otherwise",
    input: {
      items: [{ id: "a" }],
      supplies: [{ ...purchase("s", 4, 9), firm: true, frozen: true, scheduled: true }],
    },
    code: "contradiction",
    path: ["supplies", 0, "scheduled"],
  },
  {
    k: "K46",
    shows: "two capacities of a supplier for one day",
    input: {
      items: [{ id: "a" }],
      suppliers: [
        {
          id: "one",
          capacity: [
            { from: "2026-01-05", until: "2026-01-11", quantity: 4 },
            { from: "2026-01-11", until: "2026-01-18", quantity: 4 },
          ],
        },
      ],
    },
    code: "contradiction",
    path: ["suppliers", 0, "capacity", 1, "from"],
  },
  {
    k: "K33",
    shows: "resizing where every supply stands as it is",
    input: { conventions: { rescheduling: "never", resize: true }, items: [{ id: "a" }] },
    code: "contradiction",
    path: ["conventions", "resize"],
  },
  {
    k: "K18",
    shows: "what this version does not plan with",
    input: { items: [{ id: "a", shelfLifeDays: 2 }] },
    code: "notSupported",
    path: ["items", 0, "shelfLifeDays"],
  },
  {
    k: "K19",
    shows: "a row that does not say at which of several sites",
    input: {
      sites: [{ id: "x" }, { id: "y" }],
      items: [{ id: "a" }],
      demands: [demand("d", 1, 6)],
    },
    code: "missingField",
    path: ["demands", 0, "site"],
  },
  {
    k: "K31",
    shows: "bills that begin on one day where no source names a version",
    input: {
      items: [{ id: "a" }, { id: "b" }, { id: "c" }],
      boms: [
        { item: "a", lines: [{ item: "b", quantity: 1 }] },
        { item: "a", lines: [{ item: "c", quantity: 1 }] },
      ],
    },
    code: "contradiction",
    path: ["boms", 1],
  },
  {
    k: "K16",
    shows: "a firm order of a phantom",
    input: {
      items: [{ id: "a", phantom: true }],
      boms: [{ item: "a", lines: [] }],
      supplies: [{ ...purchase("x", 1, 6), kind: "production", firm: true }],
    },
    code: "contradiction",
    path: ["supplies", 0, "firm"],
  },
  {
    k: "K32",
    shows: "negative stock that is not plainly on hand",
    input: {
      items: [{ id: "a" }],
      stock: [{ item: "a", quantity: -1, availableFrom: "2026-01-09" }],
    },
    code: "outOfRange",
    path: ["stock", 0, "quantity"],
  },
  {
    k: "K15",
    shows: "stock that would count only once it has expired",
    input: {
      items: [{ id: "a" }],
      stock: [
        {
          ...{ item: "a", quantity: 9, status: "inspection" },
          ...{ availableFrom: "2026-01-07", expires: "2026-01-06" },
        },
      ],
    },
    code: "contradiction",
    path: ["stock", 0, "expires"],
  },
  {
    k: "K48",
    shows: "more reserved of a demand than it holds",
    input: {
      items: [{ id: "a", onHand: 9 }],
      demands: [demand("d", 5, 6)],
      reservations: [
        { demand: "d", quantity: 3 },
        { demand: "d", quantity: 3 },
      ],
    },
    code: "contradiction",
    path: ["reservations", 1, "quantity"],
  },
  {
    k: "K48",
    shows: "a reserved supply of another stocking point",
    input: {
      items: [{ id: "a" }, { id: "b" }],
      supplies: [purchase("po", 5, 6, "b")],
      demands: [demand("d", 5, 6)],
      reservations: [{ demand: "d", supply: "po", quantity: 3 }],
    },
    code: "contradiction",
    path: ["reservations", 0, "supply"],
  },
];
