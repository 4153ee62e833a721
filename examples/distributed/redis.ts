import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";

/** Redis is asked from this machine alone. */
export const HOST = "127.0.0.1";

/** A Redis server of our own. */
export interface OwnRedis {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a real Redis server on a free port of the loopback interface; it keeps nothing on disk. */
export async function startRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "orlicky-redis-"));
  const options = ["--port", `${port}`, "--bind", HOST, "--save", "", "--appendonly", "no"];
  const server = spawn("redis-server", [...options, "--dir", folder], { stdio: "ignore" });
  const failed = new Promise<never>((_, reject) => {
    server.once("error", (error) =>
      reject(
        new Error("redis-server does not start: apt-get install redis-server", { cause: error }),
      ),
    );
    server.once("exit", (code) => reject(new Error(`redis-server ended with code ${code}.`)));
  });
  failed.catch(() => undefined);
  process.once("exit", () => server.kill());
  await Promise.race([answered(port), failed]);
  return {
    port,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** A connection of our own: who opens one closes it. */
export function connect(port: number): Redis {
  return new Redis(port, HOST, { maxRetriesPerRequest: null });
}

async function answered(port: number): Promise<void> {
  const redis = connect(port);
  redis.on("error", () => undefined); // not yet
  await redis.ping();
  redis.disconnect();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, HOST, () => {
      const address = probe.address();
      probe.close(() =>
        resolve(typeof address === "object" && address !== null ? address.port : 0),
      );
    });
  });
}
