import { compareText, formatDay, formatMinute } from "../../core/index.js";
import type { JobPlace, LevelJob } from "./level-job.js";
import type { LevelState } from "./level-state.js";
import type { LeveledOrder, UsedOvertime } from "./leveled-load.js";
import type { OvertimeSpan } from "./overtime-book.js";
import type { LevelJobs } from "./read-jobs.js";

/** Overtime that was decided, by work centre and time. */
export function overtimeRows(used: readonly OvertimeSpan[]): UsedOvertime[] {
  const rows = used.map(({ center: { id, site }, from, until }) => ({
    workCenter: id,
    site: site ?? null,
    from: formatMinute(from),
    until: formatMinute(until),
  }));
  return rows.sort(
    (a, b) => compareText(a.workCenter, b.workCenter) || compareText(a.from, b.from),
  );
}

/** The orders that stand elsewhere than before, by id. */
export function movedOrders(jobs: LevelJobs, state: LevelState): LeveledOrder[] {
  const orders: LeveledOrder[] = [];
  for (const [job, of] of jobs.jobs.entries()) {
    const [before, after] = [jobs.places[job], state.place(job)];
    if (before === undefined || after === undefined || before === after) continue;
    orders.push(leveledOrder(of, before, after));
  }
  return orders.sort((a, b) => compareText(idOf(a), idOf(b)));
}

function idOf({ order, supply }: LeveledOrder): string {
  return order ?? supply!;
}

function leveledOrder(
  { of, item, site, wanted }: LevelJob,
  before: JobPlace,
  { operations, dates, start, due }: JobPlace,
): LeveledOrder {
  return {
    ...of,
    item,
    site,
    start: formatMinute(start).slice(0, 10),
    dueBefore: formatDay(before.due),
    due: formatDay(due),
    wanted: formatDay(wanted),
    operations: operations.map(({ id, workCenter }, n) => ({
      operation: id,
      workCenter: workCenter?.id ?? null,
      start: formatMinute(dates[n]!.start),
      end: formatMinute(dates[n]!.end),
    })),
  };
}
