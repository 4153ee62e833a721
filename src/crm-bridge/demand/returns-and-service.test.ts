import { blockLots } from "orlicky";
import { describe, expect, test } from "vitest";
import { demandOf, reasons, texts } from "../../../test/support/crm/bell.js";

const products = [{ id: "bicycle", decimals: 0, site: "works" }];

describe("Returns", () => {
  const back = (id: string, disposition: string, more: object = {}) => ({
    ...{ id, account: "Bell", product: "bicycle", quantity: 5, expectedDate: "2026-03-09" },
    ...{ disposition, ...more },
  });
  const returns = [
    back("R-1", "restock", { completed: 2 }),
    back("R-2", "repair"),
    back("R-3", "scrap"),
    back("R-4", "restock", { completed: 5 }),
  ] as NonNullable<Parameters<typeof demandOf>[0]["returns"]>;

  test("what goes back into stock is a supply that stands; repair and scrap are none", () => {
    const demand = demandOf({ products, returns });
    expect(demand.supplies).toEqual([
      {
        ...{ id: '["return","R-1"]', item: "bicycle", site: "works", quantity: "5" },
        ...{ due: "2026-03-09", kind: "purchase", frozen: true, completed: "2" },
        attributes: { crmList: "returns", crmRecord: "R-1" },
      },
    ]);
    expect(reasons(demand)).toEqual([
      ...["R-1: 3, restock", "R-2: 0, repair", "R-3: 0, scrap", "R-4: 0, completed"],
    ]);
  });
});

describe("Service needs", () => {
  test("are demand of their own kind, in the turn of their priority", () => {
    const serviceNeeds = [
      { id: "S", product: "bicycle", quantity: 4, requestedDate: "2026-03-09", priority: 2 },
      { id: "T", product: "bicycle", quantity: 4, requestedDate: "2026-03-09", shipped: 4 },
    ];
    const demand = demandOf({ products, serviceNeeds });
    expect(demand.demands).toMatchObject([{ kind: "service", priority: 2, quantity: "4" }]);
    expect(texts(demand)).toEqual(["S: 4 on 2026-03-09"]);
    expect(reasons(demand)).toEqual(["S: 4, service", "T: 0, shipped"]);
  });
});

describe("Complaints", () => {
  const complaint = (id: string, lot: string, more: object = {}) => ({
    ...{ id, product: "bicycle", lot, status: "open" as const },
    ...more,
  });

  test("an open one blocks its lot at its site, a closed one does not", () => {
    const { blockedLots } = demandOf({
      products,
      complaints: [
        complaint("C-2", "L2"),
        complaint("C-1", "L1", { site: "shop" }),
        complaint("C-3", "L3", { status: "closed" }),
      ],
    });
    expect(blockedLots).toEqual([
      { item: "bicycle", site: "shop", lot: "L1", complaint: "C-1" },
      { item: "bicycle", site: "works", lot: "L2", complaint: "C-2" },
    ]);
  });

  test("stock of the lot is blocked, and a lot that nobody has is an issue", () => {
    const row = (site: string, lot?: string) => {
      return { item: "bicycle", site, quantity: 9, ...(lot === undefined ? {} : { lot }) };
    };
    const rows = [row("works", "L1"), row("shop", "L1"), row("works"), row("works", "L2")];
    const { stock, issues } = blockLots(rows, [
      { item: "bicycle", site: "works", lot: "L1", complaint: "C-1" },
      { item: "bicycle", lot: "L2", complaint: "C-2" },
      { item: "bicycle", site: "shop", lot: "L2", complaint: "C-3" },
    ]);
    expect(stock).toEqual([
      { ...rows[0], status: "blocked" },
      rows[1],
      rows[2],
      { ...rows[3], status: "blocked" },
    ]);
    expect(issues).toMatchObject([
      { code: "unknownId", path: ["blockedLots", 2, "lot"], record: { id: "C-3" } },
    ]);
  });
});
