import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Plan, planningRecord } from "../../src/index.js";
import { dayText } from "../reference/calendar.js";
import { decimalText } from "../reference/numbers.js";
import { type Ledger, ledgersOf } from "../support/ledger.js";
import { planOf } from "../support/plan-of.js";
import { problemWithout } from "../support/random/problem.js";
import { runs } from "../support/runs.js";

describe("Stock and requirements", () => {
  test.prop([problemWithout("forward")], { numRuns: runs })(
    "Stock is conserved: opening + receipts + co-products − needs − expired = closing, every day, to the last decimal",
    (input) => {
      const plan = planOf(input);
      for (const ledger of ledgersOf(input, plan).filter(isBusy)) {
        expect(recorded(plan, ledger)).toEqual(booked(ledger));
      }
    },
  );

  test.prop([problemWithout("forward")], { numRuns: runs })(
    "Under mrp and mps, with a source that is valid on the day, projected stock never lies below the floor from the first working day after the fence to the horizon's end",
    (input) => {
      const plan = planOf(input);
      const without = new Set(
        [...plan.messages].flatMap((message) =>
          message.code === "noSource" ? [placeOf(message)] : [],
        ),
      );
      for (const { point, fenceEnd, days } of ledgersOf(input, plan)) {
        const { method, phantom } = point.policy;
        if (method !== "mrp" || phantom || without.has(placeOf(point))) continue;
        const short = days.filter(({ day, netted, floor }) => day >= fenceEnd && netted < floor);
        expect(short).toEqual([]);
      }
    },
  );

  test.prop([problemWithout("lotSizing", "modifiers", "forward")], { numRuns: runs })(
    "No order without a need: under lot-for-lot without modifiers, every order taken away leaves a shortage, of its item unless co-products drive it",
    (input) => {
      const plan = planOf(input);
      const driven = new Set(
        (input.boms ?? []).flatMap((bill) => (bill.drivenBy ? bill.item : [])),
      );
      for (const { point, days } of ledgersOf(input, plan)) {
        if (driven.has(point.item)) continue;
        // A reorder point or a buffer looks at its position at the planning start, not at a day.
        const { lots, method } = point.policy;
        if (method === "reorderPoint" || method === "ddmrp" || lots.rule !== "lotForLot") continue;
        for (const { wanted, quantity } of point.orders) {
          const short = days.some(
            ({ day, netted, floor }) => day >= wanted && netted - quantity < floor,
          );
          expect(short).toBe(true);
        }
      }
    },
  );
});

function placeOf({ item, site, segment }: { item: string; site: string; segment: string | null }) {
  return JSON.stringify([item, site, segment]);
}

/** A segment in which nothing happens may have no stocking point, and so no record. */
function isBusy({ point, opening, days }: Ledger): boolean {
  if (point.segment === null || opening !== 0n) return true;
  const { supplies, orders } = point;
  return supplies.length > 0 || orders.length > 0 || days.some(({ gross }) => gross > 0n);
}

/** What the record of the plan says of a stocking point, in the words of {@link booked}. */
function recorded(plan: Plan, { point }: Ledger) {
  const { item, site, segment } = point;
  const { openingStock, rows } = planningRecord(plan, item, {
    site,
    ...(segment === null ? {} : { segment }),
  });
  const days = rows.map((row) => ({
    date: row.date,
    receipts: row.scheduledReceipts.plus(row.releasedStock).toFixed(),
    coProducts: row.coProducts.toFixed(),
    planned: row.plannedReceipts.toFixed(),
    gross: row.gross.toFixed(),
    expired: row.expired.toFixed(),
    closing: row.projectedOnHand.toFixed(),
  }));
  return { opening: openingStock.toFixed(), days };
}

function booked({ point, opening, days }: Ledger) {
  const text = (count: bigint) => decimalText(count, point.policy.decimals);
  return {
    opening: text(opening),
    days: days.map(({ day, receipts, coProducts, planned, gross, expired, closing }) => ({
      date: dayText(day),
      receipts: text(receipts),
      coProducts: text(coProducts),
      planned: text(planned),
      gross: text(gross),
      expired: text(expired),
      closing: text(closing),
    })),
  };
}
