import {
  addMistake,
  type Day,
  type DoubtfulFields,
  dayArgument,
  flag,
  formatDay,
  type Issue,
  identifier,
  objectOf,
  oneOf,
  optional,
  type Place,
  refuseMistakes,
  showValue,
} from "../../core/index.js";
import type { CapacityModel } from "../../mrp/index.js";
import type { LoadingDirection, PriorityRule } from "../finite/index.js";

/** How a plan is loaded on its work centres. */
export interface ScheduleOptions {
  /** From which end; `"backward"` when left out: what fits stays as late as the plan wants it. */
  readonly direction?: LoadingDirection | undefined;
  /** The work centre around which a bidirectional schedule is built; given then and only then. */
  readonly bottleneck?: string | undefined;
  /** What comes first of all that waits; `"rank"` when left out: the priority of the demands it is for. */
  readonly priority?: PriorityRule | undefined;
  /** The last day on which work ends; what does not is not scheduled. No last day when left out. */
  readonly until?: string | undefined;
  /** Whether the overtime of the work centres is used; `false` when left out. */
  readonly overtime?: boolean | undefined;
  /** Whether work centres and tools count as many units as could be used; `false` when left out. */
  readonly infinite?: boolean | undefined;
}

/** The fields of {@link ScheduleOptions}, each with its check. */
export const SCHEDULE_FIELDS = {
  direction: optional(oneOf("forward", "backward", "bidirectional"), "backward"),
  bottleneck: optional(identifier),
  priority: optional(oneOf("rank", "earliestDueDate", "criticalRatio", "slack"), "rank"),
  until: optional(dayArgument),
  overtime: optional(flag, false),
  infinite: optional(flag, false),
};

/** The options as they are worked with. */
export interface ReadScheduleOptions {
  readonly direction: LoadingDirection;
  readonly bottleneck: string | undefined;
  readonly priority: PriorityRule;
  readonly until: Day | undefined;
  readonly overtime: boolean;
  readonly infinite: boolean;
}

const PATH = ["options"] as const;

/**
 * Reads the options of a schedule.
 *
 * @throws PlanningInputError with every mistake
 */
export function readScheduleOptions(options: unknown, model: CapacityModel): ReadScheduleOptions {
  const issues: Issue[] = [];
  const read = objectOf(SCHEDULE_FIELDS)(options, { path: [...PATH], issues });
  checkTogether(read, model, issues);
  refuseMistakes(issues);
  return read;
}

/** Notes what is wrong with the fields together, and with the plan. */
export function checkTogether(
  read: DoubtfulFields<typeof SCHEDULE_FIELDS> | undefined,
  { startDay, workCenters }: CapacityModel,
  issues: Issue[],
): void {
  const at = (field: string): Place => ({ path: [...PATH, field], issues });
  const isAround = read?.direction === "bidirectional";
  const isSound = !issues.some(({ path }) => path[1] === "bottleneck" || path[1] === "direction");
  const { bottleneck, until } = read ?? {};
  if (isAround && isSound && bottleneck === undefined) {
    const message =
      'The bottleneck is missing. Name the work centre around which "bidirectional" builds the schedule.';
    addMistake(at("bottleneck"), "missingField", message);
  } else if (bottleneck !== undefined && isSound && !isAround) {
    const message = `The bottleneck (${showValue(bottleneck)}) is for the direction "bidirectional" only. Leave it out, or choose that.`;
    addMistake(at("bottleneck"), "contradiction", message);
  } else if (bottleneck !== undefined && workCenters.every(({ id }) => id !== bottleneck)) {
    const message = `The bottleneck (${showValue(bottleneck)}) is no work centre of the plan. Correct the id, or add the work centre.`;
    addMistake(at("bottleneck"), "unknownId", message);
  }
  if (read?.direction === "bidirectional" && read.infinite === true) {
    const message = "With infinite capacity there is no bottleneck. Leave one of the two out.";
    addMistake(at("infinite"), "contradiction", message);
  }
  if (until !== undefined && until < startDay) {
    const text = formatDay(until);
    const message = `The until (${text}) must not lie before the planning start (${formatDay(startDay)}).`;
    addMistake(at("until"), "outOfRange", message, { value: text });
  }
}
