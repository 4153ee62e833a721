import { formatDay, multiplyRatios, type Ratio, ratioToDecimal } from "../../core/index.js";
import type { ExpectedWaitingMessage, Plan } from "../../mrp/index.js";
import { queueTime } from "../flow/queue-time.js";
import { loadsOf, profileCell, shownCenters } from "./load-profile.js";
import type { Loaded } from "./load-source.js";
import { loadTable } from "./load-table.js";
import { waitingJobs } from "./waiting-jobs.js";
import {
  centerVariations,
  readWaitingOptions,
  type Variation,
  type WaitingOptions,
} from "./waiting-options.js";

export type { ExpectedWaitingMessage, Variation, WaitingOptions };

const MINUTES_AN_HOUR = 60;

/** A wait is longer by more than this part of it: floating-point figures are no nearer. */
const TOLERANCE = 1e-9;

/**
 * Warns where work is expected to wait longer before a work centre than the queue times of the routings
 * allow.
 *
 * The expected wait is that of {@link expectedWaiting}: variability × utilization × time. Utilization is
 * load ÷ capacity of the bucket, as {@link loadProfile} has them; the time is that of an operation on a
 * unit, on average: standard hours ÷ (efficiency × utilization of the work centre). Each part of a split
 * operation is a job of its own, and one that is worked in several buckets counts in each by the share
 * of its load that lies there.
 *
 * @param source - as for {@link loadProfile}: a plan, requirements, a schedule, a levelled load
 * @param options - the variation of arrivals and of process times (standard deviation ÷ mean), for all
 * work centres or for each by its id; `bucket` and `workCenters` as for {@link loadProfile}
 * @returns messages by id of the work centre, then time, in open hours; at a utilization of 1 and more
 * `expectedHours` is `null`: it grows without bound. Figures are floating-point: within 10⁻⁹ of themselves
 * up to a utilization of 0.999999. What is past due, or never done, is in no bucket and waits in none
 * @throws PlanningInputError when it is nothing that has loads, an option is none, or a variation is missing
 *
 * Source: W. J. Hopp and M. L. Spearman, *Factory Physics*, chapter 8, after Kingman and Sakasegawa; K61,
 * rule C4.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] }],
 *   items: [{ id: "leg" }],
 *   sources: [{ item: "leg", kind: "make", routing: "legs" }],
 *   routings: [
 *     { id: "legs", item: "leg", operations: [{ id: "10", workCenter: "saw", run: 1, queue: 3 }] },
 *   ],
 *   demands: [
 *     { id: "d1", item: "leg", quantity: 4, due: "2026-01-08" },
 *     { id: "d2", item: "leg", quantity: 2, due: "2026-01-08", segment: "Ann" },
 *   ],
 * });
 * const random = { arrivalVariation: 1, processVariation: 1, bucket: "day" } as const;
 * // 6 of 8 hours, 3 hours a job: 0.75 ÷ 0.25 × 3.
 * waitingMessages(plan, random).map(
 *   (row) => `${row.from}: ${row.expectedHours?.toFixed(2)} h, allowed are ${row.allowedHours}`,
 * );
 * // => ["2026-01-07: 9.00 h, allowed are 3"]
 * waitingMessages(plan, { ...random, arrivalVariation: { saw: 0.5 }, processVariation: 0 });
 * // => []
 * ```
 */
export function waitingMessages(
  source: Plan | Loaded,
  options: WaitingOptions,
): ExpectedWaitingMessage[] {
  const read = readWaitingOptions(options);
  const loads = loadsOf(source);
  const shown = shownCenters(loads, read.workCenters);
  const variationsOf = centerVariations(read, loads, shown);
  const table = loadTable(loads, read.bucket);
  const jobs = waitingJobs(loads, table.buckets);
  return shown.flatMap((place) => {
    const loaded = [...jobs[place]!].filter(([n]) => n >= 0).sort(([a], [b]) => a - b);
    return loaded.flatMap(([n, { count, queueMinutes }]): ExpectedWaitingMessage[] => {
      const { center, from, until, load, capacity } = profileCell(loads, table, place, n);
      const { id, site, units, efficiency } = center;
      const utilization = capacity.num === 0n ? null : quotient(load, capacity);
      const pace = multiplyRatios(efficiency, center.utilization);
      const expectedHours = queueTime({
        utilization: utilization ?? 1,
        processTime: quotient(load, pace) / count,
        machines: units,
        ...variationsOf(place),
      });
      const allowedHours = queueMinutes / MINUTES_AN_HOUR;
      if (expectedHours !== null && expectedHours <= allowedHours * (1 + TOLERANCE)) return [];
      return [
        {
          code: "expectedWaiting",
          workCenter: id,
          site: site ?? null,
          from: formatDay(from),
          until: formatDay(until),
          utilization,
          expectedHours,
          allowedHours,
        },
      ];
    });
  });
}

function quotient(a: Ratio, b: Ratio): number {
  return ratioToDecimal({ num: a.num * b.den, den: a.den * b.num }).toNumber();
}
