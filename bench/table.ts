import type { Figure } from "./verdict.js";

/** The heads of the columns of a table of figures. */
export const HEADS = ["", "goal", "median", "90 % interval", "pairs", "verdict"] as const;

/** The cells of one line. */
export function cells({ name, goal, estimate, pairs, isCount, verdict }: Figure): string[] {
  const interval =
    estimate === undefined || isCount === true
      ? ""
      : `${figure(estimate.low)} – ${figure(estimate.high)}`;
  return [
    name,
    goal === undefined ? "" : "atMost" in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`,
    estimate === undefined ? "" : figure(estimate.median),
    interval,
    isCount === true ? "count" : `${pairs}`,
    verdict === "told" ? "" : verdict,
  ];
}

/** Prints figures one below the other. */
export function printTable(title: string, figures: readonly Figure[]): void {
  const rows = [HEADS, ...figures.map(cells)];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  console.log(`\n${title}`);
  for (const row of rows) {
    console.log(
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd()}`,
    );
  }
}

/** 36,476 for 36476. */
export function grouped(count: number): string {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, ",");
}

function figure(ratio: number): string {
  if (ratio < 0.01) return ratio.toPrecision(2);
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(ratio >= 0.1 ? 2 : 3);
}
