import {
  type Bucket,
  Decimal,
  formatDay,
  oneOf,
  optional,
  type Ratio,
  ratioToDecimal,
  readArgument,
} from "../../core/index.js";
import type { OverloadMessage, Plan } from "../../mrp/index.js";
import { excessOf, loadsOf, percentageOf, profileCell, shownCenters } from "./load-profile.js";
import type { Loaded, LoadSource } from "./load-source.js";
import { loadTable, NEVER } from "./load-table.js";

export type { OverloadMessage };

/**
 * Lists where more is asked of a work centre than it can do, work for which it is never open included.
 *
 * @param source - as for {@link loadProfile}
 * @param options - `bucket`: `"day"`, `"week"` or `"month"`; a week when left out
 * @returns messages by id of the work centre, then time; in the end, with `from` and `until` `null`, the
 * load for which it has no open time. What only waits in vain for other work is no overload
 * @throws PlanningInputError when it is nothing that has loads, or an option is none
 *
 * Source: K56, rule M1 (`overload`).
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] }],
 *   items: [{ id: "leg" }],
 *   sources: [{ item: "leg", kind: "make", routing: "legs" }],
 *   routings: [{ id: "legs", item: "leg", operations: [{ id: "10", workCenter: "saw", run: 1 }] }],
 *   demands: [
 *     { id: "d1", item: "leg", quantity: 6, due: "2026-01-08" },
 *     { id: "d2", item: "leg", quantity: 4, due: "2026-01-08", segment: "Ann" },
 *   ],
 * });
 * overloadMessages(plan, { bucket: "day" }).map((row) => `${row.from}: ${row.excess} h too much`);
 * // => ["2026-01-07: 2 h too much"]
 * ```
 */
export function overloadMessages(
  source: Plan | Loaded,
  options: { readonly bucket?: Bucket | undefined } = {},
): OverloadMessage[] {
  const { bucket } = readArgument(options, {
    bucket: optional(oneOf("day", "week", "month"), "week" as const),
  });
  const loads = loadsOf(source);
  const table = loadTable(loads, bucket);
  return shownCenters(loads, undefined).flatMap((place) => {
    // Without load there is no overload.
    const loaded = [...table.cells[place]!.keys()].filter((n) => n >= 0).sort((a, b) => a - b);
    const overloads = loaded.flatMap((n): OverloadMessage[] => {
      const cell = profileCell(loads, table, place, n);
      const excess = excessOf(cell);
      if (excess.num <= 0n) return [];
      return [
        {
          code: "overload",
          workCenter: cell.center.id,
          site: cell.center.site ?? null,
          from: formatDay(cell.from),
          until: formatDay(cell.until),
          load: ratioToDecimal(cell.load),
          capacity: ratioToDecimal(cell.capacity),
          excess: ratioToDecimal(excess),
          percentage: percentageOf(cell),
        },
      ];
    });
    const without = table.cells[place]!.get(NEVER);
    if (without === undefined) return overloads;
    const never = excessOf({ load: without.load.sum, capacity: without.vain.sum });
    return never.num === 0n ? overloads : [...overloads, neverDone(loads, place, never)];
  });
}

/** Work for which there is no open time: an overload of no bucket, without capacity. */
function neverDone({ workCenters }: LoadSource, place: number, hours: Ratio): OverloadMessage {
  const { id, site } = workCenters[place]!;
  const load = ratioToDecimal(hours);
  return {
    code: "overload",
    workCenter: id,
    site: site ?? null,
    from: null,
    until: null,
    load,
    capacity: new Decimal(0),
    excess: load,
    percentage: null,
  };
}
