import { readFileSync } from "node:fs";

const PEAK = /^VmHWM:\s+(\d+) kB$/m;

/**
 * The largest resident size of this process up to now, as Linux keeps it. What `process.resourceUsage()` tells begins
 * with the size of the process that started this one.
 *
 * @returns bytes; `undefined` on other systems
 */
export function peakBytes(): number | undefined {
  if (process.platform !== "linux") return undefined;
  const [, kilobytes] = PEAK.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return kilobytes === undefined ? undefined : 1024 * Number(kilobytes);
}
