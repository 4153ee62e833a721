import { deserialize, serialize } from "node:v8";
import type { FlowJob } from "bullmq";
import type { Redis } from "ioredis";
import { type InputPart, type Plan, type PlanningInput, partition } from "../../src/index.js";

export const QUEUE = "plan";

/** A job is named by what is to be done; what it is done with lies in Redis under these keys. */
export type Job =
  | { readonly kind: "part"; readonly input: string; readonly decisions: string }
  | { readonly kind: "rows"; readonly input: string; readonly rows: string }
  | {
      readonly kind: "merge";
      readonly input: string;
      readonly decisions: readonly string[];
      readonly plan: string;
    };

/** What a worker tells while it plans. */
export interface Progress {
  readonly worker: number;
  /** Of the stocking points that are planned, from 0 to 1. */
  readonly share: number;
}

/** What a job returns: who did it, and how long it took. */
export interface Done {
  readonly worker: number;
  readonly orders: number;
  readonly milliseconds: number;
}

/** Whatever a structured clone carries, as bytes. */
export async function put(redis: Redis, key: string, thing: unknown): Promise<void> {
  await redis.set(key, serialize(thing));
}

export async function take<Thing>(redis: Redis, key: string): Promise<Thing> {
  const bytes = await redis.getBuffer(key);
  if (bytes === null) throw new Error(`Nothing is kept under ${key}.`);
  return deserialize(bytes) as Thing;
}

/** A job that a killed worker leaves is done once more; one that fails is tried again. */
const AGAIN = { attempts: 3, removeOnComplete: false } as const;

/** The orders and messages of a plan as text, as a host would store them. */
export function rowsOf(plan: Plan): string {
  return JSON.stringify([[...plan.orders], [...plan.messages]]);
}

/** Puts the parts of a problem into Redis; each job writes the orders and messages of one, and nothing is merged. */
export async function rowJobsOf(
  redis: Redis,
  tenant: string,
  input: PlanningInput,
  parts: number,
): Promise<{ readonly name: string; readonly data: Job }[]> {
  const of = partition(input, { parts });
  for (const [k, part] of of.entries()) await put(redis, `input:${tenant}:${k}`, part.input);
  return of.map((_, k) => ({
    name: `${tenant}, rows of part ${k + 1}`,
    data: { kind: "rows", input: `input:${tenant}:${k}`, rows: `rows:${tenant}:${k}` },
  }));
}

/** Puts the parts of a tenant's problem into Redis; the flow plans each of them, and then merges them. */
export async function flowOf(
  redis: Redis,
  tenant: string,
  input: PlanningInput,
  parts: number,
): Promise<FlowJob & { readonly data: Job }> {
  const of: readonly InputPart[] = partition(input, { parts });
  await put(redis, `input:${tenant}`, input);
  for (const [k, part] of of.entries()) await put(redis, `input:${tenant}:${k}`, part.input);
  const decisions = of.map((_, k) => `decisions:${tenant}:${k}`);
  return {
    name: `${tenant}, merged`,
    queueName: QUEUE,
    data: { kind: "merge", input: `input:${tenant}`, decisions, plan: `plan:${tenant}` },
    opts: AGAIN,
    children: decisions.map((key, k) => ({
      name: `${tenant}, part ${k + 1} of ${of.length}`,
      queueName: QUEUE,
      data: { kind: "part", input: `input:${tenant}:${k}`, decisions: key } satisfies Job,
      opts: AGAIN,
    })),
  };
}
