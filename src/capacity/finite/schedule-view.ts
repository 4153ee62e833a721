import {
  Decimal,
  formatMinute,
  lazySequence,
  type Minute,
  ratioToDecimal,
} from "../../core/index.js";
import { LOADS, type LoadSource } from "../requirements/load-source.js";
import type {
  FiniteSchedule,
  ScheduledJob,
  ScheduledOperation,
  UnscheduledOperation,
  UnscheduledReason,
} from "./finite-schedule.js";
import type { Loaded } from "./load-shop.js";
import { REASON } from "./pass.js";
import type { Shop } from "./shop.js";
import { shopLoads } from "./shop-loads.js";
import { taskHours } from "./task-hours.js";

const MINUTES_AN_HOUR = 60;

const REASONS: Readonly<Record<number, UnscheduledReason>> = {
  [REASON.horizon]: "horizon",
  [REASON.noWorkTime]: "noWorkTime",
  [REASON.shiftTooShort]: "shiftTooShort",
  [REASON.predecessor]: "predecessor",
  [REASON.material]: "material",
};

/** A schedule as it is read: each row is made when it is asked for. */
export function scheduleView(shop: Shop, { draft, priority }: Loaded): FiniteSchedule {
  const tasks = shop.operationOf.length;
  const placed: number[] = [];
  const left: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (let task = 0; task < tasks; task++) {
    const isPlaced = draft.reason[task] === REASON.none;
    (isPlaced ? placed : left).push(task);
    if (isPlaced) end = Math.max(end, draft.available[task]!);
  }
  const [places, rest] = [Int32Array.from(placed), Int32Array.from(left)];
  const loaded = { draft, priority };
  let loads: LoadSource | undefined;
  return {
    operations: lazySequence(places.length, (k) => scheduledOperation(shop, loaded, places[k]!)),
    jobs: lazySequence(shop.jobIds.length, (job) => scheduledJob(shop, loaded, job)),
    unscheduled: lazySequence(rest.length, (k) => unscheduled(shop, loaded, rest[k]!)),
    end: places.length === 0 ? null : formatMinute(end),
    makespan: places.length === 0 ? 0 : end - shop.start,
    get [LOADS]() {
      loads ??= shopLoads(shop, loaded);
      return loads;
    },
  };
}

function scheduledOperation(shop: Shop, loaded: Loaded, task: number): ScheduledOperation {
  const { draft, priority } = loaded;
  const operation = shop.operationOf[task]!;
  const choice = draft.choice[task]!;
  const unit = draft.unit[task]!;
  const value = priority[operation]!;
  const { load, setup } = taskHours(shop, loaded, task);
  return {
    job: shop.jobIds[shop.jobOf[operation]!]!,
    operation: shop.operationIds[operation]!,
    workCenter: choice < 0 ? null : shop.centers[shop.choiceCenter[choice]!]!.center.id,
    unit: unit < 0 ? null : unit + 1,
    part: task - shop.firstTask[operation]! + 1,
    queueStart: formatMinute(draft.queueStart[task]!),
    start: formatMinute(draft.start[task]!),
    end: formatMinute(draft.end[task]!),
    available: formatMinute(draft.available[task]!),
    load: ratioToDecimal(load),
    setup: ratioToDecimal(setup),
    priority: Number.isFinite(value) ? value : null,
  };
}

function scheduledJob(shop: Shop, { draft }: Loaded, job: number): ScheduledJob {
  let [start, end, isWhole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  const [first, last] = [shop.firstOperation[job]!, shop.firstOperation[job + 1]!];
  for (let task = shop.firstTask[first]!; task < shop.firstTask[last]!; task++) {
    if (draft.reason[task] === REASON.none) {
      start = Math.min(start, draft.queueStart[task]!);
      end = Math.max(end, draft.available[task]!);
    } else isWhole = false;
  }
  const due = shop.due[job]!;
  const hasDue = due < Number.POSITIVE_INFINITY;
  return {
    id: shop.jobIds[job]!,
    start: start < Number.POSITIVE_INFINITY ? formatMinute(start) : null,
    end: isWhole ? formatMinute(end) : null,
    due: hasDue ? formatMinute(due) : null,
    late: hasDue && isWhole ? Math.max(0, end - due) : null,
  };
}

function unscheduled(shop: Shop, { draft }: Loaded, task: number): UnscheduledOperation {
  const operation = shop.operationOf[task]!;
  const blame = draft.blame[task]!;
  return {
    job: shop.jobIds[shop.jobOf[operation]!]!,
    operation: shop.operationIds[operation]!,
    part: task - shop.firstTask[operation]! + 1,
    reason: REASONS[draft.reason[task]!]!,
    waitsFor:
      blame < 0
        ? null
        : { job: shop.jobIds[shop.jobOf[blame]!]!, operation: shop.operationIds[blame]! },
    lackingHours: hoursOfMinutes(draft.lacking[task]!),
  };
}

function hoursOfMinutes(minutes: Minute): Decimal {
  return new Decimal(minutes).dividedBy(MINUTES_AN_HOUR);
}
