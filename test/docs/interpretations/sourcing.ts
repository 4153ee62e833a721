import type { PlanningInput } from "orlicky";
import { demand, type InterpretationCase, purchase } from "./problem.js";

const at = <Row extends object>(site: string, row: Row) => ({ ...row, site });

/** A buy of item "a". */
const buy = (supplier: string, leadTime: number) => ({
  item: "a",
  kind: "buy" as const,
  supplier,
  leadTime,
});

/** A plant and a depot that may be helped from the plant's stock before it buys. */
const helped = (planned: "before" | "after"): Pick<PlanningInput, "sites" | "sources"> => {
  const plant = planned === "before" ? "a plant" : "plant";
  return {
    sites: [{ id: "depot" }, { id: plant }],
    sources: [
      at("depot", { item: "a", kind: "transfer", from: plant, leadTime: 1, onlyFromStock: true }),
      at("depot", { item: "a", kind: "buy", leadTime: 2 }),
    ],
  };
};

/** What a subcontractor makes of two b that stand in his shop, four of them there. */
const workOfShop: Pick<PlanningInput, "sites" | "items" | "boms" | "sources" | "stock"> = {
  sites: [{ id: "plant" }, { id: "shop" }],
  items: [{ id: "a" }, { id: "b" }],
  boms: [at("plant", { item: "a", lines: [{ item: "b", quantity: 2 }] })],
  sources: [
    at("plant", { item: "a", kind: "subcontract", from: "shop", leadTime: 2 }),
    at("shop", { item: "b", kind: "transfer", from: "plant", leadTime: 1 }),
  ],
  stock: [at("shop", { item: "b", quantity: 4 })],
};

export const sourcing: readonly InterpretationCase[] = [
  {
    k: "K43",
    shows:
      "the source that was given least for its share gets the next lot, of equal ones the first",
    input: {
      items: [{ id: "a" }],
      suppliers: [{ id: "one" }, { id: "two" }],
      sources: [
        { ...buy("one", 1), share: "1/3", quotaBase: 4 },
        { ...buy("two", 2), share: "2/3", orderMultiple: 8 },
      ],
      demands: [demand("d", 3, 8), demand("e", 8, 9), demand("f", 1, 12)],
    },
    orders: [
      "a 8 2026-01-06 > 2026-01-08",
      "a 3 2026-01-08 > 2026-01-09",
      "a 8 2026-01-10 > 2026-01-12",
    ],
  },
  {
    k: "K43",
    shows: "with each, every lot is given for itself",
    input: {
      items: [{ id: "a", lotSizing: { rule: "fixedOrderQuantity", quantity: 5, each: true } }],
      suppliers: [{ id: "one" }, { id: "two" }],
      sources: [
        { ...buy("one", 1), share: 1 },
        { ...buy("two", 2), share: 2 },
      ],
      demands: [demand("d", 15, 8)],
    },
    orders: [
      "a 5 2026-01-07 > 2026-01-08",
      "a 5 2026-01-06 > 2026-01-08",
      "a 5 2026-01-06 > 2026-01-08",
    ],
  },
  {
    k: "K43",
    shows: "a lot of the minimum split is split by the shares, each part by its own modifiers",
    input: {
      items: [{ id: "a", decimals: 0 }],
      suppliers: [{ id: "one" }, { id: "three" }, { id: "two" }],
      sources: [
        { ...buy("one", 1), share: 1, minimumSplit: 10 },
        { ...buy("three", 3), share: 1, orderMultiple: 5 },
        { ...buy("two", 2), share: 1 },
      ],
      demands: [demand("d", 10, 8), demand("e", 11, 9)],
    },
    orders: [
      "a 4 2026-01-07 > 2026-01-08",
      "a 5 2026-01-05 > 2026-01-08",
      "a 3 2026-01-06 > 2026-01-08",
      "a 9 2026-01-07 > 2026-01-09",
    ],
  },
  {
    k: "K44",
    shows: "a lane gives what is free in whole multiples, and what is left is bought",
    input: {
      ...helped("after"),
      items: [{ id: "a" }],
      itemSites: [{ item: "a", site: "depot", orderMultiple: 4 }],
      stock: [at("plant", { item: "a", quantity: 11 })],
      demands: [at("depot", demand("d", 14, 8)), at("plant", demand("e", 2, 20))],
    },
    orders: ["a 8 2026-01-07 > 2026-01-08", "a 8 2026-01-06 > 2026-01-08"],
  },
  {
    k: "K44",
    shows: "what was planned before keeps its floor and what its own orders are for",
    input: {
      ...helped("before"),
      items: [{ id: "a" }],
      itemSites: [
        {
          item: "a",
          site: "a plant",
          safetyStock: 2,
          lotSizing: { rule: "fixedOrderQuantity", quantity: 10 },
        },
      ],
      demands: [at("a plant", demand("d", 3, 8)), at("depot", demand("e", 7, 9))],
    },
    orders: [
      "a 10 2026-01-05 > 2026-01-05",
      "a 5 2026-01-08 > 2026-01-09",
      "a 2 2026-01-07 > 2026-01-09",
    ],
    messages: [],
  },
  {
    k: "K44",
    shows: "supply that nothing there is drawn for is not free, since it may be cancelled",
    input: {
      ...helped("before"),
      items: [{ id: "a" }],
      stock: [at("a plant", { item: "a", quantity: 1 })],
      supplies: [at("a plant", purchase("s", 5, 6))],
      demands: [at("depot", demand("e", 7, 9))],
    },
    orders: ["a 1 2026-01-08 > 2026-01-09", "a 6 2026-01-07 > 2026-01-09"],
    messages: ["cancel s from 2026-01-06 quantity 5"],
  },
  {
    k: "K45",
    shows: "components of a subcontract order are needed where the supplier keeps them",
    input: {
      ...workOfShop,
      demands: [at("plant", demand("d", 5, 9))],
    },
    orders: [
      "a 5 2026-01-07 > 2026-01-09",
      "b 6 2026-01-06 > 2026-01-07",
      "b 6 2026-01-06 > 2026-01-06",
    ],
  },
  {
    k: "K45",
    shows: "a firm subcontract order explodes by the source of its supplier",
    input: {
      items: [{ id: "a" }, { id: "b" }],
      boms: [{ item: "a", lines: [{ item: "b", quantity: 1 }] }],
      suppliers: [{ id: "one" }, { id: "two" }],
      sources: [
        { item: "a", kind: "make", rank: 1, leadTime: 1 },
        { item: "a", kind: "subcontract", supplier: "one", rank: 2, leadTime: 2 },
        { item: "a", kind: "subcontract", supplier: "two", rank: 3, leadTime: 3 },
      ],
      supplies: [
        { ...purchase("s", 5, 9), kind: "subcontract", firm: true, supplier: "two" },
        { ...purchase("t", 4, 9), kind: "subcontract", firm: true },
      ],
      demands: [demand("d", 9, 9)],
    },
    orders: ["b 5 2026-01-06 > 2026-01-06", "b 4 2026-01-07 > 2026-01-07"],
  },
  {
    k: "K45",
    shows: "a released subcontract order draws what is still to be issued where it says",
    input: {
      ...workOfShop,
      supplies: [
        {
          ...at("plant", purchase("s", 3, 9)),
          item: "a",
          kind: "subcontract",
          from: "shop",
          components: [{ item: "b", quantity: 6, due: "2026-01-08" }],
        },
      ],
      demands: [at("plant", demand("d", 3, 9))],
    },
    orders: ["b 2 2026-01-07 > 2026-01-08", "b 2 2026-01-07 > 2026-01-07"],
  },
  {
    k: "K46",
    shows: "what a supplier has no capacity for goes to the next source",
    input: {
      items: [{ id: "a" }],
      suppliers: [
        { id: "one", capacity: [{ from: "2026-01-05", until: "2026-01-11", quantity: 9 }] },
        { id: "two" },
      ],
      sources: [
        { ...buy("one", 1), rank: 1, orderMultiple: 2 },
        { ...buy("two", 2), rank: 2 },
      ],
      supplies: [{ ...purchase("s", 1, 10), supplier: "one", frozen: true }],
      demands: [demand("d", 4, 8), demand("e", 10, 9)],
    },
    orders: [
      "a 4 2026-01-07 > 2026-01-08",
      "a 4 2026-01-08 > 2026-01-09",
      "a 6 2026-01-07 > 2026-01-09",
    ],
    messages: ["supplierCapacity date 2026-01-09 quantity 6"],
  },
  {
    k: "K46",
    shows: "else to later days, and what the horizon leaves is ordered all the same",
    input: {
      horizonEnd: "2026-01-18",
      items: [{ id: "a" }],
      suppliers: [
        {
          id: "one",
          capacity: [
            { from: "2026-01-05", until: "2026-01-11", quantity: 4 },
            { from: "2026-01-12", until: "2026-01-31", quantity: 3 },
          ],
        },
      ],
      sources: [buy("one", 1)],
      demands: [demand("d", 9, 8)],
    },
    orders: [
      "a 4 2026-01-07 > 2026-01-08",
      "a 3 2026-01-11 > 2026-01-12",
      "a 2 2026-01-07 > 2026-01-08",
    ],
    messages: ["supplierCapacity date 2026-01-08 quantity 5"],
  },
  {
    k: "K46",
    shows: "capacity is given by due day, then by item; a row of one item limits that item too",
    input: {
      items: [{ id: "a" }, { id: "b" }],
      suppliers: [
        {
          id: "one",
          capacity: [
            { from: "2026-01-05", until: "2026-01-11", quantity: 10 },
            { from: "2026-01-05", until: "2026-01-11", quantity: 5, item: "a" },
          ],
        },
      ],
      sources: [buy("one", 0), { ...buy("one", 0), item: "b" }],
      demands: [
        demand("d", 6, 9),
        demand("e", 3, 9, "b"),
        demand("f", 4, 8, "b"),
        demand("g", 1, 14),
      ],
    },
    orders: [
      "a 5 2026-01-09 > 2026-01-09",
      "a 1 2026-01-12 > 2026-01-12",
      "a 1 2026-01-14 > 2026-01-14",
      "b 4 2026-01-08 > 2026-01-08",
      "b 1 2026-01-09 > 2026-01-09",
      "b 2 2026-01-12 > 2026-01-12",
    ],
    messages: [
      "supplierCapacity date 2026-01-09 quantity 1",
      "supplierCapacity date 2026-01-09 quantity 2",
    ],
  },
];
