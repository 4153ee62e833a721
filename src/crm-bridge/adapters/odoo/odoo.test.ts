import { describe, expect, test } from "vitest";
import {
  changed,
  demandsOf,
  foreignFixture,
  saidOf,
} from "../../../../test/support/crm/foreign.js";
import {
  type OdooOptions,
  PlanningInputError,
  recordsFromOdoo,
  safeReadCrmRecords,
  safeRecordsFromOdoo,
} from "../../../index.js";

const fixture = foreignFixture("odoo");
const options: OdooOptions = {
  system: "odoo",
  prefix: "odoo ",
  currency: "EUR",
  dayOf: { minutesAheadOfUtc: 60 },
  accountNumbers: "erp",
  items: "code",
  stages: { 1: "open", 2: "open", 3: "open", 4: "won" },
  deliveryDates: "commitment",
  sites: { 1: "main" },
};
const rates = [{ from: "USD", to: "EUR", rate: "0.9" }];

describe("Records of Odoo", () => {
  const read = safeRecordsFromOdoo(fixture, options);
  const { accounts, contacts, products, opportunities, quotes, orders } = read.records;

  test("nothing is wrong with what the external API gives", () => {
    expect(read.issues).toEqual([]);
    expect(recordsFromOdoo(fixture, options)).toEqual(read.records);
    expect(safeReadCrmRecords({ ...read.records, rates }).issues).toEqual([]);
  });

  test("a company is an account, a person at one a contact; false is nothing", () => {
    expect(accounts).toEqual([
      {
        id: "odoo 14",
        name: "Miller Interiors",
        externalIds: [
          { system: "odoo", id: "14" },
          { system: "erp", id: "70001" },
        ],
        taxId: "DE811907980",
        domain: "miller.example",
      },
      {
        id: "odoo 15",
        name: "Smith Schools",
        externalIds: [{ system: "odoo", id: "15" }],
        parent: "odoo 14",
      },
    ]);
    expect(contacts).toEqual([
      { id: "odoo 27", account: "odoo 14", name: "Ann Miller", email: "ann@miller.example" },
    ]);
  });

  test("a product is the item of its internal reference, in its unit", () => {
    expect(products?.map(({ id, item, unit }) => [id, item, unit])).toEqual([
      ["odoo 31", "table", "Units"],
      ["odoo 32", "chair", "Units"],
    ]);
  });

  test("stages say what is open or won, an archived lead without a chance is lost", () => {
    expect(opportunities).toEqual([
      {
        id: "odoo 101",
        account: "odoo 14",
        name: "Town hall",
        stage: "Proposition",
        status: "open",
        probability: "0.375",
        closeDate: "2026-03-20",
        lines: [],
      },
      {
        id: "odoo 102",
        account: "odoo 15",
        name: "School",
        stage: "Won",
        status: "won",
        probability: "1",
        closeDate: "2026-02-27",
        closedDate: "2026-02-27",
        lines: [],
      },
      {
        id: "odoo 103",
        account: "odoo 15",
        name: "Library",
        stage: "Qualified",
        status: "lost",
        probability: "0",
        closeDate: "2026-02-10",
        closedDate: "2026-02-12",
        lines: [],
      },
    ]);
  });

  test("a sale order is a quote until it is confirmed, an order from then on", () => {
    expect(quotes?.map(({ id, version, status, date }) => [id, version, status, date])).toEqual([
      ["odoo 201", 1, "sent", "2026-02-03"],
      ["odoo 202", 2, "sent", "2026-02-25"],
      ["odoo 204", 1, "rejected", "2026-01-15"],
    ]);
    expect(orders).toEqual([
      {
        id: "odoo 203",
        account: "odoo 15",
        opportunity: "odoo 102",
        status: "open",
        date: "2026-02-27",
        requestedDate: "2026-04-10",
        currency: "USD",
        lines: [
          {
            id: "305",
            product: "odoo 31",
            site: "main",
            quantity: 12,
            unit: "Units",
            unitPrice: 950,
            promisedDate: "2026-04-10",
            shipped: 5,
          },
        ],
      },
    ]);
  });

  test("leads, archived ones and lines of text are told and not taken", () => {
    expect(read.notTaken.map(({ list, id, because }) => `${list} ${id} ${because}`)).toEqual([
      "leads 104 lead",
      "leads 105 archived",
      "orderLines 304 noProduct",
    ]);
  });

  test("the day of a time is the one that the options say", () => {
    const { records } = safeRecordsFromOdoo(fixture, { ...options, dayOf: "utc" });
    expect(records.orders?.[0]?.requestedDate).toBe("2026-04-09");
    expect(records.quotes?.[1]?.date).toBe("2026-02-24");
  });

  test("becomes the demand that one works out by hand", () => {
    // The later quotation is the one that stands: 0.375 × 40 and 0.375 × 160.
    expect(demandsOf({ ...read.records, rates }).sort()).toEqual([
      "order odoo 203 305: 12 table 2026-04-10, 5 shipped",
      "quote odoo 202 302: 15 table 2026-04-24",
      "quote odoo 202 303: 60 chair 2026-04-24",
    ]);
  });
});

describe("Records of Odoo with mistakes", () => {
  const safe = (records: object, change: Partial<OdooOptions> = {}) =>
    safeRecordsFromOdoo(records, { ...options, ...change });

  test("a record of a wrong shape is named and left out, the others go through", () => {
    const read = safe(changed(fixture, "leads", 2, { stage_id: 2 }));
    expect(saidOf(read)).toEqual(["invalidType leads.2.stage_id (leads 103)"]);
    expect(read.issues[0]?.message).toBe('The stage_id (2) of lead "103" must be [id, name].');
    expect(read.records.opportunities?.map(({ name }) => name)).toEqual(["Town hall", "School"]);
    expect(safeReadCrmRecords({ ...read.records, rates }).issues).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    [
      "no id",
      [undefined, "x"],
      'The field partner_id[0] of order "201" is missing. It must be a whole number.',
    ],
    ["no name", [27], 'The partner_id (a list) of order "201" must be [id, name].'],
    ["a name that is none", [27, 5], 'The partner_id[1] (5) of order "201" must be a text.'],
    ["nothing", false, 'The partner_id (false) of order "201" must be [id, name].'],
  ])("a link that has %s is told in plain words", (_, partner, message) => {
    expect(safe(changed(fixture, "orders", 0, { partner_id: partner })).issues[0]?.message).toBe(
      message,
    );
  });

  test("a partner that is left out takes along what names it", () => {
    const read = safe(changed(fixture, "partners", 0, { name: 14 }));
    expect(saidOf(read)).toEqual([
      "invalidType partners.0.name (partners 14)",
      "leftOut partners.1.commercial_partner_id (partners 27)",
      "leftOut leads.0.partner_id (leads 101)",
      "leftOut orders.0.opportunity_id (orders 201)",
      "leftOut orders.0.partner_id (orders 201)",
      "leftOut orders.1.opportunity_id (orders 202)",
      "leftOut orders.1.partner_id (orders 202)",
      ...[0, 1, 2].map((n) => `leftOut orderLines.${n}.order_id (orderLines ${301 + n})`),
    ]);
    // The company below it stands by itself.
    expect(read.records.accounts).toEqual([
      { id: "odoo 15", name: "Smith Schools", externalIds: [{ system: "odoo", id: "15" }] },
    ]);
  });

  test("an order that says no delivery date has none, unless the expected one is meant", () => {
    const records = changed(fixture, "orders", 2, { commitment_date: false });
    const agreed = safe(records);
    expect(agreed.issues).toEqual([]);
    expect(agreed.records.orders?.[0]?.requestedDate).toBeUndefined();
    const { issues, records: read } = safe(records, { deliveryDates: "commitmentOrExpected" });
    expect(issues).toEqual([]);
    expect(read.orders?.[0]?.requestedDate).toBe("2026-03-20");
    expect(read.orders?.[0]?.lines[0]?.promisedDate).toBeUndefined();
  });

  test("a quotation is not wanted on the day that Odoo expects, whatever the option says", () => {
    const expected = { commitment_date: false, expected_date: "2026-03-20 09:00:00" };
    const records = changed(fixture, "orders", 0, { ...expected, state: "sent" });
    const read = safe(records, { deliveryDates: "commitmentOrExpected" });
    expect(read.issues).toEqual([]);
    expect(read.records.quotes?.[0]?.status).toBe("sent");
    expect(read.records.quotes?.[0]?.requestedDate).toBeUndefined();
  });

  test.each<[string, string, number, object, string]>([
    [
      "a stage of which the options say nothing",
      "leads",
      0,
      { stage_id: [9, "Trial"] },
      "unknownId leads.0.stage_id",
    ],
    [
      "a warehouse that is no site",
      "orders",
      2,
      { warehouse_id: [2, "North"] },
      "unknownId orders.2.warehouse_id",
    ],
    ["a state that is none", "orders", 2, { state: "waiting" }, "outOfRange orders.2.state"],
    [
      "an open lead without a deadline",
      "leads",
      0,
      { date_deadline: false },
      "missingField leads.0.date_deadline",
    ],
    [
      "a line without a product",
      "orderLines",
      0,
      { product_id: false },
      "missingField orderLines.0.product_id",
    ],
    [
      "a product without a reference",
      "products",
      0,
      { default_code: false },
      "missingField products.0.default_code",
    ],
    [
      "a time that is none",
      "orders",
      0,
      { date_order: "2026-02-30 10:00:00" },
      "invalidDate orders.0.date_order",
    ],
  ])("%s is named", (_, list, index, change, said) => {
    expect(
      saidOf(safe(changed(fixture, list, index, change))).map((text) => text.split(" (")[0]),
    ).toContain(said);
  });

  test("all of it at once is a refusal", () => {
    const records = changed(fixture, "orders", 0, { partner_id: false });
    expect(() => recordsFromOdoo(records, options)).toThrow(PlanningInputError);
  });
});
