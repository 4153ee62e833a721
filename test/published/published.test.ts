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

  test("cases are there", () => {
    expect(areas.map(({ name }) => name)).toEqual(["bom", "mrp", "rules"]);
  });
});
