import type { Decimal, Sequence } from "../../core/index.js";

/** Hours of people against what is there, of a skill in a bucket. */
export interface WorkforceRow {
  readonly skill: string;
  /** The first day; of the first bucket the planning start. */
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
  /** Hours of people that the orders need. */
  readonly required: Decimal;
  /** Of these, for set-up. */
  readonly setup: Decimal;
  /** Hours of the people who are there; `null` where no row of `people` has the skill. */
  readonly available: Decimal | null;
  /** `available` less `required`: below 0 people are missing. */
  readonly balance: Decimal | null;
  /** `required` in percent of `available`, rounded half up to two decimals; `null` where that is 0 or not known. */
  readonly utilizationPercent: Decimal | null;
  /** How many people are there, on average over the working days; `null` where nobody is known. */
  readonly headCount: Decimal | null;
  /** How many people the work needs, each working as long as those who are there do on average; `null`
   * where nothing says how long one works. */
  readonly headCountNeeded: Decimal | null;
}

/** Hours of people that lie in no bucket. */
export interface WorkforceOutside {
  readonly skill: string;
  readonly required: Decimal;
  readonly setup: Decimal;
}

/** An order that needs people of a skill. */
export interface WorkforceOrder {
  /** Id of the planned order; `null` for an open supply. */
  readonly order: string | null;
  /** Id of the open supply; `null` for a planned order. */
  readonly supply: string | null;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly workCenter: string;
  /** Its operations there. */
  readonly operations: readonly string[];
  /** Hours of people. */
  readonly required: Decimal;
  /** Of these, for set-up. */
  readonly setup: Decimal;
}

/** What is missing to know who is needed, or who is there. */
export interface MissingWorkforce {
  /**
   * - `skill`: a work centre has work, and no row of `skills` says who does it
   * - `people`: no row of `people` says who has the skill
   */
  readonly reason: "skill" | "people";
  readonly skill: string | null;
  readonly workCenter: string | null;
  /** Hours of it: of the work centre standard hours, of a skill hours of people. */
  readonly hours: Decimal;
  /** In words. */
  readonly text: string;
}

/** The human resource plan: hours by skill and period against what is there. No hour is lost between its
 * lists. */
export interface WorkforcePlan {
  /** By skill, then time: from the planning start to the later of the horizon's end and the last work. */
  readonly rows: Sequence<WorkforceRow>;
  /** What lies before the planning start: one for each skill that has any. */
  readonly pastDue: readonly WorkforceOutside[];
  /** What has no place in time: one for each skill that has any. */
  readonly neverDone: readonly WorkforceOutside[];
  readonly missing: readonly MissingWorkforce[];
  /**
   * The orders that need the people of a row.
   *
   * @param row - one of `rows`, `pastDue` or `neverDone`
   * @returns by order and work centre, in the order of the requirements; their hours sum to the row's
   * @throws PlanningInputError when it is none, or the loads are those of another plan
   */
  drill(row: WorkforceRow | WorkforceOutside): readonly WorkforceOrder[];
}
