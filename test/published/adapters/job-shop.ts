import {
  type JobShop,
  lowerBound,
  makespanByRule,
  makespanInOrder,
  PRIORITY_RULES,
} from "../../support/finite/job-shop.js";
import { faultsOfExpected, type PublishedCase, type Verdict, verdictOf } from "./published-case.js";

interface Input {
  readonly jobs: JobShop;
  /** An order that attains the best known makespan, each job named for its next operation. */
  readonly order?: readonly number[];
}

interface Expected {
  readonly makespan?: number;
  readonly bestKnown: number;
}

/** Job shops with their best known makespans. */
export function jobShop({ input, expected }: PublishedCase): Verdict {
  const { jobs, order } = input as Input;
  const { makespan, bestKnown } = expected as Expected;
  const faults = faultsOfExpected(expected, ["makespan", "bestKnown"]);
  const note = (is: boolean, text: string): void => {
    if (!is) faults.push(text);
  };
  note((order === undefined) === (makespan === undefined), "an order and its makespan go together");
  if (order !== undefined) {
    const found = makespanInOrder(jobs, order);
    note(found === makespan, `makespan: ${found}, not ${makespan}`);
    note(found >= bestKnown, `the order ends before the best known makespan, at ${found}`);
  }
  note(lowerBound(jobs) <= bestKnown, `no schedule ends before ${lowerBound(jobs)}`);
  for (const rule of PRIORITY_RULES) {
    const found = makespanByRule(jobs, rule);
    note(found >= bestKnown, `${rule} ends before the best known makespan, at ${found}`);
  }
  return verdictOf(faults);
}
