/**
 * Charts of load and schedules as plain data: rows for a Gantt chart of one's own, Vega-Lite
 * specifications that hold their data, and Mermaid texts for pages. No charting library is needed to
 * make them. Views of what the other folders return; they decide nothing.
 */
export type { ChartedLoad, ChartedLoadRow } from "./charted-load.js";
export type { ChartedJob, ChartedOperation, ChartedSchedule } from "./charted-schedule.js";
export * from "./gantt-chart.js";
export * from "./gantt-mermaid.js";
export * from "./gantt-rows.js";
export * from "./load-chart.js";
export * from "./load-mermaid.js";
export type { VegaLiteSpec } from "./vega-lite.js";
