/** A measured ratio, and what it should be. */
export interface Ratio {
  readonly name: string;
  readonly measured: number;
  /** What the ratio should not exceed, or not fall below; neither: it is only reported. */
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Prints ratios one below the other. */
export function printTable(title: string, ratios: readonly Ratio[]): void {
  const rows = ratios.map((ratio) => [ratio.name, figure(ratio.measured), goalOf(ratio)]);
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]!.length));
  const [names, figures] = [width(0), width(1)];
  console.log(`\n${title}`);
  for (const [name, measured, goal] of rows) {
    console.log(`  ${name!.padEnd(names)}  ${measured!.padStart(figures)}  ${goal}`);
  }
}

function goalOf({ measured, atMost, atLeast }: Ratio): string {
  if (atMost !== undefined) return `goal ≤ ${atMost}${measured <= atMost ? "" : "  missed"}`;
  if (atLeast !== undefined) return `goal ≥ ${atLeast}${measured >= atLeast ? "" : "  missed"}`;
  return "";
}

function figure(ratio: number): string {
  if (ratio < 0.01) return ratio.toPrecision(2);
  return ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(ratio >= 0.1 ? 2 : 3);
}
