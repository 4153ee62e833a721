import type { Host } from "./host.js";
import { estimate } from "./statistics.js";
import { isNarrow, LEAST_PAIRS, type Series } from "./verdict.js";

/** Lines of the table that are measured together. */
export interface Chapter {
  /** By which it is asked for on the command line. */
  readonly name: string;
  readonly title: string;
  /** What is compared with what, in a sentence or two. */
  readonly about: string;
  /** After so many rounds it gives up to make the intervals narrow. */
  readonly mostRounds: number;
  /** Makes one round of measurements in fresh processes. */
  readonly measure: (host: Host) => readonly Series[];
}

/**
 * Measures a chapter: at least eleven pairs for each line, then more until all intervals are narrow. To stop by the
 * width of an interval favours neither side of a goal.
 *
 * @param most - so many rounds at most
 */
export function measured(
  { mostRounds, measure }: Chapter,
  host: Host,
  most = mostRounds,
): Series[] {
  const all = new Map<string, Series>();
  for (let round = 0; round < most; round++) {
    for (const series of measure(host)) {
      const ratios = [...(all.get(series.name)?.ratios ?? []), ...series.ratios];
      all.set(series.name, { ...series, ratios });
    }
    if ([...all.values()].every(isDone)) break;
  }
  return [...all.values()];
}

function isDone({ goal, isCount, ratios }: Series): boolean {
  if (isCount === true || ratios.length === 0) return true;
  if (ratios.length < LEAST_PAIRS) return false;
  return goal === undefined || isNarrow(estimate(ratios));
}
