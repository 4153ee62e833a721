import { FlowProducer, type JobNode, Queue, QueueEvents } from "bullmq";
import type { PlanDecisions } from "../../src/index.js";
import { type Done, flowOf, type Job, type Progress, QUEUE, take } from "./jobs.js";
import { connect, HOST, startRedis } from "./redis.js";
import { type Tenant, tenants } from "./tenants.js";
import { Workers } from "./workers.js";

/** What came of it. */
export interface Run {
  /** By tenant: the decisions of its merged plan. */
  readonly plans: ReadonlyMap<string, PlanDecisions>;
  /** The process that was killed; `undefined`: none. */
  readonly killed: number | undefined;
  /** Jobs that were begun again, since who did them was gone. */
  readonly doneAgain: readonly string[];
}

/**
 * Runs the jobs of all tenants on two worker processes.
 *
 * @param options - whether one of them is killed in the middle of a job
 */
export async function run(options: { readonly kill: boolean }): Promise<Run> {
  const server = await startRedis();
  const redis = connect(server.port);
  const connection = { host: HOST, port: server.port };
  const events = new QueueEvents(QUEUE, { connection });
  const queue = new Queue<Job, Done>(QUEUE, { connection });
  const flows = new FlowProducer({ connection });
  const workers = new Workers(server.port);
  try {
    await events.waitUntilReady();
    const again: string[] = [];
    events.on("stalled", ({ jobId }) => again.push(jobId));
    const killed = options.kill ? killInTheMiddle(events, workers) : undefined;
    const trees: [Tenant, JobNode][] = [];
    for (const tenant of tenants) {
      const flow = await flowOf(redis, tenant.id, tenant.input, tenant.parts);
      trees.push([tenant, await flows.add(flow)]);
    }
    workers.start();
    workers.start();
    const plans = new Map<string, PlanDecisions>();
    for (const [{ id }, tree] of trees) {
      await tree.job.waitUntilFinished(events);
      await print(queue, tree, again);
      plans.set(id, await take<PlanDecisions>(redis, `plan:${id}`));
    }
    const names = trees.flatMap(([, tree]) => [tree, ...(tree.children ?? [])]);
    const doneAgain = names.flatMap(({ job }) => (again.includes(job.id ?? "") ? [job.name] : []));
    return { plans, killed: await killed, doneAgain };
  } finally {
    await workers.stop();
    await Promise.all([events.close(), flows.close(), queue.close()]);
    redis.disconnect();
    await server.stop();
  }
}

/** Kills the worker that first tells it is in the middle of a job, and starts another one. */
function killInTheMiddle(events: QueueEvents, workers: Workers): Promise<number> {
  return new Promise((resolve) => {
    let isDone = false;
    events.on("progress", async ({ data, jobId }) => {
      const { worker, share } = data as unknown as Progress;
      if (isDone || !(share > 0 && share < 1)) return;
      isDone = true;
      await workers.kill(worker);
      console.log(`killed process ${worker} at ${Math.round(100 * share)} % of job ${jobId}`);
      workers.start();
      resolve(worker);
    });
  });
}

/** Says of each job of a tenant who did it. */
async function print(
  queue: Queue<Job, Done>,
  { job, children = [] }: JobNode,
  again: readonly string[],
): Promise<void> {
  for (const { job: one } of [...children, { job }]) {
    const done = (await queue.getJob(one.id ?? ""))?.returnvalue;
    const times = again.includes(one.id ?? "") ? ", begun again" : "";
    const by = `process ${done?.worker} in ${done?.milliseconds} ms`;
    console.log(`${one.name}: ${done?.orders} orders by ${by}${times}`);
  }
}
