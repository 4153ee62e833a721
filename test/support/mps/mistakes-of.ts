import { PlanningInputError } from "orlicky/core";

/** What a call is refused for, each as "path: code", in the order found; nothing when it answers. */
export function mistakesOf(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return error.issues.map(({ path, code }) => `${path.join(".")}: ${code}`);
  }
  return [];
}
