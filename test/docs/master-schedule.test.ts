import {
  type AvailableToPromiseInput,
  availableToPromise,
  bucketTotals,
  dateBuckets,
  type MasterScheduleRow,
  masterScheduleGrid,
  optionForecast,
  promiseProfile,
  regroupSchedule,
  ZONE_EDITS,
} from "orlicky/mps";
import { describe, expect, test } from "vitest";
import { blocksOf, codesIn, read, sectionOf, tableRows } from "./markdown.js";

const page = "docs/master-schedule.md";
const [dated, grid, options, supply, profileInput] = blocksOf(page)
  .filter(({ language }) => language === "json")
  .map(({ text }) => JSON.parse(text));
const rowsOf = (heading: string): string[][] => tableRows(sectionOf(page, heading));
const shown = (figure: unknown): string => (figure === null ? "–" : `${figure}`);

describe("The figures of docs/master-schedule.md", () => {
  test("orders by week", () => {
    const { orders, ...horizon } = dated;
    const buckets = dateBuckets(horizon);
    const { totals } = bucketTotals({ rows: orders, buckets });
    expect(rowsOf("From dates to columns")).toEqual(
      buckets.map(({ start }, n) => [start, `${totals[n]}`]),
    );
  });

  test("what may be edited in each zone", () => {
    const named = (edits: readonly string[]) =>
      edits.length === 0 ? "nothing" : edits.length === 6 ? "everything" : edits.join(", ");
    const rows = rowsOf("Fences and zones");
    expect(rows.map(([zone, , , , ...edits]) => [zone, ...edits])).toEqual(
      Object.entries(ZONE_EDITS).map(([zone, { planning, scheduler, management }]) => [
        zone,
        ...[planning, scheduler, management].map(named),
      ]),
    );
  });

  const schedule = masterScheduleGrid(grid);

  test("the grid", () => {
    const [weeks, pairs] = [rowsOf("The grid").slice(0, 8), rowsOf("The grid").slice(8)];
    expect(weeks).toEqual(
      schedule.rows.map((row) =>
        [
          row.period + 1,
          row.zone,
          row.forecast,
          row.orders,
          row.demand,
          row.mps,
          row.projectedAvailable,
          row.shortage,
          row.discreteAvailableToPromise,
          row.cumulativeAvailableToPromise,
        ].map(shown),
      ),
    );
    const regrouped = regroupSchedule({ grid: schedule, lengths: [2, 2, 2, 2] });
    expect(pairs).toEqual(
      regrouped.rows.map((row) =>
        [
          `${2 * row.period + 1} and ${2 * row.period + 2}`,
          row.zone,
          row.demand,
          row.mps,
          row.projectedAvailable,
          row.shortage,
          row.discreteAvailableToPromise,
        ].map(shown),
      ),
    );
  });

  test("the chart", () => {
    const listed = (name: keyof MasterScheduleRow) =>
      schedule.rows.map((row) => `${row[name]}`).join(", ");
    const chart = [
      "xychart-beta",
      '  title "Projected available (bars) and cumulative available-to-promise (line)"',
      `  x-axis "week" [${schedule.rows.map((row) => row.period + 1).join(", ")}]`,
      '  y-axis "units"',
      `  bar [${listed("projectedAvailable")}]`,
      `  line [${listed("cumulativeAvailableToPromise")}]`,
    ].join("\n");
    const pictures = blocksOf(page).filter(({ language }) => language === "mermaid");
    expect(pictures.map(({ text }) => text)).toEqual([chart]);
  });

  test("what is missing inside the fence", () => {
    const week = schedule.rows[1]!;
    expect(read(page)).toContain(`Week 2 misses ${week.shortage} to the safety stock.`);
    expect(week.zone).toBe("slushy");
  });

  test("the options", () => {
    expect(rowsOf("Two levels")).toEqual(
      optionForecast(options).map(({ component, expected, booked, forecast }) => [
        component,
        ...[expected, booked, forecast].map((series) => series.join(" ")),
      ]),
    );
  });

  test("available-to-promise by every method", () => {
    const rows = rowsOf("What can be promised");
    for (const [name = "", ...figures] of rows) {
      const method = codesIn(name)[0] as AvailableToPromiseInput["method"];
      expect([name, ...availableToPromise({ method, ...supply }).map(shown)]).toEqual([
        name,
        ...figures,
      ]);
    }
    expect(new Set(rows.map(([name]) => name)).size).toBe(5);
  });

  test("promises one after the other", () => {
    const days = ["2026-03-02", "2026-03-16", "2026-03-30"];
    let profile = promiseProfile(profileInput);
    const left = () => days.map((day) => `${profile.promiseQuantity(day)}`);
    const [first, ...rows] = rowsOf("Promises one after the other");
    expect(first).toEqual(["–", "–", ...left()]);
    for (const [asked = "", ...figures] of rows) {
      const date = profile.promiseDate(asked);
      if (date !== undefined) profile = profile.book({ date, quantity: asked });
      expect([asked, ...figures]).toEqual([asked, date ?? "never", ...left()]);
    }
    expect(rows.length).toBeGreaterThan(3);
  });
});
