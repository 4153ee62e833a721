import {
  finiteLoading,
  ganttMermaid,
  type PlanningInput,
  planRequirements,
  roughCut,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { renderChart } from "../support/render-chart.js";
import { capacityCharts, pageJobs } from "./capacity-charts.js";
import { blocksOf, read, sectionOf, tableRows } from "./markdown.js";

const page = "docs/capacity.md";

describe("docs/capacity.md shows", () => {
  test("the rough cut of its plan", () => {
    const [json] = blocksOf(page).filter(({ language }) => language === "json");
    const plan = planRequirements(JSON.parse(json?.text ?? "") as PlanningInput);
    const lots = [
      { item: "table", lot: 15 },
      { item: "leg", lot: 60 },
    ];
    const rows = tableRows(sectionOf(page, "Rough cut")).filter((row) => row.length === 6);
    expect(rows).toEqual(
      roughCut(plan, { lots }).rows.map((row) =>
        [row.resource, row.from, row.load, row.capacity, row.percentage, row.overload].map(String),
      ),
    );
  });

  test("the schedule of its jobs in Mermaid", () => {
    const [, , ...lines] = ganttMermaid(finiteLoading(pageJobs)).split("\n");
    const [chart] = blocksOf(page).filter(({ language }) => language === "mermaid");
    expect(chart?.text.split("\n").slice(2)).toEqual(lines);
  });

  test.each(capacityCharts())("the picture $file as it is drawn now", async ({ file, spec }) => {
    const { svg, warnings } = await renderChart(spec);
    expect(warnings).toEqual([]);
    expect(read(`docs/images/${file}`)).toBe(`${svg}\n`);
    expect(read(page)).toContain(`(images/${file})`);
  });
});
