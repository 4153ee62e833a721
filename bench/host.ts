import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { generateProblem } from "./generate.js";
import { writeProblemFile } from "./problem-file.js";
import { SEED, SIZES, type SizeName } from "./sizes.js";
import type { Tasks } from "./tasks/tasks.js";
import { compileYardstick } from "./yardstick.js";

/** Where measurements are made: tasks in fresh processes, problems as files. */
export interface Host {
  /** The compiled yardstick; `undefined` without gcc. */
  readonly yardstick: string | undefined;
  /** The path of the problem of a size, written when it is first asked for. */
  readonly problem: (size: SizeName) => string;
  /** Does a task in a process of its own and returns what it found. */
  readonly run: <Name extends keyof Tasks>(
    name: Name,
    ...input: Parameters<Tasks[Name]>
  ) => Awaited<ReturnType<Tasks[Name]>>;
  /** Removes all files. */
  readonly close: () => void;
}

const TASKS = fileURLToPath(new URL("./tasks", import.meta.url));

/** Prepares a folder for temporary files with the tasks as plain JavaScript, so that no process loads a compiler. */
export async function openHost(): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), "orlicky-bench-"));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    await bundleTasks(folder);
    const yardstick = compileYardstick(folder);
    const written = new Map<SizeName, string>();
    return {
      yardstick,
      problem(size) {
        let path = written.get(size);
        if (path === undefined) {
          path = join(folder, `${size}.bin`);
          const { items, levels, demandsPerItem } = SIZES[size];
          writeProblemFile(path, generateProblem(items, levels, SEED, demandsPerItem), SEED);
          written.set(size, path);
        }
        return path;
      },
      run(name, ...input) {
        return answerOf(join(folder, `${name}.mjs`), [JSON.stringify(input)]);
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function bundleTasks(outDir: string): Promise<void> {
  const names = readdirSync(TASKS).filter((name) => name.endsWith(".ts"));
  await build({
    entry: Object.fromEntries(names.map((name) => [name.slice(0, -3), join(TASKS, name)])),
    outDir,
    config: false,
    format: "esm",
    platform: "node",
    target: "node20",
    splitting: true,
    noExternal: [/.*/],
    outExtension: () => ({ js: ".mjs" }),
    silent: true,
  });
}

function answerOf<Answer>(script: string, input: readonly string[]): Answer {
  const { status, stdout, error } = spawnSync(process.execPath, [script, ...input], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 26,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`A measurement failed: ${script}`);
  return JSON.parse(stdout) as Answer;
}
