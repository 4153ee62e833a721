// Runs all that must hold before a change lands: `npm test`. What does not wait for each other runs
// side by side, since most of it keeps one core busy; the tests themselves take all.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));

/** Steps by lane; those of a lane run one after the other. */
const LANES = [
  ["lint", "types", "unused"],
  ["build", "test:package"],
] as const;

interface Ran {
  readonly code: number;
  readonly output: string;
}

/** Runs a script of package.json and keeps what it prints, or prints it at once. */
function run(script: string, stdio: "pipe" | "inherit"): Promise<Ran> {
  // Started by npm, so its own program is known: no shell is needed to find it.
  const npm = process.env.npm_execpath;
  const [program, args] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  const child = spawn(program, [...args, "run", script], {
    cwd: project,
    stdio: ["ignore", stdio, stdio],
  });
  const printed: Buffer[] = [];
  child.stdout?.on("data", (part: Buffer) => printed.push(part));
  child.stderr?.on("data", (part: Buffer) => printed.push(part));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(printed).toString() });
    });
  });
}

/** Runs a lane to its first failure. */
async function runLane(scripts: readonly string[]): Promise<boolean> {
  for (const script of scripts) {
    const { code, output } = await run(script, "pipe");
    console.log(`${output.trimEnd()}\n${code === 0 ? "passed" : "FAILED"}: npm run ${script}\n`);
    if (code !== 0) return false;
  }
  return true;
}

const lanes = await Promise.all(LANES.map(runLane));
const units = await run("test:unit", "inherit");
process.exitCode = units.code !== 0 || lanes.includes(false) ? 1 : 0;
