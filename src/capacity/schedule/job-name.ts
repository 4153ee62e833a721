import type { PlanJob } from "./plan-jobs.js";
import type { JobName } from "./plan-schedule.js";

/** The name of a job. */
export function jobName({ id, order, supply }: PlanJob): JobName {
  const { item, site, segment } = (order ?? supply)!;
  const isOrder = order !== undefined;
  return { order: isOrder ? id : null, supply: isOrder ? null : id, item, site, segment };
}
