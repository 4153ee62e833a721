/** A worker process: `tsx worker.ts PORT` plans parts and merges plans until it is told to end. */
import { type Job as QueuedJob, Worker } from "bullmq";
import {
  mergePlans,
  type Plan,
  type PlanDecisions,
  type PlanningInput,
  planDecisions,
  planSteps,
} from "../../src/index.js";
import { type Done, type Job, type Progress, put, QUEUE, rowsOf, take } from "./jobs.js";
import { connect, HOST } from "./redis.js";

const port = Number(process.argv[2]);
const redis = connect(port);

/** A worker that says nothing for so long is given up: its job goes to another one. */
const LOCK = 5_000;
/** A pause between two pieces of the work, in which the lock is renewed. */
const PAUSE = 50;

const worker = new Worker<Job, Done>(
  QUEUE,
  async (job) => {
    const begun = performance.now();
    const { data } = job;
    const plan = data.kind === "merge" ? await merged(data) : await planned(data.input, job);
    if (data.kind === "merge") await put(redis, data.plan, planDecisions(plan));
    else if (data.kind === "part") await put(redis, data.decisions, planDecisions(plan));
    else await redis.set(data.rows, rowsOf(plan));
    const milliseconds = Math.round(performance.now() - begun);
    return { worker: process.pid, orders: plan.orders.length, milliseconds };
  },
  {
    connection: { host: HOST, port },
    lockDuration: LOCK,
    stalledInterval: LOCK / 2,
    maxStalledCount: 2,
  },
);
worker.on("error", (error) => console.error(`${process.pid}: ${error.message}`));
process.on("disconnect", () => process.exit());
process.on("SIGTERM", async () => {
  await worker.close();
  redis.disconnect();
  process.exit();
});

/** Plans piece by piece: who blocks for longer than the lock lasts is taken for dead. */
async function planned(key: string, job: QueuedJob<Job, Done>): Promise<Plan> {
  const steps = planSteps(await take<PlanningInput>(redis, key));
  let told = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - told < PAUSE) continue;
    told = performance.now();
    await job.updateProgress({ worker: process.pid, share: step.value.share } satisfies Progress);
  }
}

async function merged({ input, decisions }: Job & { readonly kind: "merge" }): Promise<Plan> {
  const parts = await Promise.all(decisions.map((key) => take<PlanDecisions>(redis, key)));
  return mergePlans(await take<PlanningInput>(redis, input), parts);
}
