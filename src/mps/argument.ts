/** The checks that every function of this folder gives its arguments, as the core has them. */
export {
  addMistake as add,
  type Check,
  type Doubtful,
  type DoubtfulFields,
  flag,
  identifier,
  isPlainObject as isObject,
  listOf,
  mustBe as must,
  objectOf,
  oneOf,
  optional,
  type Place,
  type Read,
  readArgument,
  readGuarded as guarded,
  showValue as show,
  UNSOUND,
  wrongType,
} from "../core/index.js";

import type { ArgumentCode } from "../core/index.js";

/** What kinds of mistakes an argument of the master schedule can have. */
export type MasterScheduleIssueCode = ArgumentCode;
