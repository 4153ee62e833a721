import {
  addWorkingDays,
  type Day,
  formatDay,
  lazySequence,
  type Sequence,
} from "../../core/index.js";
import { type PlannedDemand, planInput } from "../../mrp/index.js";
import type { LoadedPlan } from "./load-plan.js";
import type { DemandSchedule } from "./plan-schedule.js";
import { nameOf } from "./schedule-limit.js";

/** When each demand of a plan is there, by what is pegged to it. */
export function demandDates(loaded: LoadedPlan): Sequence<DemandSchedule> {
  const { plan, flow, network, dueDay } = loaded;
  const { length } = plan.demands;
  const available = new Float64Array(length).fill(Number.NaN);
  const late = new Float64Array(length);
  const latest = new Int32Array(length).fill(-1); // what comes last of its latest part
  const waits = new Uint8Array(length); // 1: for a job
  for (let p = 0; p < flow.length; p++) {
    const demand = -1 - flow.taker[p]!;
    if (demand < 0) continue;
    const giver = flow.giver[p]!;
    const job = giver < 0 ? -1 : network.jobOf[giver]!;
    const there = job < 0 ? flow.day[p]! : Number.isNaN(dueDay[job]!) ? NEVER : dueDay[job]!;
    if (job >= 0) waits[demand] = 1;
    const day = neededFor(loaded, demand, there, flow.offset[p]!);
    if (!(day <= available[demand]!)) available[demand] = day;
    const daysLate = day - flow.due[p]!;
    if (daysLate <= late[demand]!) continue;
    late[demand] = daysLate;
    latest[demand] = p;
  }
  const items = planInput(plan).items ?? [];
  const phantoms = new Set(items.flatMap(({ id, phantom }) => (phantom === true ? [id] : [])));
  const dayOf = (n: number, demand: PlannedDemand): string | null => {
    // What waits for no job is there when the plan says.
    if (waits[n] === 0) return demand.available;
    const day = available[n]!;
    if (!Number.isFinite(day)) return null;
    // A demand on a phantom begins on its due day, so to speak.
    const text = formatDay(day);
    return phantoms.has(demand.item) && text < demand.due ? demand.due : text;
  };
  return lazySequence(length, (n): DemandSchedule => {
    const demand = plan.demands.at(n)!;
    const { id, item, site, segment, customer, due } = demand;
    const there = dayOf(n, demand);
    const daysLate = there === null ? null : waits[n] === 0 ? demand.daysLate : late[n]!;
    return {
      id,
      item,
      site,
      segment,
      customer: customer ?? null,
      due,
      available: there,
      daysLate,
      limit: latest[n]! < 0 ? null : nameOf(loaded, flow.giver[latest[n]!]!),
    };
  });
}

const NEVER = Number.POSITIVE_INFINITY;

/** A demand on a phantom takes what its lines bring, each so many days after its begin. */
function neededFor({ plan, model }: LoadedPlan, demand: number, day: Day, offset: number): Day {
  if (offset === 0 || day === NEVER) return day;
  return addWorkingDays(model.calendarOf(plan.demands.at(demand)!.site), day, -offset);
}
