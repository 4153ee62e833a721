import { describe, expect, test } from "vitest";
import { changed, foreignFixture, saidOf } from "../../../test/support/crm/foreign.js";
import {
  recordsFromDynamics,
  recordsFromErpnext,
  recordsFromHubspot,
  recordsFromOdoo,
  recordsFromSalesforce,
  type SafeForeignRecords,
  safeRecordsFromDynamics,
  safeRecordsFromErpnext,
  safeRecordsFromHubspot,
  safeRecordsFromOdoo,
  safeRecordsFromSalesforce,
} from "../../index.js";

const told = ({ notTaken, issues }: SafeForeignRecords) => [
  ...issues.map(({ message }) => message),
  ...notTaken.map(({ list, id, because }) => `${list} ${id} ${because}`),
];

describe("What is not taken is told, whatever is wrong with it", () => {
  test("ERPNext: of leads and prospects, and drafts of orders", () => {
    const foreign = {
      opportunities: [
        { name: "OP4", opportunity_from: "Lead", party_name: "L", status: "Open" },
        {
          ...{ name: "OP5", opportunity_from: "Prospect", party_name: "P", status: "Asked" },
          ...{ expected_closing: "2026-03-20", items: [{ name: "1", item_name: "desk", qty: 1 }] },
        },
      ],
      quotations: [{ name: "Q4", quotation_to: "Lead", docstatus: 1, items: [{ qty: "some" }] }],
      salesOrders: [{ name: "S4", docstatus: 0, items: [{}] }],
    };
    const options = { system: "erp" };
    expect(told(safeRecordsFromErpnext(foreign, options))).toEqual([
      ...["opportunities OP4 lead", "opportunities OP5 lead", "quotations Q4 lead"],
      "salesOrders S4 draft",
    ]);
    expect(recordsFromErpnext(foreign, options).opportunities).toEqual([]);
  });

  test("ERPNext: but what does not say whose it is, is a mistake", () => {
    const opportunities = [{ name: "OP6", party_name: "L", status: "Open" }];
    expect(saidOf(safeRecordsFromErpnext({ opportunities }, { system: "erp" }))).toContain(
      "missingField opportunities.0.opportunity_from (opportunities OP6)",
    );
  });

  test("Salesforce: what is deleted or ignored, and the lines of it", () => {
    const foreign = {
      opportunities: [{ Id: "O", AccountId: null, IsDeleted: true }],
      opportunityLineItems: [{ Id: "OL", OpportunityId: "O", Product2Id: null }],
      orders: [{ Id: "R", AccountId: null, Status: "Draft" }],
      orderItems: [{ Id: "RL", OrderId: "R", Quantity: "some" }],
    };
    const options = {
      ...({ system: "sf", dayOf: "utc", items: "code" } as const),
      orderStatuses: { Draft: "ignored" } as const,
    };
    expect(told(safeRecordsFromSalesforce(foreign, options))).toEqual([
      ...["opportunities O deleted", "opportunityLineItems OL deleted"],
      ...["orders R ignored", "orderItems RL ignored"],
    ]);
    expect(recordsFromSalesforce(foreign, options).orders).toEqual([]);
  });

  test("Odoo: leads, archived ones whose stage is not won, and lines of text", () => {
    const archived = { type: "opportunity", active: false, probability: 20 };
    const foreign = {
      leads: [
        { id: 1, type: "lead", stage_id: false },
        { id: 2, ...archived, stage_id: [9, "Trial"], partner_id: 5 },
      ],
      orders: [],
      orderLines: [
        { id: 3, display_type: "line_note", product_uom_qty: "none" },
        { id: 4, is_downpayment: true, order_id: [7, "S7"] },
      ],
    };
    const options = {
      ...({ system: "odoo", dayOf: "utc", items: "code" } as const),
      ...({ deliveryDates: "commitment", stages: { 1: "open" } } as const),
    };
    expect(told(safeRecordsFromOdoo(foreign, options))).toEqual([
      ...["leads 1 lead", "leads 2 archived", "orderLines 3 noProduct", "orderLines 4 noProduct"],
    ]);
    expect(recordsFromOdoo(foreign, options).opportunities).toEqual([]);
  });

  test("Dynamics 365: products that were written in", () => {
    const written = { isproductoverridden: true, quantity: "some", _salesorderid_value: 7 };
    const foreign = { salesOrderDetails: [{ salesorderdetailid: "L", ...written }] };
    const options = { system: "dynamics", dayOf: "utc", items: "code" } as const;
    expect(told(safeRecordsFromDynamics(foreign, options))).toEqual([
      "salesOrderDetails L noProduct",
    ]);
    expect(recordsFromDynamics(foreign, options).orders).toEqual([]);
  });

  describe("HubSpot", () => {
    const fixture = foreignFixture("hubspot");
    const options = {
      ...({ system: "hubspot", currency: "EUR", dayOf: "utc", items: "code" } as const),
      stages: { contractsent: "open", closedwon: "won", closedlost: "lost" } as const,
      won: "opportunity",
    } as const;
    const [townHall, school] = ["9185082778", "9185082801"];

    test("an archived deal takes its line items along, sound or not", () => {
      const archived = changed(fixture, "deals", 0, { archived: true });
      const all = [
        `deals ${townHall} archived`,
        ...["lineItems 1311290151 archived", "lineItems 1311290152 archived"],
        "lineItems 1311290153 noProduct",
      ];
      expect(told(safeRecordsFromHubspot(archived, options))).toEqual(all);
      expect(recordsFromHubspot(archived, options).opportunities?.length).toBe(2);
      const broken = changed(archived, "lineItems", 0, {
        properties: { hs_product_id: "191902", quantity: "some" },
      });
      const deal = changed(broken, "deals", 0, { archived: true, properties: undefined });
      for (const one of [broken, deal])
        expect(told(safeRecordsFromHubspot(one, options))).toEqual(all);
    });

    test("a line item that an archived deal and another one name is of the other", () => {
      const first = fixture.deals?.[0]?.associations as { "line items": object };
      const second = fixture.deals?.[1]?.associations as object;
      const both = { ...second, "line items": first["line items"] };
      const records = changed(
        changed(fixture, "deals", 0, { archived: true }),
        ...(["deals", 1, { associations: both }] as const),
      );
      const { opportunities } = safeRecordsFromHubspot(records, options).records;
      expect(opportunities?.find(({ id }) => id === school)?.lines.length).toBe(2);
    });

    test("a line item of no deal, as those of HubSpot's own quotes, is not taken", () => {
      const [line] = fixture.lineItems ?? [];
      const lineItems = [...(fixture.lineItems ?? []), { ...line, id: "77" }];
      const read = safeRecordsFromHubspot({ ...fixture, lineItems }, options);
      expect(told(read)).toEqual(["lineItems 1311290153 noProduct", "lineItems 77 noDeal"]);
      expect(told(safeRecordsFromHubspot({ lineItems: [line] }, options))).toEqual([
        "lineItems 1311290151 noDeal",
      ]);
    });

    test("but deals of which none names a line item were fetched without them", () => {
      const deals = (fixture.deals ?? []).map(({ associations, ...deal }) => {
        const { companies } = associations as { companies: object };
        return { ...deal, associations: { companies } };
      });
      const { issues } = safeRecordsFromHubspot({ ...fixture, deals }, options);
      expect(issues).toMatchObject([{ code: "missingField", path: ["deals"], record: null }]);
      const none = safeRecordsFromHubspot({ ...fixture, deals, lineItems: [] }, options);
      expect(none.issues).toEqual([]);
    });
  });
});
