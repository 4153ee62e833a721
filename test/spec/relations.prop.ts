import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { cycleGroups } from "../../src/bom/index.js";
import type { PlanningInput } from "../../src/index.js";
import { planOf } from "../support/plan-of.js";
import { problemOf } from "../support/random/problem.js";
import { runs } from "../support/runs.js";

describe("What ties items to each other", () => {
  test.prop([problemOf({ with: ["discontinued"], without: [] })], { numRuns: runs })(
    "No order of a discontinued item is due on its day or later (B6)",
    (input) => {
      for (const { item, site, due } of planOf(input).orders) {
        const { from } = discontinuedAt(input, item, site) ?? {};
        if (from !== undefined) expect(due < from).toBe(true);
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
});

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
    ...(sources ?? []).flatMap(({ item, site = only, kind, from }) =>
      kind === "transfer" ? [[JSON.stringify([item, site]), JSON.stringify([item, from])]] : [],
    ),
  ];
  const places = [...new Set(ways.flat())];
  const numbers = (end: 0 | 1) => Int32Array.from(ways, (way) => places.indexOf(way[end]!));
  const groups = cycleGroups(places.length, numbers(0), numbers(1));
  return new Set(places.filter((_, n) => groups[n]! >= 0));
}
