import type { Plan } from "../../src/index.js";

/** Whether two plans have the same orders and say the same. */
export function isSamePlan(one: Plan, other: Plan): boolean {
  const { length, ...columns } = one.columns;
  if (length !== other.columns.length) return false;
  for (const name of Object.keys(columns) as (keyof typeof columns)[]) {
    const there = other.columns[name];
    if (!columns[name].every((value, row) => value === there[row])) return false;
  }
  return JSON.stringify([...one.messages]) === JSON.stringify([...other.messages]);
}
