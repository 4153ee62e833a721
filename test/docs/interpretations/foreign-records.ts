import {
  type OdooOptions,
  type SalesforceOptions,
  safeRecordsFromErpnext,
  safeRecordsFromOdoo,
  safeRecordsFromSalesforce,
} from "orlicky";
import type { ScenarioCase } from "./scenarios.js";

const salesforce: SalesforceOptions = { system: "s", dayOf: "utc", items: "id", currency: "EUR" };
const odoo: OdooOptions = {
  system: "o",
  dayOf: "utc",
  items: "id",
  stages: { 1: "open" },
  deliveryDates: "commitment",
};

const opportunity = {
  Id: "O",
  AccountId: "A",
  StageName: "Talk",
  Probability: 12.5,
  CloseDate: "2026-03-20",
  IsWon: false,
  IsClosed: false,
};
const line = { Id: "L", OpportunityId: "O", Product2Id: "P", Quantity: 2, UnitPrice: 9 };
const lead = {
  id: 1,
  type: "opportunity",
  active: false,
  partner_id: [7, "Ada"],
  stage_id: [1, "New"],
  probability: 0,
  date_deadline: "2026-03-20",
};
const sale = {
  id: 1,
  state: "sale",
  partner_id: [7, "Ada"],
  date_order: "2026-03-02 23:30:00",
  commitment_date: "2026-03-20 23:30:00",
};
const sold = { id: 9, order_id: [1, "S1"], product_id: [3, "Table"], product_uom_qty: 2 };

/** What is wrong with records of Salesforce. */
function wrong(records: object): string[] {
  const { issues } = safeRecordsFromSalesforce(records, salesforce);
  return issues.map(({ code, path }) => `${code} ${path.join(".")}`);
}

/** What becomes of quotations of one opportunity. */
function versions(): string[] {
  const quotation = {
    docstatus: 1,
    status: "Open",
    quotation_to: "Customer",
    party_name: "Ada",
    opportunity: "O",
    items: [],
  };
  const { quotes } = safeRecordsFromErpnext(
    {
      opportunities: [
        {
          name: "O",
          opportunity_from: "Customer",
          party_name: "Ada",
          status: "Open",
          probability: 50,
          expected_closing: "2026-03-20",
        },
      ],
      quotations: [
        { ...quotation, name: "Q2", transaction_date: "2026-02-10" },
        { ...quotation, name: "Q1", transaction_date: "2026-02-03" },
      ],
    },
    { system: "e" },
  ).records;
  return (quotes ?? []).map(({ id, version }) => `${id} version ${version}`);
}

export const foreignRecords: readonly ScenarioCase[] = [
  {
    k: "K74",
    shows: "a record goes with each of its lines that is wrong",
    ask: () =>
      wrong({
        opportunities: [opportunity],
        opportunityLineItems: [line, { ...line, Id: "M", Quantity: "two" }],
      }),
    answer: [
      "leftOut opportunities.0",
      "leftOut opportunityLineItems.0.OpportunityId",
      "invalidQuantity opportunityLineItems.1.Quantity",
    ],
  },
  {
    k: "K74",
    shows: "a status of which the options say nothing is wrong",
    ask: () =>
      wrong({
        orders: [{ Id: "1", AccountId: "A", Status: "New", EffectiveDate: "2026-03-02" }],
        orderItems: [],
      }),
    answer: ["unknownId orders.0.Status"],
  },
  {
    k: "K74",
    shows: "a percentage is divided exactly, and prices in another currency are left out",
    ask: () => {
      const { opportunities } = safeRecordsFromSalesforce(
        {
          opportunities: [{ ...opportunity, CurrencyIsoCode: "USD" }],
          opportunityLineItems: [line],
        },
        salesforce,
      ).records;
      return (opportunities ?? []).map(({ probability, lines }) => [
        probability,
        lines[0]?.unitPrice,
      ]);
    },
    answer: [["0.125", undefined]],
  },
  {
    k: "K74",
    shows: "quotations are versions in the order in which they were made",
    ask: versions,
    answer: ["Q2 version 2", "Q1 version 1"],
  },
  {
    k: "K74",
    shows: "an archived lead is lost at probability 0 and not taken otherwise",
    ask: () => {
      const leads = [lead, { ...lead, id: 2, probability: 5 }];
      const { records, notTaken } = safeRecordsFromOdoo({ leads }, odoo);
      return [records.opportunities?.map(({ status }) => status), notTaken];
    },
    answer: [["lost"], [{ list: "leads", id: "2", because: "archived" }]],
  },
  {
    k: "K74",
    shows: "of what is not taken nothing else is looked at, and its lines go with it",
    ask: () => {
      const deleted = { ...opportunity, AccountId: null, IsDeleted: true };
      const lines = [{ ...line, Quantity: "two" }];
      const foreign = { opportunities: [deleted], opportunityLineItems: lines };
      const { issues, notTaken } = safeRecordsFromSalesforce(foreign, salesforce);
      return [issues, notTaken.map(({ list, because }) => `${list} ${because}`)];
    },
    answer: [[], ["opportunities deleted", "opportunityLineItems deleted"]],
  },
  {
    k: "K74",
    shows: "which day a time means is said, and a delivery date is asked for and promised",
    ask: () =>
      [odoo, { ...odoo, dayOf: { minutesAheadOfUtc: 60 } }].map((options) => {
        const { orders } = safeRecordsFromOdoo(
          { orders: [sale], orderLines: [sold] },
          options,
        ).records;
        return [orders?.[0]?.date, orders?.[0]?.requestedDate, orders?.[0]?.lines[0]?.promisedDate];
      }),
    answer: [
      ["2026-03-02", "2026-03-20", "2026-03-20"],
      ["2026-03-03", "2026-03-21", "2026-03-21"],
    ],
  },
];
