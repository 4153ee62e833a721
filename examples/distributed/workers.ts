import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Worker processes of this example, by their process id. */
export class Workers {
  readonly #running = new Map<number, ChildProcess>();
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** Starts a process that takes jobs; it is ready when it takes the first one. */
  start(): void {
    const script = fileURLToPath(new URL("worker.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", script, `${this.#port}`], {
      // Over the channel a worker learns that who started it is gone.
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const { pid } = child;
    if (pid === undefined) throw new Error("A worker does not start.");
    this.#running.set(pid, child);
    child.once("exit", () => this.#running.delete(pid));
  }

  /** Ends one of them at once, as a power cut does: it has no time to say anything. */
  async kill(pid: number): Promise<void> {
    await ended(this.#running.get(pid), "SIGKILL");
  }

  /** Lets all of them finish what they do. */
  async stop(): Promise<void> {
    await Promise.all([...this.#running.values()].map((child) => ended(child, "SIGTERM")));
  }
}

async function ended(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined) return;
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}
