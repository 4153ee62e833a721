import { namedSchedule, pressLoads } from "../../examples/job-shop/charts.js";
import { jobShop } from "../../examples/job-shop/story.js";
import {
  type FiniteLoadingInput,
  finiteLoading,
  ganttChart,
  loadChart,
  type VegaLiteSpec,
} from "../../src/capacity/index.js";
import { blocksOf } from "./markdown.js";

/** A picture of docs/images. */
export interface PageChart {
  readonly file: string;
  readonly spec: VegaLiteSpec;
}

const [, jobs] = blocksOf("docs/capacity.md").filter(({ language }) => language === "json");

/** The jobs of the page that its chapter on charts draws. */
export const pageJobs = JSON.parse(jobs?.text ?? "") as FiniteLoadingInput;

/** The pictures of docs/capacity.md, made of the data on the page and of the job shop. */
export function capacityCharts(): PageChart[] {
  const shop = jobShop();
  return [
    { file: "capacity-gantt.svg", spec: ganttChart(finiteLoading(pageJobs)) },
    { file: "job-shop-load.svg", spec: loadChart(pressLoads(shop)) },
    { file: "job-shop-gantt.svg", spec: ganttChart(namedSchedule(shop.longer.schedule)) },
  ];
}
