import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  blockLots,
  type CrmDemand,
  crmEvents,
  type DemandPolicy,
  demandFromCrm,
  planRequirements,
  promiseDeliveries,
  readCrmRecords,
  requestOfOrder,
  requestOfQuote,
} from "../../src/index.js";
import { EVERY_RECORD } from "../support/crm/every-record.js";

/** Records of every list, with a deal that is not ordered and an order that its credit does not cover. */
const [quote] = EVERY_RECORD.quotes!;
const [order] = EVERY_RECORD.orders!;
const [complaint] = EVERY_RECORD.complaints!;
const everyRecord = readCrmRecords({
  ...EVERY_RECORD,
  quotes: [quote!, { ...quote!, id: "Q2", opportunity: undefined, status: "sent" }],
  orders: [
    order!,
    {
      ...{ id: "4712", account: "Miller", status: "open", date: "2026-03-19" },
      ...{ requestedDate: "2026-05-04", currency: "USD" },
      lines: [{ id: "1", product: "table", quantity: 100, unitPrice: 380 }],
    },
  ],
  complaints: [complaint!, { ...complaint!, id: "P2", lot: "L8" }],
});

describe("The demand of CRM records", () => {
  const policies: fc.Arbitrary<DemandPolicy> = fc.record({
    asOf: fc.constantFrom("2026-03-20", "2026-05-05"),
    deals: fc.constantFrom<DemandPolicy["deals"]>({ use: "expected" }, { use: "none" }),
    needDate: fc.constant({ from: "requested" } as const),
    forecast: fc.record({ prefer: fc.constantFrom("adjusted", "submitted") }),
    pipeline: fc.constantFrom("linked", "matching"),
    contractRest: fc.constantFrom("none", "even"),
    credit: fc.constantFrom("excluded", "demandOnly", "promised"),
  });

  test.prop([policies, fc.boolean()])(
    "all that takes the demand of records takes what records of every list come to, also written and read back",
    (policy, isWritten) => {
      const made = demandFromCrm(everyRecord, policy);
      const lists = new Set(made.account.map(({ record }) => record.list));
      expect([lists.size, made.holds.length]).toEqual([9, 1]);
      const demand: CrmDemand = isWritten ? JSON.parse(JSON.stringify(made)) : made;
      const { demands, supplies, boms, sources, holds, blockedLots } = demand;
      const live = planRequirements({
        ...{ startDate: policy.asOf, horizonEnd: "2026-12-31", currency: "EUR" },
        sites: [{ id: "Bonn" }],
        items: [
          { id: "T1", unit: "piece", decimals: 0 },
          { id: "leg", unit: "piece" },
          ...demand.items,
        ],
        ...{ demands, supplies, boms, sources },
      });
      const requests = [
        requestOfQuote(everyRecord, "Q2", { demand }),
        requestOfOrder(everyRecord, "4711", { demand }),
        requestOfOrder(everyRecord, "4712", { demand }),
      ];
      for (const { inPlaceOf } of requests) {
        const known = new Set(demands.map(({ id }) => id));
        expect(inPlaceOf?.every((id) => known.has(id))).toBe(true);
      }
      expect(promiseDeliveries(live, requests, { holds })).toHaveLength(3);
      expect(
        blockLots([{ item: "leg", site: "Bonn", lot: "L7", quantity: 1 }], blockedLots).issues,
      ).toHaveLength(1);
      const state = { plan: live, records: everyRecord, holds };
      expect(crmEvents(state, state)).toEqual([]);
    },
  );
});
