import type { Plan } from "../plan/plan.js";

/** A plan with some demands tried; what is asked of it is worked out when it is first read. */
export interface DemandTrial {
  /** The plan with the demands. */
  readonly plan: Plan;
  /**
   * In the order in which they were given: the day on which all of each is really there (N11); `null`
   * when part of it never is, and when nothing of it is to come within the horizon.
   */
  readonly available: readonly (string | null)[];
  /** Whether all of them are there by their due day, and lie within the horizon. */
  readonly isInTime: boolean;
  /** Other demands, forecasts left out, that are late with them and would be there sooner without. */
  readonly broken: readonly BrokenDemand[];
}

/** A demand that others make late, or later. */
export interface BrokenDemand {
  readonly demand: string;
  readonly due: string;
  /** The day on which all of it is there without the others; `null`: nothing was to come of it. */
  readonly before: string | null;
  /** The day with them; `null`: part of it is never there. */
  readonly after: string | null;
}
