import { bottleneck, loadProfile } from "../../src/index.js";
import { bomTrees } from "../tables/bom-trees.js";
import { left, right } from "../tables/columns.js";
import { table } from "../tables/table.js";
import { different, promised, scheduled } from "./dates.js";
import { decisionTexts, limitTexts, remedyTable } from "./remedies.js";
import type { JobShop } from "./story.js";

/** The story as text: what is too much, where and for whom, what helps, and what customers are told. */
export function jobShopText(shop: JobShop): string {
  const chapters = [
    ["1. Rough cut: is there enough of everything?", ...roughly(shop)],
    ["2. Requirements: when is it too much, and for whom?", ...exactly(shop)],
    ["3. What helps?", ...remedied(shop)],
    ["4. To the minute, without overtime", ...scheduled(shop)],
    ["5. Material and capacity agree: when is it there?", ...promised(shop)],
    ["6. What is different, with all overtime?", ...different(shop)],
  ];
  const { plan, input } = shop;
  const late = [...plan.demands].filter(({ daysLate }) => daysLate !== 0).length;
  const head = `Planned from ${plan.startDate} to ${plan.horizonEnd}: ${plan.orders.length} orders, ${late} late demands, ${plan.messages.length} messages.`;
  const trees = bomTrees(input).map((lines) => lines.join("\n"));
  return [head, ...trees, ...chapters.flat()].join("\n\n");
}

/** 1: the orders of end items, times what a unit takes. */
function roughly({ cut: { rows } }: JobShop): string[] {
  const lines = rows
    .filter(({ overload }) => overload?.gt(0))
    .map(({ resource, from, load, capacity, overload, items }) => {
      const parts = items.map((one) => `${one.component} ${one.load}`).join(", ");
      return `${resource}, week of ${from}: ${load} of ${capacity} hours (${parts}), ${overload} too many`;
    });
  const cells = rows.map((row) => ({ ...row, workCenter: row.resource }));
  return [percentages(cells).join("\n"), lines.join("\n")];
}

/** 2: each order on its days, and whose hours the overload is made of. */
function exactly({ requirements, overloads, pegs }: JobShop): string[] {
  const profile = loadProfile(requirements);
  const lines = overloads.map(
    ({ workCenter, from, load, capacity, excess }) =>
      `${workCenter}, week of ${from}: ${load} of ${capacity} hours, ${excess} too many`,
  );
  const most = bottleneck(profile)!;
  const rows = pegs.map(({ item, operations, load, demands }) => [
    item,
    operations.join(", "),
    `${load}`,
    demands.map((one) => `${one.demand} ${one.customer ?? "forecast"} ${one.load}`).join(", "),
  ]);
  const columns = [...left("order of", "operation"), ...right("hours"), ...left("for")];
  const over = `Over the horizon the bottleneck is: ${most.workCenter}, ${most.load} of ${most.capacity} hours.`;
  const tables = [percentages([...profile.rows]), lines, table(columns, rows), [over]];
  return tables.map((part) => part.join("\n"));
}

/** 3: each remedy alone, then all of them. */
function remedied({ levellings }: JobShop): string[] {
  const [first, last] = [levellings[0]!.leveled, levellings.at(-1)!.leveled];
  return [
    remedyTable(levellings).join("\n"),
    ["All in this turn:", ...decisionTexts(last)].join("\n"),
    ["Why nothing can be pulled ahead:", ...limitTexts(first)].join("\n"),
  ];
}

interface Percentage {
  readonly workCenter: string;
  readonly from: string | null;
  readonly percentage: { toFixed(decimals: number): string } | null;
}

/** Load in percent of capacity: a line for each work centre, a column for each week. */
function percentages(rows: readonly Percentage[]): string[] {
  const weeks = [...new Set(rows.map(({ from }) => from ?? ""))];
  const centers = [...new Set(rows.map(({ workCenter }) => workCenter))];
  const cells = centers.map((id) => [
    id,
    ...rows
      .filter(({ workCenter }) => workCenter === id)
      .map(({ percentage }) => (percentage === null ? "" : `${percentage.toFixed(0)} %`)),
  ]);
  const heads = weeks.map((week) => week.slice(5));
  return table([...left("work centre"), ...right(...heads)], cells);
}
