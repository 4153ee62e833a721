import * as orlicky from "orlicky";
import {
  bottleneck,
  capacityRequirements,
  loadPegs,
  loadProfile,
  type PlanningInput,
  planRequirements,
  waitingMessages,
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

  test("of expected waiting", () => {
    const options = { arrivalVariation: 1, processVariation: { lathe: 1, saw: 0.5 } };
    const rows = tableRows(sectionOf(page, "Expected waiting")).filter((row) => row.length === 5);
    expect(rows).toEqual(
      waitingMessages(plan, options).map((row) => [
        row.workCenter,
        row.from,
        `${row.utilization}`,
        row.expectedHours?.toFixed(2) ?? "without bound",
        `${row.allowedHours}`,
      ]),
    );
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
