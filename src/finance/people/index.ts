/**
 * People: the human resource plan, hours by skill and period against what is there.
 *
 * Builds on the loads of work centres (capacity requirements, schedules, levelled loads) and on the
 * calendars of sites. Hours are exact, and behind each stand the orders that need them. Implements K77,
 * law 18 carried on to people.
 */
export type {
  PeopleOfSkill,
  SkillAtWorkCenter,
  WorkforceOptions,
} from "./workforce-options.js";
export { workforcePlan } from "./workforce-plan.js";
export type {
  MissingWorkforce,
  WorkforceOrder,
  WorkforceOutside,
  WorkforcePlan,
  WorkforceRow,
} from "./workforce-rows.js";
