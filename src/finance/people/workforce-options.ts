import { LOADS, type Loaded } from "../../capacity/index.js";
import {
  addMistake,
  type Check,
  type Day,
  type Doubtful,
  dayArgument,
  type ExactNumber,
  exactNumber,
  type Issue,
  identifier,
  isPlainObject,
  listOf,
  ONE,
  objectOf,
  oneOf,
  optional,
  type Ratio,
  readArgument,
  UNSOUND,
  wrongType,
} from "../../core/index.js";
import { LEDGER_BUCKETS, type LedgerBucket } from "../ledger/ledger-bucket.js";

/** Who works at a work centre. A work centre may need several skills, and a skill serve several. */
export interface SkillAtWorkCenter {
  readonly skill: string;
  readonly workCenter: string;
  /** People for each hour of set-up, 0 or more; 1 when left out. */
  readonly setupPeople?: ExactNumber | undefined;
  /** People for each other hour of work, run and teardown, 0 or more; 1 when left out. */
  readonly runPeople?: ExactNumber | undefined;
}

/** People who are there. */
export interface PeopleOfSkill {
  readonly skill: string;
  /** How many, 0 or more; part-time counts as a part. With 0 they say how long one would work. */
  readonly count: ExactNumber;
  /** Of one person on a working day, 0 to 24. */
  readonly hoursPerDay: ExactNumber;
  /** They work when this site does; may be left out with one site. */
  readonly site?: string | undefined;
  /** Instead: the id of a calendar of the plan. */
  readonly calendar?: string | undefined;
  /** The first day on which they are there, `"YYYY-MM-DD"`; from the beginning when left out. */
  readonly from?: string | undefined;
  /** The day after the last; without end when left out. */
  readonly until?: string | undefined;
  /** Part of the hours that is worked, 0 to 1: less absence; 1 when left out. */
  readonly utilization?: ExactNumber | undefined;
  /** Standard hours done in an hour of work, 0 or more; 1 when left out. */
  readonly efficiency?: ExactNumber | undefined;
}

/** What a human resource plan is made of. */
export interface WorkforceOptions {
  readonly skills: readonly SkillAtWorkCenter[];
  /** Nobody is known when left out. */
  readonly people?: readonly PeopleOfSkill[] | undefined;
  /** `"week"` when left out. */
  readonly bucket?: LedgerBucket | undefined;
  /** Requirements, a schedule or a levelled load of the plan; its requirements when left out. */
  readonly loads?: Loaded | undefined;
}

/** What has loads is known by its key. */
const loadedArgument: Check<Loaded> = (value, place) => {
  if (isPlainObject(value) && (value as Partial<Loaded>)[LOADS] !== undefined) {
    return value as Loaded;
  }
  wrongType(value, place, "what capacityRequirements, scheduleOrders or levelLoad has returned");
  return UNSOUND;
};

const skillArgument = objectOf({
  skill: identifier,
  workCenter: identifier,
  setupPeople: optional(exactNumber(0), ONE),
  runPeople: optional(exactNumber(0), ONE),
});

const peopleArgument = objectOf({
  skill: identifier,
  count: exactNumber(0),
  hoursPerDay: exactNumber(0, 24),
  site: optional(identifier),
  calendar: optional(identifier),
  from: optional(dayArgument),
  until: optional(dayArgument),
  utilization: optional(exactNumber(0, 1), ONE),
  efficiency: optional(exactNumber(0), ONE),
});

/** A row of `skills`, checked. */
export interface ReadSkill {
  readonly skill: string;
  readonly workCenter: string;
  readonly setupPeople: Ratio;
  readonly runPeople: Ratio;
}

/** A row of `people`, checked. */
export interface ReadPeople {
  readonly skill: string;
  readonly count: Ratio;
  readonly hoursPerDay: Ratio;
  readonly site: string | undefined;
  readonly calendar: string | undefined;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly utilization: Ratio;
  readonly efficiency: Ratio;
}

/** Options, checked by themselves. */
export interface ReadWorkforceOptions {
  readonly skills: readonly ReadSkill[];
  readonly people: readonly ReadPeople[];
  readonly bucket: LedgerBucket;
  readonly loads: Loaded | undefined;
}

/**
 * Reads the options by themselves.
 *
 * @throws PlanningInputError with every mistake
 */
export function readWorkforceOptions(options: WorkforceOptions): ReadWorkforceOptions {
  return readArgument(
    options,
    {
      skills: listOf(skillArgument),
      people: optional(listOf(peopleArgument), []),
      bucket: optional<LedgerBucket>(oneOf(...LEDGER_BUCKETS), "week"),
      loads: optional(loadedArgument),
    },
    ({ skills, people }, issues) => {
      refuseTwins(skills, issues);
      for (const [n, row] of (people ?? []).entries()) {
        const known = skills?.every((one) => one?.skill !== undefined);
        refusePeople(row, n, known ? skills : undefined, issues);
      }
    },
  );
}

/** One row says how many people of a skill a work centre needs. */
function refuseTwins(skills: Doubtful<readonly ReadSkill[]>, issues: Issue[]): void {
  const seen = new Set<string>();
  for (const [n, row] of (skills ?? []).entries()) {
    if (row?.skill === undefined || row.workCenter === undefined) continue;
    const key = JSON.stringify([row.skill, row.workCenter]);
    if (seen.has(key)) {
      const message = `The skill ${JSON.stringify(row.skill)} has a row for the work centre ${JSON.stringify(row.workCenter)} already. Keep one.`;
      addMistake({ path: ["skills", n], issues }, "duplicateId", message, { id: row.skill });
    }
    seen.add(key);
  }
}

function refusePeople(
  row: Doubtful<ReadPeople>,
  n: number,
  skills: Doubtful<readonly ReadSkill[]>,
  issues: Issue[],
): void {
  if (row === undefined) return;
  const at = (field: string) => ({ path: ["people", n, field], issues });
  const { skill, site, calendar, from, until } = row;
  if (from !== undefined && until !== undefined && until < from) {
    const message = "The until lies before the from. Correct one of them.";
    addMistake(at("until"), "contradiction", message);
  }
  if (site !== undefined && calendar !== undefined) {
    const message = "People work when a site does or by a calendar. Give one of the two.";
    addMistake(at("calendar"), "contradiction", message);
  }
  if (skill === undefined || skills === undefined) return;
  if (skills.some((one) => one?.skill === skill)) return;
  const message = `No row of skills needs the skill ${JSON.stringify(skill)}. Correct its name, or leave these people out.`;
  addMistake(at("skill"), "unknownId", message, { id: skill });
}
