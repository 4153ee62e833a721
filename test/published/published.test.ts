import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
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

  test("every planning case is planned", () => {
    const areasOfPlans = ["mrp", "rules"];
    const waiting = [...notYet.keys()].filter((id) => areasOfPlans.includes(id.split("/")[0]!));
    expect(waiting).toEqual([]);
  });

  test("every area is there", () => {
    expect(areas.map(({ name, cases }) => `${name}: ${cases.length}`)).toEqual([
      "availability: 4",
      "bom: 7",
      "ddmrp: 18",
      "forecast: 7",
      "inventory: 44",
      "job-shop: 8",
      "lot-sizing: 16",
      "mps-atp: 11",
      "mrp: 66",
      "rccp-crp: 7",
      "rules: 126",
    ]);
  });
});
