import type { ChartedSchedule } from "./charted-schedule.js";
import { ganttRows } from "./gantt-rows.js";
import { COLORS, SCHEMA, type VegaLiteSpec } from "./vega-lite.js";

/** With more jobs the legend would be longer than the chart. */
const LONGEST_LEGEND = 20;

/** As times stand in the data: plain local time, read and shown alike wherever it is drawn. */
const TIME = "utc:'%Y-%m-%dT%H:%M'";

/**
 * Draws a schedule as a Gantt chart: a lane for each unit of a work centre, a bar for each operation.
 *
 * @param schedule - what `finiteLoading` returned, or the same as plain data
 * @returns a specification of Vega-Lite with its data in it; bars of late jobs have a border
 * @throws PlanningInputError when it is no schedule, an operation ends before it starts, or its job is not
 * there
 *
 * Source: vega.github.io/vega-lite, ranged bars.
 *
 * @example
 * ```ts
 * const schedule = finiteLoading({
 *   start: "2026-01-05T08:00",
 *   workCenters: [{ id: "saw", shifts: [{ from: "08:00", until: "16:00" }] }],
 *   jobs: [{ id: "A", operations: [{ id: "10", workCenter: "saw", run: 2 }] }],
 * });
 * const { mark, data } = ganttChart(schedule);
 * mark; // => { type: "bar", cornerRadius: 2 }
 * data.values.length; // => 1
 * ```
 */
export function ganttChart(schedule: ChartedSchedule): VegaLiteSpec {
  const values = ganttRows(schedule).map(({ lane, job, operation, part, start, end, isLate }) => ({
    lane,
    job,
    operation,
    part,
    start,
    end,
    isLate,
  }));
  const jobs = [...new Set(values.map(({ job }) => job))].sort();
  return {
    $schema: SCHEMA,
    data: { values, format: { parse: { start: TIME, end: TIME } } },
    width: 640,
    height: { step: 24 },
    mark: { type: "bar", cornerRadius: 2 },
    encoding: {
      x: {
        field: "start",
        type: "temporal",
        scale: { type: "utc" },
        axis: { format: "%m-%d %H:%M", labelAngle: -30, tickCount: 10 },
        title: "time",
      },
      x2: { field: "end" },
      y: { field: "lane", type: "nominal", sort: null, title: "work centre" },
      color: {
        field: "job",
        type: "nominal",
        scale: { domain: jobs, scheme: "tableau20" },
        legend: jobs.length > LONGEST_LEGEND ? null : { title: "job" },
      },
      // Without it Vega-Lite asks the names of jobs of an object, which has some of its own.
      order: { value: 0 },
      stroke: {
        condition: { test: "datum.isLate", value: COLORS.overload },
        value: null,
      },
      strokeWidth: { value: 2 },
      tooltip: ["job", "operation", "part", "start", "end"].map((field) => ({
        field,
        ...(field === "start" || field === "end"
          ? { type: "temporal", timeUnit: "utcyearmonthdatehoursminutes" }
          : { type: "nominal" }),
      })),
    },
  };
}
