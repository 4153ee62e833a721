import { describe, expect, test } from "vitest";
import {
  changed,
  demandsOf,
  foreignFixture,
  saidOf,
} from "../../../../test/support/crm/foreign.js";
import {
  type DynamicsOptions,
  PlanningInputError,
  recordsFromDynamics,
  safeReadCrmRecords,
  safeRecordsFromDynamics,
} from "../../../index.js";

const fixture = foreignFixture("dynamics");
const options: DynamicsOptions = {
  system: "dynamics",
  currency: "EUR",
  dayOf: { minutesAheadOfUtc: 60 },
  accountNumbers: "erp",
  items: "code",
  currencies: { "228f42f8-e646-e111-8eb7-78e7d162ced1": "EUR" },
  fields: { opportunityProducts: { requestedDate: "new_requesteddelivery" } },
};
const rates = [{ from: "USD", to: "EUR", rate: "0.9" }];

const MILLER = "a16b3f4e-1e20-ed11-b83e-000d3a2b1c4d";
const SMITH = "b27c4a5f-2f31-ed11-9db1-000d3a2b1c4d";
const TOWN_HALL = "5d6f2b9c-0c1e-ee11-9966-000d3a2b1c4d";
const SCHOOL = "5d6f2b9d-0c1e-ee11-9966-000d3a2b1c4d";
const ORDER = "f50f7d82-1e2f-ee11-bdf4-000d3a2b1c4d";

describe("Records of Dynamics 365", () => {
  const read = safeRecordsFromDynamics(fixture, options);
  const { accounts, products, opportunities, orders } = read.records;

  test("nothing is wrong with what the Web API gives", () => {
    expect(read.issues).toEqual([]);
    expect(recordsFromDynamics(fixture, options)).toEqual(read.records);
    expect(safeReadCrmRecords({ ...read.records, rates }).issues).toEqual([]);
  });

  test("an account has its number elsewhere and its credit limit in its currency", () => {
    expect(accounts).toEqual([
      {
        id: MILLER,
        name: "Miller Interiors",
        externalIds: [
          { system: "dynamics", id: MILLER },
          { system: "erp", id: "70001" },
        ],
        domain: "miller.example",
        creditLimit: { amount: 50000, currency: "EUR" },
      },
      {
        id: SMITH,
        name: "Smith Schools",
        externalIds: [{ system: "dynamics", id: SMITH }],
        parent: MILLER,
      },
    ]);
    expect(products?.map(({ item, unit }) => [item, unit])).toEqual([
      ["table", "pc"],
      ["chair", "pc"],
    ]);
  });

  test("the state says whether an opportunity is open, won or lost", () => {
    expect(
      opportunities?.map(({ name, stage, status, probability, closeDate, closedDate }) => {
        return [name, stage, status, probability, closeDate, closedDate];
      }),
    ).toEqual([
      ["Town hall", "3-Propose", "open", "0.6", "2026-03-20", undefined],
      ["School", "4-Close", "won", 1, "2026-02-27", "2026-02-27"],
      ["Library", "lost", "lost", "0.1", "2026-02-10", "2026-02-12"],
    ]);
    expect(opportunities?.[0]?.lines).toEqual([
      {
        id: "e49e6c71-0d1e-ee11-9966-000d3a2b1c4d",
        product: "c38d5b60-3042-ed11-9daf-000d3a2b1c4d",
        quantity: 40,
        unit: "pc",
        unitPrice: 880,
        requestedDate: "2026-04-24",
      },
      {
        id: "e49e6c72-0d1e-ee11-9966-000d3a2b1c4d",
        product: "c38d5b61-3042-ed11-9daf-000d3a2b1c4d",
        quantity: 160,
        unit: "pc",
        unitPrice: 175.5,
      },
    ]);
  });

  test("an order says when it is wanted, line by line, and what is shipped", () => {
    expect(orders?.[0]).toEqual({
      id: ORDER,
      account: SMITH,
      opportunity: SCHOOL,
      status: "open",
      date: "2026-02-27",
      requestedDate: "2026-04-10",
      currency: "USD",
      lines: [
        {
          id: "061f8e93-1e2f-ee11-bdf4-000d3a2b1c4d",
          product: "c38d5b60-3042-ed11-9daf-000d3a2b1c4d",
          quantity: 12,
          unit: "pc",
          unitPrice: 950,
          requestedDate: "2026-04-17",
          shipped: 5,
        },
      ],
    });
    // Created at 23:15 in UTC, the next day an hour ahead; its currency is that of the option.
    expect(orders?.[1]).toMatchObject({ status: "cancelled", date: "2026-01-09", currency: "EUR" });
  });

  test("a product that was written in is told and not taken", () => {
    expect(read.notTaken).toEqual([
      {
        list: "opportunityProducts",
        id: "e49e6c73-0d1e-ee11-9966-000d3a2b1c4d",
        because: "noProduct",
      },
    ]);
  });

  test("becomes the demand that one works out by hand", () => {
    // 0.6 × 40 on the requested day, 0.6 × 160 on 20 March and 14 days.
    expect(demandsOf({ ...read.records, rates }).sort()).toEqual([
      `opportunity ${TOWN_HALL} e49e6c71-0d1e-ee11-9966-000d3a2b1c4d: 24 table 2026-04-24`,
      `opportunity ${TOWN_HALL} e49e6c72-0d1e-ee11-9966-000d3a2b1c4d: 96 chair 2026-04-03`,
      `order ${ORDER} 061f8e93-1e2f-ee11-bdf4-000d3a2b1c4d: 12 table 2026-04-17, 5 shipped`,
    ]);
  });
});

describe("A bundle of Dynamics 365", () => {
  const [sold] = fixture.salesOrderDetails ?? [];
  const [offered] = fixture.opportunityProducts ?? [];
  const bundle = { producttypecode: 2, parentbundleid: null };
  const part = (id: object, type: number, more: object) => ({
    ...{ ...id, producttypecode: type, parentbundleid: "B", ...more },
  });

  test("is taken whole: its required products are told and not taken, optional ones are", () => {
    const salesOrderDetails = [
      part({ ...sold, salesorderdetailid: "part" }, 3, { quantity: "some" }),
      { ...sold, ...bundle, salesorderdetailid: "B" },
      part({ ...sold, salesorderdetailid: "choice" }, 4, { quantity: 3 }),
      part({ ...sold, salesorderdetailid: "ref" }, 3, {
        ...{ parentbundleid: null, _parentbundleidref_value: "B" },
      }),
    ];
    const opportunityProducts = [
      { ...offered, ...bundle },
      part({ ...offered, opportunityproductid: "offered part" }, 3, {}),
    ];
    const foreign = { ...fixture, opportunityProducts, salesOrderDetails };
    const { records, issues, notTaken } = safeRecordsFromDynamics(foreign, options);
    expect(issues).toEqual([]);
    expect(notTaken.map(({ id, because }) => `${id} ${because}`)).toEqual([
      ...["offered part bundled", "part bundled", "ref bundled"],
    ]);
    expect(records.orders?.[0]?.lines.map(({ id }) => id)).toEqual(["B", "choice"]);
    expect(records.opportunities?.[0]?.lines.length).toBe(1);
  });

  test("a product that is of no bundle is taken, whatever its type", () => {
    const alone = changed(fixture, "salesOrderDetails", 0, { producttypecode: 3 });
    expect(recordsFromDynamics(alone, options).orders?.[0]?.lines.length).toBe(1);
  });
});

describe("An order of Dynamics 365 that says no day", () => {
  const undated = changed(fixture, "salesOrders", 0, { requestdeliveryby: null });
  const silent = changed(undated, "salesOrderDetails", 0, { requestdeliveryby: null });

  test("is a mistake where it becomes demand, and none where all of it is there", () => {
    const open = recordsFromDynamics(silent, options);
    expect(demandsOf({ ...open, rates })[0]).toContain("The requestedDate of a line of order");
    const fulfilled = recordsFromDynamics(
      changed(silent, "salesOrders", 0, { statecode: 3 }),
      options,
    );
    const demands = demandsOf({ ...fulfilled, rates });
    expect(demands.filter((text) => !text.startsWith("opportunity"))).toEqual([]);
  });
});

describe("Records of Dynamics 365 with mistakes", () => {
  const safe = (records: object, change: Partial<DynamicsOptions> = {}) =>
    safeRecordsFromDynamics(records, { ...options, ...change });

  test("a record of a wrong shape is named and left out, the others go through", () => {
    const read = safe(changed(fixture, "opportunities", 2, { statecode: "Lost" }));
    expect(saidOf(read)).toEqual([
      "invalidType opportunities.2.statecode (opportunities 5d6f2b9e-0c1e-ee11-9966-000d3a2b1c4d)",
    ]);
    expect(read.records.opportunities?.map(({ name }) => name)).toEqual(["Town hall", "School"]);
    expect(safeReadCrmRecords({ ...read.records, rates }).issues).toEqual([]);
  });

  test("a currency that nobody says takes along what is in it", () => {
    const read = safe(fixture, { currencies: {} });
    expect(saidOf(read)).toEqual([
      `unknownId accounts.0._transactioncurrencyid_value (accounts ${MILLER})`,
      `leftOut opportunities.0._parentaccountid_value (opportunities ${TOWN_HALL})`,
      "leftOut opportunityProducts.0._opportunityid_value (opportunityProducts e49e6c71-0d1e-ee11-9966-000d3a2b1c4d)",
      "leftOut opportunityProducts.1._opportunityid_value (opportunityProducts e49e6c72-0d1e-ee11-9966-000d3a2b1c4d)",
      "leftOut salesOrders.1._accountid_value (salesOrders f50f7d83-1e2f-ee11-bdf4-000d3a2b1c4d)",
      "unknownId salesOrders.1._transactioncurrencyid_value (salesOrders f50f7d83-1e2f-ee11-bdf4-000d3a2b1c4d)",
      "leftOut salesOrderDetails.1._salesorderid_value (salesOrderDetails 061f8e94-1e2f-ee11-bdf4-000d3a2b1c4d)",
    ]);
  });

  test.each<[string, string, number, object, string]>([
    [
      "a state that is none",
      "salesOrders",
      0,
      { statecode: 7 },
      "outOfRange salesOrders.0.statecode",
    ],
    [
      "an opportunity without a customer",
      "opportunities",
      0,
      { _customerid_value: null, _parentaccountid_value: null },
      "missingField opportunities.0._parentaccountid_value",
    ],
    [
      "an open opportunity without a close date",
      "opportunities",
      0,
      { estimatedclosedate: null },
      "missingField opportunities.0.estimatedclosedate",
    ],
    [
      "an open opportunity without a probability",
      "opportunities",
      0,
      { closeprobability: null },
      "missingField opportunities.0.closeprobability",
    ],
    [
      "a line without a product",
      "salesOrderDetails",
      0,
      { _productid_value: null },
      "missingField salesOrderDetails.0._productid_value",
    ],
    [
      "a line of an order that is not there",
      "salesOrderDetails",
      0,
      { _salesorderid_value: MILLER },
      "unknownId salesOrderDetails.0._salesorderid_value",
    ],
    [
      "a product without its number",
      "products",
      0,
      { productnumber: null },
      "missingField products.0.productnumber",
    ],
  ])("%s is named", (_, list, index, change, said) => {
    const texts = saidOf(safe(changed(fixture, list, index, change)));
    expect(texts.map((text) => text.split(" (")[0])).toContain(said);
  });

  test("all of it at once is a refusal", () => {
    const records = changed(fixture, "accounts", 0, { accountid: null });
    expect(() => recordsFromDynamics(records, options)).toThrow(PlanningInputError);
  });
});
