import { fileURLToPath } from "node:url";
import * as orlicky from "orlicky";
import { describe, expect, test } from "vitest";
import { readAreas } from "../published/adapters/read-cases.js";
import { type JobShop, makespanByRule, PRIORITY_RULES } from "../support/finite/job-shop.js";
import { runBlock } from "./code-blocks.js";
import { blocksOf, sectionOf, tableRows } from "./markdown.js";

const page = "docs/capacity.md";
const published = readAreas(fileURLToPath(new URL("../published", import.meta.url)));

/** The rows of the table, as they come out. */
function gaps(): string[][] {
  const { cases } = published.find(({ name }) => name === "job-shop")!;
  return cases.map(({ id, input, expected }) => {
    const { jobs } = input as { jobs: JobShop };
    const { bestKnown } = expected as { bestKnown: number };
    const byRule = PRIORITY_RULES.map((rule) => {
      const makespan = makespanByRule(jobs, rule);
      return `${makespan} (+${Math.round((100 * (makespan - bestKnown)) / bestKnown)}%)`;
    });
    const size = `${jobs.length} × ${jobs[0]!.length}`;
    return [id.replace("job-shop/", ""), size, `${bestKnown}`, ...byRule];
  });
}

describe("docs/capacity.md shows of finite loading what comes out", () => {
  test("of its code", () => {
    const [block] = blocksOf(page).filter(
      ({ language, text }) => language === "ts" && text.includes("finiteLoading("),
    );
    expect(runBlock(block!.text, { ...orlicky })).toBe(3);
  });

  test("of the gaps of the priority rules on published job shops", () => {
    const section = sectionOf(page, "How good the rules are");
    expect(tableRows(section)).toEqual(gaps());
  });
});
