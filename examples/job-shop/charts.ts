import {
  type ChartedLoad,
  type ChartedSchedule,
  loadProfile,
  type OperationSchedule,
  type PlanSchedule,
} from "../../src/index.js";
import type { JobShop } from "./story.js";

const MINUTES_A_DAY = 1440;

/** The press before and after levelling, and the old one that helps it, one above the other. */
export function pressLoads({ plan, levellings }: JobShop): ChartedLoad {
  const after = levellings.at(-1)!.leveled;
  const pictures = [
    { id: "press", when: "as planned", source: plan },
    { id: "press", when: "levelled", source: after },
    { id: "old press", when: "levelled", source: after },
  ];
  return {
    rows: pictures.flatMap(({ id, when, source }) =>
      [...loadProfile(source, { workCenters: [id] }).rows].map(({ from, load, capacity }) => ({
        workCenter: `${id}, ${when}`,
        from,
        load,
        capacity,
      })),
    ),
  };
}

/** A schedule of orders with names that people can read: the items, numbered by their due days. */
export function namedSchedule({ jobs, operations }: PlanSchedule): ChartedSchedule {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const job of [...jobs].sort((a, b) => (a.wanted < b.wanted ? -1 : 1))) {
    const count = (counts.get(job.item) ?? 0) + 1;
    counts.set(job.item, count);
    names.set(keyOf(job), `${job.item} ${count}`);
  }
  const nameOf = (job: Named) => names.get(keyOf(job)) ?? job.item;
  return {
    operations: [...operations].map((operation) => ({ ...operation, job: nameOf(operation) })),
    jobs: [...jobs].map((job) => ({ id: nameOf(job), late: job.daysLate * MINUTES_A_DAY })),
  };
}

type Named = Pick<OperationSchedule, "item" | "order" | "supply">;

function keyOf({ order, supply }: Named): string {
  return JSON.stringify([order, supply]);
}
