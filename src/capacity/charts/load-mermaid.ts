import { Decimal } from "../../core/index.js";
import { type ChartedLoad, type LoadLane, PAST_DUE, readLoad } from "./charted-load.js";
import { mermaidLabel } from "./mermaid-label.js";

/** More decimals than a chart can show. */
const DECIMALS = 6;

/** The chart of one work centre or resource. */
export interface LoadMermaid {
  /** Its id, with the site where there are several. */
  readonly name: string;
  readonly text: string;
}

/**
 * Writes load against capacity as charts of Mermaid: bars of load, a line of capacity.
 *
 * @param profile - what `loadProfile` returned, or a rough cut (or the same as plain data)
 * @returns a text for each work centre or resource, since Mermaid has no charts side by side; the line
 * is left out where a capacity is not known. A line of Mermaid has no gaps: at what is past due it
 * is at 0, since in the past nothing more can be done
 * @throws PlanningInputError when it cannot be drawn: a row has no name, its bucket no day and no number
 *
 * Source: mermaid.js.org, "XY chart".
 *
 * @example
 * ```ts
 * const cut = roughCutByBills({
 *   schedule: [{ item: "radio", quantities: [450, 890] }],
 *   bills: [{ item: "radio", resource: "assembly", amount: 0.3 }],
 *   resources: [{ id: "assembly", capacity: 160 }],
 * });
 * loadMermaid(cut)[0]?.text.split("\n").slice(2);
 * // => ["  x-axis [\"1\", \"2\"]", "  y-axis \"hours\" 0 --> 267", "  bar [135, 267]", "  line [160, 160]"]
 * ```
 */
export function loadMermaid(profile: ChartedLoad): LoadMermaid[] {
  return readLoad(profile).map((lane) => ({ name: lane.lane, text: chartOf(lane) }));
}

function chartOf({ lane, unit, columns }: LoadLane): string {
  const limits = columns.map(({ capacity }) => capacity ?? new Decimal(0));
  const isKnown = columns.every(({ capacity, bucket }) => capacity !== null || bucket === PAST_DUE);
  const top = Decimal.max(1, ...columns.map(({ load }) => load), ...(isKnown ? limits : []));
  const lines = [
    "xychart-beta",
    `  title "${mermaidLabel(lane)}"`,
    `  x-axis [${columns.map(({ bucket }) => `"${mermaidLabel(bucket)}"`).join(", ")}]`,
    `  y-axis "${mermaidLabel(unit)}" 0 --> ${figure(top)}`,
    `  bar [${columns.map(({ load }) => figure(load)).join(", ")}]`,
  ];
  if (isKnown) lines.push(`  line [${limits.map(figure).join(", ")}]`);
  return lines.join("\n");
}

function figure(value: Decimal): string {
  return value.toDecimalPlaces(DECIMALS).toFixed();
}
