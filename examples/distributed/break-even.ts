/**
 * From how many orders on two worker processes are faster than one: the time of both ÷ the time of one, in
 * one run, in alternation, the median of the ratios. Two tasks: to have the merged plan, and to have the
 * orders and messages of the parts written as rows, where nothing need be merged.
 */
import { FlowProducer, Queue, QueueEvents } from "bullmq";
import type { Redis } from "ioredis";
import {
  mergePlans,
  type PlanDecisions,
  type PlanningInput,
  planRequirements,
} from "../../src/index.js";
import { type Done, flowOf, type Job, QUEUE, rowJobsOf, rowsOf, take } from "./jobs.js";
import { connect, HOST, startRedis } from "./redis.js";
import { problemOf } from "./tenants.js";
import { Workers } from "./workers.js";

const PAIRS = 5;
const WORKERS = 2;
/** Families of 40 items and 480 demands each. */
const SIZES = [1, 4, 16];

const server = await startRedis();
const connection = { host: HOST, port: server.port };
const redis: Redis = connect(server.port);
const events = new QueueEvents(QUEUE, { connection });
const queue = new Queue<Job, Done>(QUEUE, { connection });
const flows = new FlowProducer({ connection });
const workers = new Workers(server.port);
for (let n = 0; n < WORKERS; n++) workers.start();
await events.waitUntilReady();

try {
  console.log("orders | merged plan ÷ one piece | rows ÷ one piece");
  for (const families of SIZES) {
    const input = problemOf({ families, width: 8, levels: 5, demands: 60 });
    const { orders } = planRequirements(input);
    const plans = await ratio(
      () => planRequirements(input),
      () => mergedPlan(input),
    );
    const rows = await ratio(
      () => rowsOf(planRequirements(input)),
      () => writtenRows(input),
    );
    console.log(`${orders.length} | ${plans} | ${rows}`);
  }
} finally {
  await workers.stop();
  await Promise.all([events.close(), queue.close(), flows.close()]);
  redis.disconnect();
  await server.stop();
}

async function mergedPlan(input: PlanningInput): Promise<void> {
  const flow = await flows.add(await flowOf(redis, "one", input, WORKERS));
  await flow.job.waitUntilFinished(events);
  // Whoever asked has the plan, not a word that it is somewhere.
  mergePlans(input, [await take<PlanDecisions>(redis, "plan:one")]);
}

async function writtenRows(input: PlanningInput): Promise<void> {
  const jobs = await queue.addBulk(await rowJobsOf(redis, "one", input, WORKERS));
  await Promise.all(jobs.map((job) => job.waitUntilFinished(events)));
}

/** The median of the ratios, with the least and the largest. */
async function ratio(one: () => unknown, several: () => Promise<void>): Promise<string> {
  const ratios: number[] = [];
  one();
  await several();
  for (let pair = 0; pair < PAIRS; pair++) {
    const alone = await milliseconds(async () => one());
    ratios.push((await milliseconds(several)) / alone);
  }
  ratios.sort((a, b) => a - b);
  const [least, median, largest] = [0, PAIRS >> 1, PAIRS - 1].map((k) => ratios[k]!.toFixed(2));
  return `${median} (${least} – ${largest})`;
}

async function milliseconds(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}
