import { describe, expect, test } from "vitest";
import {
  changed,
  demandsOf,
  type ForeignFixture,
  foreignFixture,
  saidOf,
} from "../../../../test/support/crm/foreign.js";
import {
  type ErpnextOptions,
  PlanningInputError,
  recordsFromErpnext,
  safeReadCrmRecords,
  safeRecordsFromErpnext,
} from "../../../index.js";

const fixture = foreignFixture("erpnext");
const options: ErpnextOptions = {
  system: "erp",
  currency: "EUR",
  company: "Oak & Sons",
  sites: { "Stores - OS": "main" },
};
const rates = [{ from: "USD", to: "EUR", rate: "0.9" }];

describe("Records of ERPNext", () => {
  const read = safeRecordsFromErpnext(fixture, options);
  const { accounts, products, opportunities, quotes, orders } = read.records;

  test("nothing is wrong with what the REST API gives", () => {
    expect(read.issues).toEqual([]);
    expect(recordsFromErpnext(fixture, options)).toEqual(read.records);
    expect(safeReadCrmRecords({ ...read.records, rates }).issues).toEqual([]);
  });

  test("a customer has the credit limit of the company that is meant; 0 is none", () => {
    expect(accounts).toEqual([
      {
        id: "70001",
        name: "Miller Interiors",
        externalIds: [{ system: "erp", id: "70001" }],
        taxId: "DE811907980",
        domain: "miller.example",
        customerClass: "Commercial",
        creditLimit: { amount: 50000 },
      },
      {
        id: "70002",
        name: "Smith Schools",
        externalIds: [{ system: "erp", id: "70002" }],
        customerClass: "Government",
      },
    ]);
  });

  test("an item is the item of the plan, in its stock unit", () => {
    expect(products).toEqual([
      { id: "table", item: "table", name: "Table, oak", unit: "Nos", family: "Tables" },
      { id: "chair", item: "chair", name: "Chair, oak", unit: "Nos", family: "Chairs" },
    ]);
  });

  test("statuses say whether an opportunity is open, won or lost", () => {
    expect(
      opportunities?.map(({ name, stage, status, probability }) => [
        name,
        stage,
        status,
        probability,
      ]),
    ).toEqual([
      ["Town hall", "Proposal/Price Quote", "open", "0.375"],
      ["School", "Negotiation/Review", "won", "1"],
      ["Library", "Prospecting", "lost", "0.2"],
    ]);
  });

  test("quotations of one opportunity are its versions; a cancelled one is rejected", () => {
    expect(
      quotes?.map(({ id, version, status, validUntil }) => [id, version, status, validUntil]),
    ).toEqual([
      ["SAL-QTN-2026-00037", 2, "sent", "2026-03-31"],
      ["SAL-QTN-2026-00021", 1, "rejected", undefined],
      ["SAL-QTN-2026-00030", 1, "accepted", "2026-03-16"],
    ]);
  });

  test("an order is of the quotation that its items name, and says what is delivered", () => {
    expect(orders?.[0]).toEqual({
      id: "SAL-ORD-2026-00007",
      account: "70002",
      quote: "SAL-QTN-2026-00030",
      status: "open",
      date: "2026-02-27",
      requestedDate: "2026-04-10",
      currency: "USD",
      lines: [
        {
          id: "d1e2f3a431",
          product: "table",
          site: "main",
          quoteLine: "c7d8e9f023",
          quantity: 6,
          unit: "Nos",
          unitPrice: 950,
          requestedDate: "2026-04-10",
          shipped: 5,
        },
        {
          id: "d1e2f3a432",
          product: "table",
          site: "main",
          quoteLine: "c7d8e9f023",
          quantity: 6,
          unit: "Nos",
          unitPrice: 950,
          requestedDate: "2026-05-08",
          shipped: 0,
        },
      ],
    });
    expect(orders?.map(({ status }) => status)).toEqual(["open", "closed"]);
  });

  test("leads and drafts of orders are told and not taken", () => {
    expect(read.notTaken.map(({ id, because }) => `${id} ${because}`)).toEqual([
      "CRM-OPP-2026-00012 lead",
      "SAL-ORD-2026-00008 draft",
    ]);
  });

  test("becomes the demand that one works out by hand", () => {
    // A quotation says no delivery date: 14 days after the close date of 20 March.
    expect(demandsOf({ ...read.records, rates }).sort()).toEqual([
      "order SAL-ORD-2026-00007 d1e2f3a431: 6 table 2026-04-10, 5 shipped",
      "order SAL-ORD-2026-00007 d1e2f3a432: 6 table 2026-05-08",
      "quote SAL-QTN-2026-00037 c7d8e9f021: 15 table 2026-04-03",
      "quote SAL-QTN-2026-00037 c7d8e9f022: 60 chair 2026-04-03",
    ]);
  });
});

describe("A quotation of ERPNext that is ordered in parts", () => {
  const order = fixture.salesOrders?.[0];
  const items = order?.items as readonly object[];
  const quoted = changed(fixture, "quotations", 2, { status: "Partially Ordered" });
  const partly = changed(quoted, "salesOrders", 0, { items: [items[0]] });
  const rest = { ...order, name: "SAL-ORD-2026-00009", items: [{ ...items[1], name: "e1" }] };
  const readWith = (second: object) => {
    const salesOrders = [...(partly.salesOrders ?? []), second];
    const { records, issues } = safeRecordsFromErpnext({ ...partly, salesOrders }, options);
    return { issues, records: { ...records, rates } };
  };

  test("has all its orders, each of the item that it orders", () => {
    const { records, issues } = readWith(rest);
    expect([issues, safeReadCrmRecords(records).issues]).toEqual([[], []]);
    expect(demandsOf(records).filter((text) => text.startsWith("order"))).toEqual([
      "order SAL-ORD-2026-00007 d1e2f3a431: 6 table 2026-04-10, 5 shipped",
      "order SAL-ORD-2026-00009 e1: 6 table 2026-05-08",
    ]);
  });

  test("an order that does not say of which item it is, is of the only one of its product", () => {
    const second = { ...rest, items: [{ ...items[1], name: "e1", quotation_item: null }] };
    const { records } = readWith(second);
    expect(records.orders?.map(({ lines }) => lines[0]?.quoteLine)).toEqual([
      ...["c7d8e9f023", undefined, "c7d8e9f023"],
    ]);
  });

  test("an order of several quotations of one opportunity is of that opportunity", () => {
    const quotation = { ...fixture.quotations?.[2], name: "SAL-QTN-2026-00031" };
    const both = { ...order, items: [items[0], { ...items[1], prevdoc_docname: quotation.name }] };
    const quotations = [...(fixture.quotations ?? []), quotation];
    const read = safeRecordsFromErpnext({ ...fixture, quotations, salesOrders: [both] }, options);
    expect(read.issues).toEqual([]);
    expect(read.records.orders?.map(({ quote, opportunity }) => [quote, opportunity])).toEqual([
      [undefined, "CRM-OPP-2026-00004"],
    ]);
    expect(demandsOf({ ...read.records, rates }).length).toBe(4);
  });

  test("orders of more than it offers stay two orders for one quote", () => {
    const { records } = readWith({ ...rest, items: [{ ...items[1], name: "e1", qty: 7 }] });
    const codes = safeReadCrmRecords(records).issues.map(({ code }) => code);
    expect(codes.filter((code) => code === "twoOrdersForQuote").length).toBe(2);
  });
});

describe("Records of ERPNext with mistakes", () => {
  const safe = (records: object, change: Partial<ErpnextOptions> = {}) =>
    safeRecordsFromErpnext(records, { ...options, ...change });

  /** The fixture with a field of an item of a document changed. */
  function itemChanged(list: string, index: number, fields: object): ForeignFixture {
    const items = fixture[list]?.[index]?.items as readonly object[];
    return changed(fixture, list, index, { items: items.with(0, { ...items[0], ...fields }) });
  }

  test("a record of a wrong shape is named and left out, the others go through", () => {
    const read = safe(itemChanged("quotations", 1, { qty: "40 Nos" }));
    expect(saidOf(read)).toEqual([
      "invalidQuantity quotations.1.items.0.qty (quotations SAL-QTN-2026-00021)",
    ]);
    expect(read.records.quotes?.map(({ id }) => id)).toEqual([
      "SAL-QTN-2026-00037",
      "SAL-QTN-2026-00030",
    ]);
    expect(safeReadCrmRecords({ ...read.records, rates }).issues).toEqual([]);
  });

  test("what names a record that is left out is left out too", () => {
    const read = safe(changed(fixture, "opportunities", 1, { expected_closing: null }));
    expect(saidOf(read)).toEqual([
      "missingField opportunities.1.expected_closing (opportunities CRM-OPP-2026-00004)",
      "leftOut quotations.2.opportunity (quotations SAL-QTN-2026-00030)",
    ]);
  });

  test("an order stands without a quotation or opportunity that is left out", () => {
    const closed = safe(changed(fixture, "opportunities", 1, { expected_closing: null }));
    const links = ({ records }: typeof closed) =>
      records.orders?.map(({ id, quote, opportunity }) => [id, quote, opportunity])[0];
    expect(links(closed)).toEqual(["SAL-ORD-2026-00007", undefined, undefined]);
    // Of a quotation that is wrong in itself it is still known of which opportunity it was.
    expect(links(safe(itemChanged("quotations", 2, { qty: "12 Nos" })))).toEqual([
      ...["SAL-ORD-2026-00007", undefined, "CRM-OPP-2026-00004"],
    ]);
    const unclear = { opportunity: ["CRM-OPP-2026-00004"] };
    expect(saidOf(safe(changed(fixture, "quotations", 2, unclear)))).toContain(
      "leftOut salesOrders.0.items (salesOrders SAL-ORD-2026-00007)",
    );
  });

  test("credit limits of several companies need the one that is meant", () => {
    const read = safe({ customers: fixture.customers }, { company: undefined });
    expect(saidOf(read)).toEqual(["contradiction customers.0.credit_limits (customers 70001)"]);
    expect(read.records.accounts?.map(({ id }) => id)).toEqual(["70002"]);
  });

  test.each<[string, ForeignFixture, string]>([
    [
      "a status that is none",
      changed(fixture, "salesOrders", 0, { status: "Waiting" }),
      "outOfRange salesOrders.0.status",
    ],
    [
      "a document status that is none",
      changed(fixture, "salesOrders", 0, { docstatus: 3 }),
      "invalidType salesOrders.0.docstatus",
    ],
    [
      "an order of two quotations",
      itemChanged("salesOrders", 0, { prevdoc_docname: "SAL-QTN-2026-00037" }),
      "contradiction salesOrders.0.items",
    ],
    [
      "a warehouse that is no site",
      itemChanged("salesOrders", 0, { warehouse: "Stores - OE" }),
      "unknownId salesOrders.0.items.0.warehouse",
    ],
    [
      "an item without its code",
      itemChanged("quotations", 0, { item_code: "" }),
      "missingField quotations.0.items.0.item_code",
    ],
    [
      "items that are no table",
      changed(fixture, "quotations", 0, { items: "[]" }),
      "invalidType quotations.0.items",
    ],
  ])("%s is named", (_, records, said) => {
    expect(saidOf(safe(records)).map((text) => text.split(" (")[0])).toContain(said);
  });

  test("all of it at once is a refusal", () => {
    const records = changed(fixture, "customers", 0, { name: "" });
    expect(() => recordsFromErpnext(records, options)).toThrow(PlanningInputError);
  });
});
