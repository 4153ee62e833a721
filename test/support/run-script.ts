import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** What a script of the project says, and with what it ends. What Node itself warns of is no part of that. */
export function runScript(
  script: string,
  args: readonly string[],
  input = "",
): { readonly stdout: string; readonly stderr: string; readonly status: number | null } {
  return spawnSync(process.execPath, ["--import", "tsx", script, ...args], {
    cwd: project,
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
    input,
    encoding: "utf8",
  });
}
