import type { ChartedSchedule } from "./charted-schedule.js";
import { type GanttRow, ganttRows } from "./gantt-rows.js";
import { mermaidLabel, mermaidLineStart } from "./mermaid-label.js";

/**
 * Writes a schedule as a Gantt chart of Mermaid: a section for each unit of a work centre.
 *
 * @param schedule - what `finiteLoading` returned, or the same as plain data
 * @returns the text of the chart; late jobs are marked as critical, ids are escaped
 * @throws PlanningInputError when it is no schedule, an operation ends before it starts, or its job is not
 * there
 *
 * Source: mermaid.js.org, "Gantt diagrams".
 *
 * @example
 * ```ts
 * const schedule = finiteLoading({
 *   start: "2026-01-05T08:00",
 *   workCenters: [{ id: "saw", shifts: [{ from: "08:00", until: "16:00" }] }],
 *   jobs: [{ id: "A", operations: [{ id: "cut", workCenter: "saw", run: 2 }] }],
 * });
 * ganttMermaid(schedule).split("\n").slice(3);
 * // => ["  section saw", "  A cut :2026-01-05T08:00, 2026-01-05T10:00"]
 * ```
 */
export function ganttMermaid(schedule: ChartedSchedule): string {
  const lines = ["gantt", "  dateFormat YYYY-MM-DDTHH:mm", "  axisFormat %m-%d %H:%M"];
  let lane: string | undefined;
  for (const row of ganttRows(schedule)) {
    if (row.lane !== lane) lines.push(`  section ${mermaidLabel(row.lane)}`);
    lane = row.lane;
    lines.push(`  ${taskOf(row)}`);
  }
  return lines.join("\n");
}

function taskOf({ job, operation, part, start, end, isLate }: GanttRow): string {
  const name = part > 1 ? `${job} ${operation} part ${part}` : `${job} ${operation}`;
  return `${mermaidLineStart(name)} :${isLate ? "crit, " : ""}${start}, ${end}`;
}
