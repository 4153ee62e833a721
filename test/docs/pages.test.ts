import { existsSync } from "node:fs";
import { bomGraph, type PlanningInput, toMermaid } from "orlicky";
import { describe, expect, test } from "vitest";
import { planFile } from "../../examples/dinner/demo.js";
import { allBomRows } from "../../examples/tables/bom-trees.js";
import { blocksOf, filesBelow, read } from "./markdown.js";

/** `docs/specification.md` is written from the laws and checked beside them. */
const pages = filesBelow("docs", ".md").filter((file) => !file.endsWith("specification.md"));

/** Pages whose pictures come from elsewhere have a test of their own. */
const apart = new Set([
  "docs/bom.md",
  "docs/capacity.md",
  "docs/crm.md",
  "docs/ddmrp.md",
  "docs/explanations.md",
  "docs/forecast-consumption.md",
  "docs/inventory.md",
  "docs/lot-sizing.md",
  "docs/master-schedule.md",
  "docs/multi-echelon.md",
  "docs/pegging.md",
  "docs/replanning.md",
]);

describe("What the pages show is what comes out", () => {
  for (const page of pages.filter((file) => !apart.has(file))) {
    let json = "";
    for (const [n, { language, text }] of blocksOf(page).entries()) {
      if (language === "json") json = text;
      if (language !== "text" && language !== "mermaid") continue;
      const input = json;
      const [firstLine] = text.split("\n");
      test(`${page}, block ${n + 1}: ${firstLine}`, () => {
        if (language === "mermaid") {
          expect(toMermaid(bomGraph(allBomRows(JSON.parse(input) as PlanningInput)))).toBe(text);
          return;
        }
        const { text: planned, mistakes } = planFile(input);
        const refusal = mistakes.map((mistake) => `- ${mistake}`).join("\n");
        expect([...planned.split("\n\n"), refusal]).toContain(text);
      });
    }
  }

  test("the file with mistakes of docs/errors.md is examples/mistakes.json", () => {
    const [shown] = blocksOf("docs/errors.md");
    expect(shown?.text).toBe(read("examples/mistakes.json").trimEnd());
  });

  test("there are blocks to look at", () => {
    expect(pages.flatMap(blocksOf).length).toBeGreaterThan(20);
  });
});

describe("Links and rules", () => {
  const linking = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", ...pages];
  linking.push(
    "examples/dinner/README.md",
    "examples/bicycle/README.md",
    "examples/what-if/README.md",
    "examples/job-shop/README.md",
    "examples/quote-to-promise/README.md",
  );

  for (const page of linking) {
    test(`the links of ${page} lead somewhere`, () => {
      const links = Array.from(read(page).matchAll(/\]\(([^)\s]+)\)/g), ([, to = ""]) => to);
      const broken = links.filter((to) => !/^https?:/.test(to) && !leadsSomewhere(page, to));
      expect(broken).toEqual([]);
    });
  }

  test("every rule that the sources cite stands in docs/rules.md", () => {
    const rules = read("docs/rules.md");
    const cited = filesBelow("src", ".ts").flatMap(
      (file) => read(file).match(/\b[TQBLNMRX][1-9]\d?\b/g) ?? [],
    );
    expect(new Set(cited).size).toBeGreaterThan(20);
    expect([...new Set(cited)].filter((rule) => !rules.includes(`| ${rule} |`))).toEqual([]);
  });

  test("every rule and interpretation that the pages cite stands on its page", () => {
    const known = `${read("docs/rules.md")}\n${read("docs/interpretations.md")}`;
    const cited = linking.flatMap((page) => read(page).match(/\b[TQBLNMRXK][1-9]\d?\b/g) ?? []);
    const isKnown = (rule: string) => known.includes(`| ${rule} |`) || known.includes(`**${rule} `);
    expect([...new Set(cited)].filter((rule) => !isKnown(rule))).toEqual([]);
  });
});

/** Whether a relative link names a file that exists, and a heading that is in it. */
function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const file = path === "" ? page : new URL(path, `file:///${page}`).pathname.slice(1);
  if (!existsSync(new URL(`../../${file}`, import.meta.url))) return false;
  if (anchor === undefined) return true;
  const headings = Array.from(read(file).matchAll(/^#+ (.*)$/gm), ([, heading = ""]) => heading);
  return headings.some((heading) => anchorOf(heading) === anchor);
}

/** The anchor that a heading gets where Markdown is shown. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}
