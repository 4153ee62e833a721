// Draws the pictures of docs/capacity.md into docs/images: `npm run charts`.
import { mkdirSync, writeFileSync } from "node:fs";
import { capacityCharts } from "../test/docs/capacity-charts.js";
import { renderChart } from "../test/support/render-chart.js";

const folder = new URL("../docs/images/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const { file, spec } of capacityCharts()) {
  const { svg, warnings } = await renderChart(spec);
  for (const warning of warnings) console.error(`${file}: ${warning}`);
  writeFileSync(new URL(file, folder), `${svg}\n`);
  console.log(`docs/images/${file}`);
}
