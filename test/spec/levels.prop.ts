import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { lowLevelCodes, type PlanningInput, type PlanningRow } from "../../src/index.js";
import { planOf } from "../support/plan-of.js";
import { problem, problemWithout } from "../support/random/problem.js";
import { runs } from "../support/runs.js";

describe("Low-level codes", () => {
  test.prop([problemWithout("sites", "loops")], { numRuns: runs })(
    "A parent's level is below its component's, and no lower than it must be; so it is with co-products, substitutes and follow-ups, and with what drives a lead item",
    (input) => {
      const codes = lowLevelCodes(planOf(input));
      const parents = new Map([...codes.keys()].map((item) => [item, new Set<string>()]));
      for (const { above, below } of relationsOf(input)) parents.get(below)?.add(above);
      for (const [item, code] of codes) {
        const above = [...(parents.get(item) ?? [])].map(
          (parent) => codes.get(parent) ?? Number.NaN,
        );
        expect(code).toBe(above.length === 0 ? 0 : 1 + Math.max(...above));
      }
    },
  );

  test.prop([problem], { numRuns: runs })(
    "Orders are in the order of levels: those of a parent come before those of its component, those of a receiving site before those of the shipping one",
    (input) => {
      const plan = planOf(input);
      const places = [...plan.orders].map(({ item, site }) => JSON.stringify([item, site]));
      const site = input.sites?.[0]?.id ?? "main";
      // From stock alone a site may ship what was planned before (B1).
      const sources = (input.sources ?? []).filter(({ onlyFromStock }) => !onlyFromStock);
      const goesInto = [
        ...(input.boms ?? []).flatMap((bom) =>
          [bom.site ?? site, ...drawnAt(sources, bom)].flatMap((at) =>
            bom.lines.map((line) => ({
              parent: [bom.item, bom.site ?? site],
              component: [line.item, at],
            })),
          ),
        ),
        ...sources.flatMap((row) =>
          row.from === undefined || row.kind !== "transfer"
            ? []
            : [{ parent: [row.item, row.site ?? site], component: [row.item, row.from] }],
        ),
      ];
      for (const { parent, component } of goesInto) {
        const last = places.lastIndexOf(JSON.stringify(parent));
        const first = places.indexOf(JSON.stringify(component));
        if (last >= 0 && first >= 0) expect(last).toBeLessThan(first);
      }
    },
  );
});

/** Where subcontractors of an item draw the components of a bill. */
function drawnAt(
  sources: NonNullable<PlanningInput["sources"]>,
  { item, site }: PlanningRow<"boms">,
): string[] {
  return sources.flatMap((row) =>
    row.kind === "subcontract" && row.item === item && row.site === site && row.from !== undefined
      ? [row.from]
      : [],
  );
}

/** What is planned before what, at the one site of a problem (B1). */
function relationsOf({ boms, items, itemSites }: PlanningInput) {
  const ofBills = (boms ?? []).flatMap(({ item, lines, coProducts }) => [
    ...lines.flatMap((line) => [
      { above: item, below: line.item, isCoProduct: false },
      ...(line.substitutes ?? []).map((one) => ({
        above: line.item,
        below: one.item,
        isCoProduct: false,
      })),
    ]),
    ...(coProducts ?? []).map((one) => ({ above: item, below: one.item, isCoProduct: true })),
  ]);
  const followUps = (items ?? []).flatMap(({ id, discontinued }) => {
    const atSite = itemSites?.find(({ item }) => item === id)?.discontinued;
    const { followUp } = atSite ?? discontinued ?? {};
    return followUp === undefined ? [] : [{ above: id, below: followUp }];
  });
  const needs = [...ofBills.filter(({ isCoProduct }) => !isCoProduct), ...followUps];
  const driven = (boms ?? []).flatMap(({ item, coProducts, drivenBy }) =>
    drivenBy === "largestNeed"
      ? needs.flatMap(({ above, below }) =>
          coProducts?.some((one) => one.item === below) ? [{ above, below: item }] : [],
        )
      : [],
  );
  return [...ofBills, ...followUps, ...driven];
}
