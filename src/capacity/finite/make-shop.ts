import { ONE } from "../../core/index.js";
import { withOvertime } from "../../routing/index.js";
import { addHours, efficiencyOf, type Hours, workMinutes } from "./hours.js";
import type { ReadJob } from "./read-job.js";
import type { ReadOperation } from "./read-operation.js";
import type { ReadShop } from "./read-shop.js";
import type { LinkOverlap, LinkRows, MaterialDays, Shop, ShopCenter } from "./shop.js";

const CLOCK = efficiencyOf(ONE);

/** Makes columns of what was read. */
export function makeShop(read: ReadShop): Shop {
  const { jobs } = read;
  const operations = jobs.flatMap((job) => job.operations);
  const firstOperation = starts(jobs, (job) => job.operations.length);
  const jobOf = new Int32Array(operations.length + 2 * jobs.length);
  for (let job = 0; job < jobs.length; job++) {
    jobOf.fill(job, firstOperation[job], firstOperation[job + 1]);
    jobOf.fill(job, operations.length + 2 * job, operations.length + 2 * job + 2);
  }
  const centers = read.workCenters.map((center): ShopCenter => {
    const time = read.overtime ? withOvertime(center.workTime, center.overtime) : center.workTime;
    return { center, time, efficiency: efficiencyOf(center.efficiency) };
  });
  const firstTask = starts(operations, ({ split }) => split);
  const tasks = firstTask[operations.length]!;
  const operationOf = new Int32Array(tasks);
  for (let operation = 0; operation < operations.length; operation++) {
    operationOf.fill(operation, firstTask[operation], firstTask[operation + 1]);
  }
  return {
    start: read.start,
    until: read.end,
    centers,
    toolIds: read.tools.map(({ id }) => id),
    toolUnits: Int32Array.from(read.tools, ({ units }) => Math.min(units, tasks)),
    jobIds: jobs.map(({ id }) => id),
    release: Float64Array.from(jobs, ({ release }) => release),
    due: Float64Array.from(jobs, ({ due }) => due),
    jobRank: Float64Array.from(jobs, ({ rank }) => rank),
    firstOperation,
    operationIds: operations.map(({ id }) => id),
    jobOf,
    days: Int32Array.from(operations, ({ days }) => days),
    dayCalendar: operations.map(({ calendar }) => calendar),
    dayBasis: operations.map(({ basis }) => basis),
    teardown: operations.map(({ teardown }) => teardown),
    ...groupColumns(operations),
    ...toolColumns(operations),
    ...clockColumns(operations, jobOf.length),
    firstTask,
    operationOf,
    ...choiceColumns(operations, centers),
    ...linkColumns(jobs, firstOperation, operations),
  };
}

/** Where the things of each row start when all stand one after the other; one more than rows. */
function starts<Row>(rows: readonly Row[], countOf: (row: Row) => number): Int32Array {
  const start = new Int32Array(rows.length + 1);
  for (const [n, row] of rows.entries()) start[n + 1] = start[n]! + countOf(row);
  return start;
}

function groupColumns(operations: readonly ReadOperation[]): Pick<Shop, "group" | "groupIds"> {
  const numbers = new Map<string, number>();
  const group = Int32Array.from(operations, ({ setupGroup }) => {
    if (setupGroup === undefined) return -1;
    const number = numbers.get(setupGroup) ?? numbers.size;
    numbers.set(setupGroup, number);
    return number;
  });
  return { group, groupIds: [...numbers.keys()] };
}

function toolColumns(operations: readonly ReadOperation[]): Pick<Shop, "toolSet" | "toolSets"> {
  const numbers = new Map([["", 0]]);
  const toolSets: (readonly number[])[] = [[]];
  const toolSet = Int32Array.from(operations, ({ tools }) => {
    if (tools.length === 0) return 0;
    const key = tools.join(" ");
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, toolSets.length);
    return toolSets.push(tools) - 1;
  });
  return { toolSet, toolSets };
}

function clockColumns(
  operations: readonly ReadOperation[],
  nodes: number,
): Pick<Shop, "queue" | "waitMove"> {
  const queue = new Float64Array(nodes);
  const waitMove = new Float64Array(nodes);
  for (const [k, operation] of operations.entries()) {
    queue[k] = workMinutes(operation.queue, 0, 1, CLOCK);
    waitMove[k] = workMinutes(operation.waitMove, 0, 1, CLOCK);
  }
  return { queue, waitMove };
}

type ChoiceColumns = Pick<
  Shop,
  "firstChoice" | "choiceCenter" | "choiceWork" | "choiceSetup" | "choiceRun"
>;

function choiceColumns(
  operations: readonly ReadOperation[],
  centers: readonly ShopCenter[],
): ChoiceColumns {
  const firstChoice = starts(operations, ({ choices }) => choices.length);
  const choiceCenter = new Int32Array(firstChoice[operations.length]!);
  const choiceWork = new Float64Array(choiceCenter.length);
  const choiceSetup: Hours[] = [];
  const choiceRun: Hours[] = [];
  for (const { choices, teardown, split } of operations) {
    for (const { center, setup, run } of choices) {
      const { efficiency } = centers[center]!;
      choiceCenter[choiceSetup.length] = center;
      choiceWork[choiceSetup.length] = workMinutes(
        addHours(setup, teardown),
        run,
        split,
        efficiency,
      );
      choiceSetup.push(setup);
      choiceRun.push(run);
    }
  }
  return { firstChoice, choiceCenter, choiceWork, choiceSetup, choiceRun };
}

type LinkColumns = Pick<
  Shop,
  "linkFrom" | "linkTo" | "overlaps" | "materials" | "linksFrom" | "linksTo"
>;

function linkColumns(
  jobs: readonly ReadJob[],
  firstOperation: Int32Array,
  operations: readonly ReadOperation[],
): LinkColumns {
  const from: number[] = [];
  const to: number[] = [];
  const overlaps = new Map<number, LinkOverlap>();
  const materials = new Map<number, MaterialDays>();
  const jobNumbers = new Map(jobs.map(({ id }, job) => [id, job]));
  const link = (first: number, next: number): number => {
    to.push(next);
    return from.push(first) - 1;
  };
  for (const [job, { before, materials: needs }] of jobs.entries()) {
    const first = firstOperation[job]!;
    const begin = operations.length + 2 * job;
    const isLast = new Uint8Array(before.length).fill(1);
    for (const [k, places] of before.entries()) {
      if (places.length === 0) link(begin, first + k);
      for (const place of places) {
        isLast[place] = 0;
        const number = link(first + place, first + k);
        const overlap = overlapAt(operations[first + place]!, operations[first + k]!);
        if (overlap !== undefined) overlaps.set(number, overlap);
      }
    }
    for (let k = 0; k < isLast.length; k++) if (isLast[k] === 1) link(first + k, begin + 1);
    for (const { job: id, days, calendar, sooner } of needs) {
      const number = link(operations.length + 2 * jobNumbers.get(id)! + 1, begin);
      materials.set(number, { days, calendar, sooner });
    }
  }
  const nodes = operations.length + 2 * jobs.length;
  const [linkFrom, linkTo] = [Int32Array.from(from), Int32Array.from(to)];
  const rows = { linksFrom: linkRows(linkFrom, nodes), linksTo: linkRows(linkTo, nodes) };
  return { linkFrom, linkTo, overlaps, materials, ...rows };
}

function overlapAt(first: ReadOperation, next: ReadOperation): LinkOverlap | undefined {
  if (first.overlap === undefined || first.days >= 0 || next.days >= 0) return undefined;
  const { firstBatch, lastBatch } = first.overlap;
  if (!(lastBatch instanceof Map)) return { firstBatch, lastBatch: lastBatch as Hours };
  const hours = (lastBatch as ReadonlyMap<string, Hours>).get(next.id);
  return hours === undefined ? undefined : { firstBatch, lastBatch: hours };
}

/** Links by one of their nodes, counted and then filled in. */
function linkRows(nodeOf: Int32Array, nodes: number): LinkRows {
  const start = new Int32Array(nodes + 1);
  for (const node of nodeOf) start[node + 1]!++;
  for (let node = 0; node < nodes; node++) start[node + 1]! += start[node]!;
  const next = start.slice(0, nodes);
  const link = new Int32Array(nodeOf.length);
  for (let k = 0; k < nodeOf.length; k++) link[next[nodeOf[k]!]!++] = k;
  return { start, link };
}
