// npx tsx examples/bicycle/bicycle.ts   plans a year of bicycles
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  dateBuckets,
  disaggregateFamily,
  formatDay,
  type MemberForecast,
  masterSchedule,
  type Plan,
  type PlanningInput,
  parseDay,
  planRequirements,
} from "../../src/index.js";
import { bomTrees } from "../tables/bom-trees.js";
import { messageTable } from "../tables/messages.js";
import { recordTables } from "../tables/records.js";
import { scheduleTable } from "../tables/schedule-table.js";
import { table } from "../tables/table.js";

/** `bicycle.json`: forecast of the family by week, its models, and all that is planned with. */
interface Bicycle {
  readonly family: {
    readonly name: string;
    /** Percentages. */
    readonly members: readonly { readonly item: string; readonly share: number | string }[];
    readonly weeks: readonly number[];
  };
  readonly planning: PlanningInput;
}

/** A year of bicycles, planned. */
export interface BicycleYear {
  readonly family: Bicycle["family"];
  /** The forecast of each model, week by week. */
  readonly forecast: readonly MemberForecast[];
  readonly input: PlanningInput;
  readonly plan: Plan;
}

const WEEKS_SHOWN = 9;

/** Splits the forecast of the family over its models, and plans with it. */
export function bicycleYear(): BicycleYear {
  const file = new URL("bicycle.json", import.meta.url);
  const { family, planning } = JSON.parse(readFileSync(file, "utf8")) as Bicycle;
  const { startDate, horizonEnd = startDate, demands = [] } = planning;
  const weeks = dateBuckets({ startDate, horizonEnd, bucket: "week" });
  const forecast = disaggregateFamily({
    members: family.members,
    forecasts: family.weeks.map((quantity, n) => ({
      id: `week ${n + 1}`,
      from: weeks[n]!.start,
      until: formatDay(parseDay(weeks[n]!.end)! - 1),
      quantity,
    })),
  });
  const rows = forecast.map(({ item, forecast: week, from, until, quantity }) => ({
    id: `${item}, ${week}`,
    item,
    quantity: `${quantity}`,
    due: from,
    until,
    kind: "forecast" as const,
  }));
  const input = { ...planning, demands: [...demands, ...rows] };
  return { family, forecast, input, plan: planRequirements(input) };
}

/** The year as text: forecast, who consumed it, the master schedules, and the shared wheel. */
export function bicycleText({ family, forecast, input, plan }: BicycleYear): string {
  const models = family.members.map(({ item }) => item);
  const schedules = models.map((item) =>
    scheduleTable(masterSchedule(plan, item, { bucket: "week" }), "week", WEEKS_SHOWN),
  );
  const [first = ""] = models;
  const parts = [
    [`Planned from ${plan.startDate} to ${plan.horizonEnd}.`],
    ...bomTrees(input),
    forecastTable(family, forecast),
    consumptionTable(plan),
    ...schedules,
    scheduleTable(masterSchedule(plan, first, { bucket: "month" }), "month", 13),
    messageTable(plan, 12),
    ...recordTables(plan, 1, ["wheel"]),
  ];
  return parts.map((lines) => lines.join("\n")).join("\n\n");
}

/** The first weeks of the forecast, and the year. */
function forecastTable(
  { members, name, weeks }: Bicycle["family"],
  forecast: readonly MemberForecast[],
): string[] {
  const quantities = (item: string): number[] =>
    forecast.filter((row) => row.item === item).map((row) => Number(row.quantity));
  const line = (head: string, figures: readonly number[]): string[] => [
    head,
    ...figures.slice(0, WEEKS_SHOWN).map(String),
    `${figures.reduce((sum, figure) => sum + figure, 0)}`,
  ];
  const heads = Array.from({ length: WEEKS_SHOWN }, (_, n) => `week ${n + 1}`);
  return table(
    [
      { head: "forecast" },
      ...[...heads, "year"].map((head) => ({ head, align: "right" as const })),
    ],
    [
      line(name, weeks),
      ...members.map(({ item, share }) => line(`${item}, ${share} %`, quantities(item))),
    ],
  );
}

/** Which order consumed which forecast. */
function consumptionTable(plan: Plan): string[] {
  const rows = [...plan.consumptions].map(({ order, forecast, quantity }) => [
    order,
    forecast,
    `${quantity}`,
  ]);
  return table(
    [{ head: "order" }, { head: "consumed of the forecast" }, { head: "", align: "right" }],
    rows,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(bicycleText(bicycleYear()));
