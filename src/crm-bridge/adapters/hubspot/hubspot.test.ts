import { describe, expect, test } from "vitest";
import {
  changed,
  demandsOf,
  type ForeignFixture,
  foreignFixture,
  saidOf,
} from "../../../../test/support/crm/foreign.js";
import {
  type HubspotOptions,
  PlanningInputError,
  recordsFromHubspot,
  safeReadCrmRecords,
  safeRecordsFromHubspot,
} from "../../../index.js";

const fixture = foreignFixture("hubspot");
const options: HubspotOptions = {
  system: "hubspot",
  currency: "EUR",
  dayOf: { minutesAheadOfUtc: 60 },
  accountNumbers: "erp",
  items: "code",
  stages: { contractsent: "open", closedwon: "won", closedlost: "lost" },
  won: "order",
  fields: {
    companies: { accountNumber: "erp_number" },
    deals: { requestedDate: "requested_delivery" },
  },
};
const rates = [{ from: "USD", to: "EUR", rate: "0.9" }];

describe("Records of HubSpot", () => {
  const read = safeRecordsFromHubspot(fixture, options);
  const { accounts, products, opportunities, orders } = read.records;

  test("nothing is wrong with what the CRM API gives", () => {
    expect(read.issues).toEqual([]);
    expect(recordsFromHubspot(fixture, options)).toEqual(read.records);
    expect(safeReadCrmRecords({ ...read.records, rates }).issues).toEqual([]);
  });

  test("a company has its id here and, by a property of its own, its number elsewhere", () => {
    expect(accounts).toEqual([
      {
        id: "8913841277",
        name: "Miller Interiors",
        externalIds: [
          { system: "hubspot", id: "8913841277" },
          { system: "erp", id: "70001" },
        ],
        domain: "miller.example",
      },
      {
        id: "8939397913",
        name: "Smith Schools",
        externalIds: [{ system: "hubspot", id: "8939397913" }],
        parent: "8913841277",
      },
    ]);
    expect(products?.map(({ id, item }) => [id, item])).toEqual([
      ["191902", "table"],
      ["191903", "chair"],
    ]);
  });

  test("a deal is of its primary company or its only one, and has the line items that it names", () => {
    expect(opportunities?.[0]).toEqual({
      id: "9185082778",
      account: "8913841277",
      name: "Town hall",
      stage: "contractsent",
      status: "open",
      probability: "0.375",
      closeDate: "2026-03-20",
      requestedDate: "2026-04-24",
      lines: [
        { id: "1311290151", product: "191902", quantity: "40", unitPrice: "880" },
        { id: "1311290152", product: "191903", quantity: "160", unitPrice: "175.5" },
      ],
    });
    expect(
      opportunities?.map(({ account, status, probability }) => [account, status, probability]),
    ).toEqual([
      ["8913841277", "open", "0.375"],
      ["8939397913", "won", "1"],
      ["8939397913", "lost", 0],
    ]);
  });

  test("a won deal is an order where the host says so, with a close date in milliseconds", () => {
    expect(orders).toEqual([
      {
        id: "9185082801",
        account: "8939397913",
        opportunity: "9185082801",
        status: "open",
        date: "2026-02-27",
        requestedDate: "2026-04-10",
        currency: "USD",
        lines: [{ id: "1311290160", product: "191902", quantity: "12", unitPrice: "950" }],
      },
    ]);
    const elsewhere = safeRecordsFromHubspot(fixture, { ...options, won: "opportunity" });
    expect(elsewhere.records.orders).toEqual([]);
    expect(safeReadCrmRecords(elsewhere.records).issues.map(({ code }) => code)).toEqual([
      "wonWithoutOrder",
    ]);
  });

  test("a delivered deal is a closed order", () => {
    const stages = { ...options.stages, closedwon: "delivered" } as const;
    const { records } = safeRecordsFromHubspot(fixture, { ...options, stages });
    expect(records.orders?.map(({ status }) => status)).toEqual(["closed"]);
    expect(records.opportunities?.[1]?.status).toBe("won");
  });

  test("a delivered deal needs no requested day any more", () => {
    const stages = { ...options.stages, closedwon: "delivered" } as const;
    const records = recordsFromHubspot(fixture, { ...options, stages, fields: {} });
    const demands = demandsOf({ ...records, rates });
    expect(demands.length).toBe(2);
    expect(demands.filter((text) => !text.startsWith("opportunity"))).toEqual([]);
  });

  test("a line item that is no product of the library is told and not taken", () => {
    expect(read.notTaken).toEqual([{ list: "lineItems", id: "1311290153", because: "noProduct" }]);
  });

  test("becomes the demand that one works out by hand", () => {
    expect(demandsOf({ ...read.records, rates }).sort()).toEqual([
      "opportunity 9185082778 1311290151: 15 table 2026-04-24",
      "opportunity 9185082778 1311290152: 60 chair 2026-04-24",
      "order 9185082801 1311290160: 12 table 2026-04-10",
    ]);
  });
});

describe("A line item of HubSpot that is of two deals", () => {
  test("takes both along, in whatever order they stand", () => {
    const deals = (fixture.deals ?? []).slice(0, 2);
    const [first, second] = deals as unknown as [{ associations: object }, object];
    const both = [first, { ...second, associations: first.associations }];
    for (const turned of [both, both.toReversed()]) {
      const { records } = safeRecordsFromHubspot({ ...fixture, deals: turned }, options);
      expect(records.opportunities).toEqual([]);
    }
  });
});

describe("Records of HubSpot with mistakes", () => {
  const safe = (records: object) => safeRecordsFromHubspot(records, options);

  /** The fixture with properties of a record changed. */
  function propertyChanged(list: string, index: number, fields: object): ForeignFixture {
    const properties = { ...(fixture[list]?.[index]?.properties as object), ...fields };
    return changed(fixture, list, index, { properties });
  }

  test("a record of a wrong shape is named and left out, the others go through", () => {
    const read = safe(propertyChanged("deals", 0, { closedate: "20 March" }));
    expect(saidOf(read)).toEqual([
      "invalidDate deals.0.properties.closedate (deals 9185082778)",
      "leftOut lineItems.0.associations (lineItems 1311290151)",
      "leftOut lineItems.1.associations (lineItems 1311290152)",
    ]);
    expect(read.records.opportunities?.map(({ name }) => name)).toEqual(["School", "Library"]);
    expect(safeReadCrmRecords({ ...read.records, rates }).issues).toEqual([]);
  });

  test("a wrong line item takes its deal along", () => {
    const read = safe(propertyChanged("lineItems", 3, { quantity: "a dozen" }));
    expect(saidOf(read)).toEqual([
      "leftOut deals.1 (deals 9185082801)",
      "invalidQuantity lineItems.3.properties.quantity (lineItems 1311290160)",
    ]);
  });

  test.each<[string, unknown, string]>([
    ["nothing", null, "missingField"],
    ["an object", {}, "invalidType"],
    ["true", true, "invalidType"],
  ])("a deal whose id is %s takes its line items along", (_, id, code) => {
    const read = safe(changed(fixture, "deals", 0, { id }));
    expect(saidOf(read)).toEqual([
      `${code} deals.0.id (undefined undefined)`,
      "leftOut lineItems.0.associations (lineItems 1311290151)",
      "leftOut lineItems.1.associations (lineItems 1311290152)",
    ]);
    expect(read.issues[1]?.message).toBe(
      'The record of line item "1311290151" is left out, and so is this line.',
    );
  });

  test("deals of one id take their line items along", () => {
    const twins = changed(fixture, "deals", 1, { id: "9185082778" });
    expect(saidOf(safe(twins))).toEqual([
      "duplicateId deals.0.id (deals 9185082778)",
      "duplicateId deals.1.id (deals 9185082778)",
      "leftOut lineItems.0.associations (lineItems 1311290151)",
      "leftOut lineItems.1.associations (lineItems 1311290152)",
      "leftOut lineItems.3.associations (lineItems 1311290160)",
    ]);
  });

  test("a line item of an archived deal and of a wrong one goes with the wrong one", () => {
    const { associations } = fixture.deals?.[0] ?? {};
    const archived = changed(fixture, "deals", 0, { archived: true });
    const read = safe(changed(archived, "deals", 1, { associations, id: null }));
    expect(saidOf(read)).toEqual(
      expect.arrayContaining([
        "leftOut lineItems.0.associations (lineItems 1311290151)",
        "leftOut lineItems.1.associations (lineItems 1311290152)",
      ]),
    );
  });

  test.each<[string, unknown]>([
    ["a symbol", Symbol("77")],
    ["an object that is no text", { toString: 5 }],
  ])("a line item that a deal names by %s is a mistake of the deal", (_, id) => {
    const results = [{ id }];
    const read = safe(
      changed(fixture, "deals", 1, { associations: { "line items": { results } } }),
    );
    expect(saidOf(read)).toContain(
      "invalidType deals.1.associations.line items.results.0.id (deals 9185082801)",
    );
  });

  const dealWith = (associations: object) => changed(fixture, "deals", 1, { associations });
  const company = { results: [{ id: "8939397913", type: "deal_to_company_unlabeled" }] };
  const other = { id: "8913841277", type: "deal_to_company_unlabeled" };

  test.each<[string, ForeignFixture, string]>([
    [
      "a stage of which the options say nothing",
      propertyChanged("deals", 0, { dealstage: "1529340" }),
      "unknownId deals.0.properties.dealstage",
    ],
    ["a deal of no company", dealWith({}), "missingField deals.1.associations.companies"],
    [
      "a deal of several companies",
      dealWith({ companies: { results: [...company.results, other] } }),
      "contradiction deals.1.associations.companies",
    ],
    [
      "a deal with a line item that is not there",
      dealWith({ companies: company, "line items": { results: [{ id: "77" }] } }),
      "unknownId deals.1.associations.line items",
    ],
    [
      "a deal with more pages of line items",
      dealWith({ companies: company, "line items": { results: [], paging: { next: {} } } }),
      "missingField deals.1.associations.line items",
    ],
    [
      "a line item of two deals",
      dealWith({ companies: company, "line items": { results: [{ id: "1311290151" }] } }),
      "contradiction lineItems.0",
    ],
    [
      "a product without its SKU",
      propertyChanged("products", 0, { hs_sku: "" }),
      "missingField products.0.properties.hs_sku",
    ],
    [
      "a requested day that is none",
      propertyChanged("deals", 0, { requested_delivery: "soon" }),
      "invalidDate deals.0.properties.requested_delivery",
    ],
    [
      "an open deal without a probability",
      propertyChanged("deals", 0, { hs_deal_stage_probability: null }),
      "missingField deals.0.properties.hs_deal_stage_probability",
    ],
  ])("%s is named", (_, records, said) => {
    expect(saidOf(safe(records)).map((text) => text.split(" (")[0])).toContain(said);
  });

  test("all of it at once is a refusal", () => {
    expect(() => recordsFromHubspot(dealWith({}), options)).toThrow(PlanningInputError);
  });
});
