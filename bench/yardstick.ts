import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What yardstick.c prints. */
export interface YardstickTimes {
  readonly orders: number;
  readonly compileFirstMs: number;
  readonly compileMs: number;
  /** With fresh buffers. */
  readonly coldMs: number;
  /** In the buffers of the last round. */
  readonly warmMs: number;
  readonly peakBytes: number;
  readonly hash: string;
}

const SOURCE = fileURLToPath(new URL("./yardstick/yardstick.c", import.meta.url));

/**
 * Compiles the yardstick for this machine.
 *
 * @param folder - where the program is put
 * @returns its path; `undefined` where there is no gcc, and on other systems than Linux
 */
export function compileYardstick(folder: string): string | undefined {
  if (process.platform !== "linux") return undefined;
  const program = join(folder, "yardstick");
  const { error, status, stderr } = spawnSync(
    "gcc",
    ["-O3", "-march=native", SOURCE, "-o", program],
    { encoding: "utf8" },
  );
  if (error !== undefined) return undefined;
  if (status !== 0) throw new Error(`The yardstick does not compile:\n${stderr}`);
  return program;
}

/** Plans a problem file by the yardstick, each time the smallest of so many rounds. */
export function runYardstick(program: string, file: string, rounds: number): YardstickTimes {
  const { status, stdout, stderr } = spawnSync(program, [file, `${rounds}`], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The yardstick failed: ${stderr}`);
  return JSON.parse(stdout) as YardstickTimes;
}
