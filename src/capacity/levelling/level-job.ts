import {
  addWorkingDays,
  type Calendar,
  type Day,
  MINUTES_A_DAY,
  type Minute,
  type Ratio,
} from "../../core/index.js";
import type { MaterialLeadTime } from "../../mrp/index.js";
import { type OperationDates, scheduleBackward, type TimedOperation } from "../../routing/index.js";
import type { OpenWork } from "../requirements/open-work.js";
import type { RequirementOf } from "../requirements/requirement-rows.js";

/** An order that loads work centres, or waits for one that does. */
export interface LevelJob {
  readonly of: RequirementOf;
  readonly item: string;
  readonly site: string;
  /** Good quantity, in stock units. */
  readonly quantity: Ratio;
  /** `undefined`: it takes its lead time. */
  readonly work: OpenWork | undefined;
  readonly leadTime: MaterialLeadTime | undefined;
  readonly wanted: Day;
  /** The best priority of the demands that it is for; Infinity for none. */
  readonly rank: number;
  readonly isFrozen: boolean;
  /** Its material never comes. */
  readonly isVain: boolean;
  /** It does not begin before, for the planning start and material that no job makes. */
  readonly release: Minute;
  /** Of its site. */
  readonly calendar: Calendar;
  /** Working days from its receipt to its first use. */
  readonly receivingTime: number;
  /** The number of its first operation among those of all jobs. */
  readonly first: number;
}

/** Where a job stands. */
export interface JobPlace {
  readonly operations: readonly TimedOperation[];
  /** By place in `operations`. */
  readonly dates: readonly OperationDates[];
  /** The alternate that is taken, by place in the routing. */
  readonly alternates: ReadonlyMap<number, number>;
  readonly start: Minute;
  /** The day before which it is done. */
  readonly delivery: Day;
  /** The day on which it is usable. */
  readonly due: Day;
}

/** What a place is made of, and what it keeps where the delivery stays. */
type Making = Pick<JobPlace, "operations" | "alternates" | "delivery" | "due">;

/** A job where it is done by a working day of its site, each operation as late as possible (K55). */
export function placedBy(job: LevelJob, before: Making, delivery: Day): JobPlace {
  const { operations, alternates } = before;
  const dates = scheduleBackward(operations, delivery * MINUTES_A_DAY);
  const due = delivery === before.delivery ? before.due : dueOf(job, delivery);
  return { operations, alternates, dates, start: startOf(dates), delivery, due };
}

/** A job without a routing that may begin from a day on: it is there after its lead time (T3, T7). */
export function elapsedFrom(job: LevelJob, before: JobPlace, from: Day): JobPlace {
  const leadTime = job.leadTime!;
  const start = leadTime.startFrom(from);
  const delivery = Math.max(before.delivery, leadTime.deliveryOf(start));
  const due = delivery === before.delivery ? before.due : dueOf(job, delivery);
  return { ...before, start: start * MINUTES_A_DAY, delivery, due };
}

function dueOf({ calendar, receivingTime }: LevelJob, delivery: Day): Day {
  return addWorkingDays(calendar, delivery, receivingTime);
}

/** When the first queue of it begins. */
export function startOf(dates: readonly OperationDates[]): Minute {
  return dates.reduce(
    (first, { queueStart }) => Math.min(first, queueStart),
    Number.POSITIVE_INFINITY,
  );
}

/** How many days earlier than wanted it is there, and how many later. */
export function earliness({ wanted }: LevelJob, { due }: JobPlace): number {
  return Math.max(0, wanted - due);
}

/** By how many days a place of an order lies after the day wanted, 0 when it does not. */
export function lateness({ wanted }: LevelJob, { due }: JobPlace): number {
  return Math.max(0, due - wanted);
}
