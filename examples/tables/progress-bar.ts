import type { PlanProgress } from "../../src/index.js";

const WIDTH = 30;

/** How far planning has come, on one line: a bar, the share of the work, and what is done next. */
export function progressBar({ phase, level, levels, share }: PlanProgress): string {
  const done = Math.floor(share * WIDTH);
  const bar = `${"#".repeat(done)}${".".repeat(WIDTH - done)}`;
  const next = level === null ? phase : `level ${level + 1} of ${levels}`;
  return `[${bar}] ${`${Math.floor(share * 100)}`.padStart(3)} % ${next.padEnd(20)}`;
}
