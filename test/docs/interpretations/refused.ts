import { demand, purchase, type RefusedCase } from "./problem.js";

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
    k: "K33",
    shows: "resizing where every supply stands as it is",
    input: { conventions: { rescheduling: "never", resize: true }, items: [{ id: "a" }] },
    code: "contradiction",
    path: ["conventions", "resize"],
  },
  {
    k: "K18",
    shows: "what this version does not plan with",
    input: { items: [{ id: "a", unitCost: 2 }] },
    code: "notSupported",
    path: ["items", 0, "unitCost"],
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
];
