import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { safePlanRequirements } from "../../src/index.js";
import { runCase } from "./adapters/index.js";
import { readAreas } from "./adapters/read-cases.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const areas = readAreas(here);
const notYet = new Map<string, string>(
  Object.entries(JSON.parse(readFileSync(`${here}not-yet.json`, "utf8"))),
);

describe("Published cases", () => {
  for (const { name, cases } of areas) {
    describe(name, () => {
      for (const published of cases) {
        const reason = notYet.get(published.id);
        test(published.id, () => {
          const verdict = runCase(name, published);
          expect(verdict).toEqual(
            reason === undefined ? { outcome: "passed" } : { outcome: "notYet", reason },
          );
        });
      }
    });
  }

  test("the list of what is not yet names cases that exist", () => {
    const ids = new Set(areas.flatMap(({ cases }) => cases.map(({ id }) => id)));
    expect([...notYet.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });

  test("every area is there", () => {
    expect(areas.map(({ name, cases }) => `${name}: ${cases.length}`)).toEqual([
      "availability: 4",
      "bom: 7",
      "ddmrp: 18",
      "forecast: 7",
      "inventory: 44",
      "lot-sizing: 16",
      "mps-atp: 11",
      "mrp: 66",
      "rules: 126",
    ]);
  });
});

describe("A planning case that is not yet", () => {
  const cases = areas
    .flatMap((area) => area.cases)
    .filter(({ id, kind }) => notYet.has(id) && kind === undefined);

  test.each(cases)(
    "$id is refused for what is not supported, and for nothing else",
    (published) => {
      const input = structuredClone(published.input);
      const refusal = safePlanRequirements(input);
      if (refusal.ok) throw new Error("it is planned");
      expect(new Set(refusal.issues.map(({ code }) => code))).toEqual(new Set(["notSupported"]));

      for (const { path } of refusal.issues) leaveOut(input, path);
      const rest = safePlanRequirements(input);
      // Without the field that permits it, a loop is a mistake.
      const left = rest.ok ? [] : rest.issues.filter(({ code }) => code !== "bomCycle");
      expect(left).toEqual([]);
    },
  );

  test("is found in both areas of planning cases", () => {
    expect(new Set(cases.map(({ id }) => id.split("/")[0]))).toEqual(new Set(["mrp", "rules"]));
  });
});

/** Takes a field out of an input; with the kind of a forecast goes what belongs to one. */
function leaveOut(input: unknown, path: readonly (string | number)[]): void {
  const field = path.at(-1)!;
  let row = input as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) row = row[key] as typeof row;
  if (path[0] === "demands") delete row.until;
  delete row[field];
}
