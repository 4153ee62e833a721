import {
  compareLoads,
  comparePlans,
  comparisonText,
  type DemandSchedule,
  type OperationSchedule,
  type ScheduleLimit,
} from "../../src/index.js";
import { left, right } from "../tables/columns.js";
import { shorten, table } from "../tables/table.js";
import type { JobShop } from "./story.js";

/** 4: the presses, operation by operation, and what is late because of what. */
export function scheduled({ schedule: { operations, jobs } }: JobShop): string[] {
  const atPress = [...operations].filter(({ workCenter }) => workCenter?.includes("press"));
  const rows = atPress.sort(byPlace).map((row) => {
    const times = [row.start, row.end].map((time) => time.replace("T", " "));
    return [row.workCenter ?? "", row.item, ...times, `${row.setup}`, `${row.load}`];
  });
  const columns = [
    ...left("work centre", "order of", "start", "end"),
    ...right("set-up", "hours in all"),
  ];
  const late = [...jobs]
    .filter(({ daysLate }) => daysLate > 0)
    .map(
      ({ item, quantity, wanted, due, limit }) =>
        `${quantity} × ${item}, wanted on ${wanted}, can be there on ${due}: ${becauseOf(limit!)}`,
    );
  return [table(columns, rows).join("\n"), late.join("\n")];
}

function byPlace(a: OperationSchedule, b: OperationSchedule): number {
  const [one, other] = [a, b].map(({ workCenter, start }) => `${workCenter} ${start}`);
  return one! < other! ? -1 : 1;
}

function becauseOf(limit: ScheduleLimit): string {
  if (limit.kind === "material") return `its material is there on ${limit.date}`;
  if (limit.kind === "held") return `it is held to ${limit.date}`;
  if (limit.kind === "ownTime") return "it takes so long";
  const what = limit.kind === "tool" ? limit.tools.join(", ") : limit.workCenter;
  return `${what} is taken until ${limit.until.replace("T", " ")}`;
}

/** 5: what customers can be told. */
export function promised({ plan, regular, leveled, longer }: JobShop): string[] {
  const plans = [regular, leveled, longer];
  const dates = plans.map(({ schedule }) => [...schedule.demands].map(dayOf));
  const rows = [...plan.demands].map(({ id, customer, item, quantity, due }, n) => {
    return [id, customer ?? "forecast", item, `${quantity}`, due, ...dates.map((days) => days[n]!)];
  });
  const columns = [
    ...left("demand", "customer", "item"),
    ...right("quantity"),
    ...left("due", "without overtime", "with that of 3", "with all overtime"),
  ];
  const rounds = plans.map(({ converged, rounds }) => (converged ? `${rounds}` : "more"));
  const agreed = `Rounds until plan and schedule agree: ${rounds.join(", ")}.`;
  return [table(columns, rows).join("\n"), agreed];
}

function dayOf({ available, daysLate }: DemandSchedule): string {
  const late = daysLate === 1 ? "1 day late" : `${daysLate} days late`;
  return available === null ? "never" : `${available}${daysLate === 0 ? "" : `, ${late}`}`;
}

/** 6: orders that moved, and hours that moved with them. */
export function different({ plan, longer }: JobShop): string[] {
  const comparison = comparePlans(plan, longer.plan);
  const orders = comparison.orders.filter(({ days }) => days !== 0);
  const moved = comparisonText({ ...comparison, orders, supplies: [], demands: [], messages: [] });
  const rows = compareLoads(plan, longer.schedule).map((row) => [
    row.workCenter,
    row.from ?? "past due",
    ...[row.loadBefore, row.loadAfter, row.overloadBefore, row.overloadAfter].map(String),
  ]);
  const columns = [
    ...left("work centre", "week of"),
    ...right("hours before", "now", "too many before", "now"),
  ];
  const { shown, left: more } = shorten(moved, 12);
  const lines = [...shown, ...(more > 0 ? [`… and ${more} more`] : [])];
  return [lines.join("\n"), table(columns, rows).join("\n")];
}
