import * as orlicky from "orlicky";
import {
  bottleneck,
  capacityRequirements,
  loadPegs,
  loadProfile,
  type PlanningInput,
  planRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { runBlock } from "./code-blocks.js";
import { blocksOf, sectionOf, tableRows } from "./markdown.js";

const page = "docs/capacity.md";
const [json] = blocksOf(page).filter(({ language }) => language === "json");
const plan = planRequirements(JSON.parse(json?.text ?? "") as PlanningInput);
const [operations = [], loads = [], pegged = []] = sectionOf(page, "Capacity requirements")
  .split(/\n(?!\|)/)
  .map(tableRows)
  .filter((rows) => rows.length > 0);

describe("docs/capacity.md shows what comes out", () => {
  test("of its code", () => {
    const counts = blocksOf(page)
      .filter(({ language }) => language === "ts")
      .map(({ text }) => runBlock(text, { ...orlicky, plan }));
    expect(counts.slice(0, 4)).toEqual([1, 1, 1, 2]);
  });

  test("of requirements", () => {
    expect(operations).toEqual(
      [...capacityRequirements(plan).operations].map((row) =>
        [row.item, row.operation, row.workCenter, row.start, row.end, row.load].map(String),
      ),
    );
  });

  test("of loads, with the bottleneck where the page has it", () => {
    const profile = loadProfile(plan);
    expect(loads).toEqual(
      [...profile.rows].map((row) =>
        [row.workCenter, row.from, row.load, row.capacity, row.percentage, row.overload].map(
          String,
        ),
      ),
    );
    expect(bottleneck(profile)?.workCenter).toBe("lathe");
  });

  test("of loads and whose they are", () => {
    const options = { workCenter: "lathe", from: "2026-01-12", until: "2026-01-19" };
    const due = new Map([...plan.orders].map((order) => [order.id, order.due]));
    expect(pegged).toEqual(
      loadPegs(plan, options).map(({ item, order, load, demands }) => [
        item,
        due.get(order ?? ""),
        `${load}`,
        demands.map((demand) => `${demand.customer} ${demand.load}`).join(", "),
      ]),
    );
  });
});
