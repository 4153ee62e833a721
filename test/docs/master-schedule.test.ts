import {
  compareLoads,
  comparePlans,
  comparisonText,
  masterSchedule,
  planRequirements,
  replan,
} from "orlicky";
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
const [dated, grid, options, supply, profileInput, plannedInput, changedLines, planned] = blocksOf(
  page,
)
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

  test("what a changed line does to components and dates, as the difference of two plans", () => {
    const plan = planRequirements(plannedInput);
    const [shown = ""] = blocksOf(page)
      .filter(({ language }) => language === "text")
      .map(({ text }) => text);
    const comparison = comparePlans(plan, replan(plan, changedLines));
    expect(comparisonText(comparison).join("\n")).toBe(shown);
  });

  test("what a changed line does to work centres", () => {
    const before = planRequirements(plannedInput);
    const loads = compareLoads(before, replan(before, changedLines));
    expect(rowsOf("What a changed line does to the rest")).toEqual(
      loads.map((row) => [row.from, row.until, `${row.loadBefore}`, `${row.loadAfter}`]),
    );
    expect(loads.every(({ overloadAfter }) => `${overloadAfter}` === "0")).toBe(true);
  });

  const plan = planRequirements(planned);

  test("a plan: who consumed what, and what is left of each forecast", () => {
    const [consumptions, forecasts] = [
      rowsOf("In a plan").slice(0, 4),
      rowsOf("In a plan").slice(4, 8),
    ];
    expect(consumptions).toEqual(
      Array.from(plan.consumptions, (one) => [one.order, one.forecast, `${one.quantity}`]),
    );
    expect(forecasts).toEqual(
      Array.from(plan.demands)
        .filter(({ consumed }) => consumed !== null)
        .map(({ id, consumed, quantity }) => [id, `${consumed}`, `${quantity}`]),
    );
    const fenced = Array.from(plan.messages).filter(({ code }) => code === "inputAdjusted");
    expect(fenced).toMatchObject([{ reason: "forecastFenced", given: "7" }]);
  });

  test("a plan: its master schedule and its orders", () => {
    const { rows } = masterSchedule(plan, "bicycle", { bucket: "week" });
    expect(rowsOf("In a plan").slice(8, 12)).toEqual(
      rows.map((row) =>
        [
          row.date,
          row.zone,
          row.forecast,
          row.orders,
          row.mps,
          row.projectedAvailable,
          row.discreteAvailableToPromise,
          row.cumulativeAvailableToPromise,
        ].map(shown),
      ),
    );
    expect(rowsOf("In a plan").slice(12)).toEqual(
      Array.from(plan.orders, (one) => [one.item, `${one.quantity}`, one.start, one.due]),
    );
  });

  test("a plan: with a demand time fence alone orders are planned where the zone is frozen", () => {
    const items = [{ id: "bicycle", method: "mps" as const, demandTimeFence: 7 }];
    const demands = [{ id: "A", item: "bicycle", quantity: 8, due: "2026-03-05" }];
    const horizonEnd = "2026-03-15";
    const of = (planningTimeFence?: number) => {
      const item = {
        ...items[0]!,
        ...(planningTimeFence === undefined ? {} : { planningTimeFence }),
      };
      const made = planRequirements({
        startDate: "2026-03-02",
        horizonEnd,
        items: [item],
        demands,
      });
      const { rows } = masterSchedule(made, "bicycle");
      return rows.filter((row) => Number(row.mps) > 0).map((row) => `${row.date} ${row.zone}`);
    };
    expect(of()).toEqual(["2026-03-05 frozen"]);
    expect(of(7)).toEqual(["2026-03-09 liquid"]);
  });
});
