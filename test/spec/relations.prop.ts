import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { cycleGroups } from "../../src/bom/index.js";
import { formatDay, type PlanningInput, parseDay } from "../../src/index.js";
import { planOf } from "../support/plan-of.js";
import { problemOf } from "../support/random/problem.js";
import { runs } from "../support/runs.js";

describe("What ties items to each other", () => {
  test.prop([problemOf({ with: ["discontinued"], without: [] })], { numRuns: runs })(
    "No order of a discontinued item is due on its day or later (B6)",
    (input) => {
      for (const { item, site, due, daysLate } of planOf(input).orders) {
        const { from } = discontinuedAt(input, item, site) ?? {};
        // What comes late is judged by the day for which it was planned (N11, K46).
        const wanted = formatDay(parseDay(due)! - daysLate);
        if (from !== undefined) expect(wanted < from).toBe(true);
      }
    },
  );

  test.prop([problemOf({ with: ["loops"], without: ["firmOrders"] })], { numRuns: runs })(
    "Nothing is ordered of what needs itself, where loops are covered from stock alone (B2)",
    (input) => {
      const onLoop = placesOnLoops(input);
      const ordered = [...planOf(input).orders].filter(({ item, site }) =>
        onLoop.has(JSON.stringify([item, site])),
      );
      expect(ordered).toEqual([]);
    },
  );

  test.prop([problemOf({ with: ["coProducts"], without: ["modifiers", "lotSizing", "sources"] })], {
    numRuns: runs,
  })(
    "A co-product whose need drives its lead item has no orders of its own, where the lead item may be ordered on every day, nothing is cut into several orders, and no co-product drives it in turn (B4)",
    (input) => {
      const { resize, trigger } = input.conventions ?? {};
      const only = input.sites?.[0]?.id ?? "main";
      const plan = planOf(input);
      const ordered = new Set([...plan.orders].map(({ item, site }) => `${item} ${site}`));
      const driven = new Set(
        (input.boms ?? []).flatMap((bill) => (bill.drivenBy ? bill.item : [])),
      );
      for (const { item, site = only, coProducts, drivenBy } of input.boms ?? []) {
        if (drivenBy !== "largestNeed" || resize || trigger === "atOrBelow") continue;
        const { fence } = policyAt(input, item, site);
        if (fence > 0 || discontinuedAt(input, item, site) !== undefined) continue;
        for (const one of coProducts!) {
          const { method } = policyAt(input, one.item, site);
          if (one.quantity === 0 || driven.has(one.item)) continue;
          if (!["mrp", "minMax"].includes(method)) continue;
          expect(ordered.has(`${one.item} ${site}`)).toBe(false);
        }
      }
    },
  );
});

/** Method and fence of an item at a site. */
function policyAt({ items, itemSites, sites }: PlanningInput, item: string, site: string) {
  const only = sites?.[0]?.id ?? "main";
  const atSite = itemSites?.find((row) => row.item === item && (row.site ?? only) === site);
  const ofItem = items?.find(({ id }) => id === item);
  return {
    method: atSite?.method ?? ofItem?.method ?? "mrp",
    fence: atSite?.planningTimeFence ?? ofItem?.planningTimeFence ?? 0,
  };
}

function discontinuedAt({ items, itemSites, sites }: PlanningInput, item: string, site: string) {
  const only = sites?.[0]?.id ?? "main";
  const atSite = itemSites?.find((row) => row.item === item && (row.site ?? only) === site);
  return atSite?.discontinued ?? items?.find(({ id }) => id === item)?.discontinued;
}

/** Items at sites that bills and lanes lead back to. */
function placesOnLoops({ boms, sites, sources }: PlanningInput): Set<string> {
  const only = sites?.[0]?.id ?? "main";
  const ways = [
    ...(boms ?? []).flatMap(({ item, site = only, lines }) =>
      lines.map((line) => [JSON.stringify([item, site]), JSON.stringify([line.item, site])]),
    ),
    // A lane from stock alone is no way of the graph (B1).
    ...(sources ?? []).flatMap(({ item, site = only, kind, from, onlyFromStock }) =>
      kind === "transfer" && !onlyFromStock
        ? [[JSON.stringify([item, site]), JSON.stringify([item, from])]]
        : [],
    ),
  ];
  const places = [...new Set(ways.flat())];
  const numbers = (end: 0 | 1) => Int32Array.from(ways, (way) => places.indexOf(way[end]!));
  const groups = cycleGroups(places.length, numbers(0), numbers(1));
  return new Set(places.filter((_, n) => groups[n]! >= 0));
}
