/**
 * The longest way through the jobs in processor time, on machines of their own, ÷ planning in one piece:
 * what a busy machine cannot tell by the clock. Waiting for Redis and the network is left out.
 */
import { deserialize, serialize } from "node:v8";
import {
  mergePlans,
  type PlanDecisions,
  type PlanningInput,
  partition,
  planDecisions,
  planRequirements,
} from "../../src/index.js";
import { rowsOf } from "./jobs.js";
import { problemOf } from "./tenants.js";

const TIMES = 7;
const WORKERS = [2, 4, 8];

// Code that ran a few times is compiled; what comes first would else seem slow.
for (let n = 0; n < TIMES; n++) measure(2, [2]);

console.log("orders | workers | merged plan ÷ one piece | rows ÷ one piece");
for (const families of [4, 16, 48]) {
  for (const line of measure(families, WORKERS)) console.log(line.join(" | "));
}

function measure(families: number, workers: readonly number[]): (string | number)[][] {
  const input = problemOf({ families, width: 8, levels: 5, demands: 60 });
  const { length } = planRequirements(input).orders;
  const plan = least(() => planRequirements(input));
  const rows = least(() => rowsOf(planRequirements(input)));
  return workers.map((count) => {
    const parted = least(() => sent(input, count));
    const parts = sent(input, count);
    const planned = parts.map((bytes) => least(() => serialize(planDecisions(planOf(bytes)))));
    const decisions = parts.map((bytes) => serialize(planDecisions(planOf(bytes))));
    const merged = least(() =>
      mergePlans(
        input,
        decisions.map((bytes) => deserialize(bytes) as PlanDecisions),
      ),
    );
    const written = parts.map((bytes) => least(() => rowsOf(planOf(bytes))));
    const ways = [
      (parted + Math.max(...planned) + merged) / plan,
      (parted + Math.max(...written)) / rows,
    ];
    return [length, count, ...ways.map((way) => way.toFixed(2))];
  });
}

/** The parts as they are sent. */
function sent(input: PlanningInput, parts: number): Buffer[] {
  return partition(input, { parts }).map((part) => serialize(part.input));
}

function planOf(bytes: Buffer) {
  return planRequirements(deserialize(bytes) as PlanningInput);
}

/** Processor time of one of several times, the least: the others were held up. */
function least(act: () => unknown): number {
  const times = Array.from({ length: TIMES }, () => {
    const begun = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  });
  return Math.min(...times);
}
