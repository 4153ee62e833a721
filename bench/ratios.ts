/**
 * Speed as ratios in one run, without outside files: `npm run bench`.
 *
 * A time alone says something about a machine. A ratio of two times of one run says something about
 * the library: each line compares it with the reference planner or with itself. Every time is the
 * smallest of several runs, so that what else the machine does counts as little as it can; on a busy
 * machine, run it again.
 */
import { compile } from "../src/mrp/compile/compile.js";
import type { Model } from "../src/mrp/compile/model.js";
import { type PlanningInput, planRequirements } from "../src/mrp/index.js";
import type { Problem } from "../src/mrp/input/problem.js";
import { readInput } from "../src/mrp/input/read-input.js";
import { planColumns } from "../src/mrp/plan/plan-columns.js";
import { Arena } from "../src/mrp/sweep/arena.js";
import { sweep } from "../src/mrp/sweep/sweep.js";
import { referencePlan } from "../test/reference/index.js";
import { fastest, timed } from "./clock.js";
import { finiteLoadingRatios } from "./finite-loading.js";
import { generateProblem } from "./generate.js";
import { lotSizing } from "./lot-sizing.js";
import { money } from "./money.js";
import {
  bulkColumns,
  bulkRows,
  itemId,
  masterData,
  planningRows,
  START_DATE,
  START_DAY,
} from "./planning-input.js";
import type { BenchProblem } from "./problem.js";
import { promises } from "./promises.js";
import { replanning } from "./replanning.js";
import { countRequirements } from "./requirements.js";
import { printTable, type Ratio } from "./table.js";
import { VARIANTS } from "./variants.js";

type ReferenceInput = Parameters<typeof referencePlan>[0];

const SEED = 20_260_101;
const LARGE = 100_000;

/** A problem in the buffers of a sweep, and the time of the sweep. */
interface Swept {
  readonly model: Model;
  readonly arena: Arena;
  readonly requirements: number;
  /** The sweep in buffers that were used before. */
  readonly ms: number;
  /** The first sweep, its buffers made and touched for the first time. */
  readonly firstMs: number;
  /** From the checked problem to the model. */
  readonly compileMs: number;
}

function swept(problem: Problem): Swept {
  const model = compile(problem);
  const compileMs = fastest(() => compile(problem), 5);
  const arena = new Arena(model);
  const first = timed(() => sweep(model, arena));
  const ms = fastest(() => sweep(model, arena));
  const requirements = countRequirements(model, arena);
  return { model, arena, requirements, ms, firstMs: first.ms, compileMs };
}

/**
 * Both plan the same rows and hold every order in the end. The engine checks the rows, which the
 * reference does not; the reference makes an object of each order, which the engine does when one is
 * read, so that is measured apart. Messages and records are left out.
 */
function againstReference(): Ratio[] {
  const input = planningRows(generateProblem(10_000, 7, SEED));
  // The engine first: what the reference leaves behind would be garbage to collect in its time.
  const asColumns = fastest(() => planRequirements(input).columns);
  const asPlan = fastest(() => planRequirements(input));
  const asObjects = fastest(() => Array.from(planRequirements(input).orders), 3);
  const reference = timed(() => referencePlan(input as ReferenceInput));
  const orders = reference.result.orders.length;
  if (orders !== planRequirements(input).orders.length) throw new Error("The plans differ.");
  const from = "reference planner ÷ engine, from rows to";
  return [
    {
      name: `${from} a plan of ${grouped(orders)} orders`,
      measured: reference.ms / asPlan,
      atLeast: 100,
    },
    { name: `${from} all of them as columns`, measured: reference.ms / asColumns },
    { name: `${from} all of them as objects`, measured: reference.ms / asObjects },
  ];
}

/** What it costs to hand rows over and to take orders back, measured by the sweep. */
function aroundTheSweep(): Ratio[] {
  const given = generateProblem(LARGE, 7, SEED);
  const plan = swept(readInput(masterData(given), bulkColumns(given)));
  const orders = { model: plan.model, orders: plan.arena, given: () => plan.model.problem };
  const rows = grouped(given.demands.item.length);
  return [
    { name: `${rows} demand rows in ÷ sweep`, measured: rowsInMs(given) / plan.ms, atMost: 1 },
    {
      name: "the same demands as columns in ÷ sweep",
      measured: columnsInMs(given) / plan.ms,
      atMost: 0.05,
    },
    { name: "compile ÷ sweep", measured: plan.compileMs / plan.ms },
    { name: "first sweep ÷ sweep", measured: plan.firstMs / plan.ms },
    {
      name: "all orders out as columns ÷ sweep",
      measured: fastest(() => planColumns(orders), 3) / plan.ms,
    },
  ];
}

/** What 500,000 demand rows add to reading an input of bare items. */
function rowsInMs(given: BenchProblem): number {
  const items = masterData(given).items!.map(({ id, decimals }) => ({ id, decimals }));
  const bare = { startDate: START_DATE, items };
  const { demands } = bulkRows(given);
  const bareMs = fastest(() => readInput(bare), 3);
  return fastest(() => readInput({ ...bare, demands }), 3) - bareMs;
}

/** What the same demands as columns add; a thousand items, so that reading these is next to nothing. */
function columnsInMs({ demands }: BenchProblem): number {
  const items = Array.from({ length: 1_000 }, (_, item) => ({ id: itemId(item), decimals: 0 }));
  const bare = { startDate: START_DATE, items };
  const columns = {
    item: demands.item.map((item) => item % items.length),
    day: demands.due.map((due) => due + START_DAY),
    quantity: demands.quantity,
  };
  const bareMs = fastest(() => readInput(bare));
  return fastest(() => readInput(bare, { demands: columns })) - bareMs;
}

/** Reading every order of a plan as an object, with exact decimals and dates as text. */
function ordersOut(): Ratio[] {
  const input = planningRows(generateProblem(3_000, 5, SEED));
  const { ms } = swept(readInput(input));
  const plan = planRequirements(input);
  const reading = fastest(() => Array.from(plan.orders), 3);
  return [{ name: "all orders out as objects ÷ sweep", measured: reading / ms }];
}

/** What a requirement costs beside one of the plain problem. */
function generalPath(): Ratio[] {
  const plain = planningRows(generateProblem(1_000, 3, SEED));
  const perRequirement = (input: PlanningInput): number => {
    const { ms, requirements } = swept(readInput(input));
    return ms / requirements;
  };
  const least = perRequirement(plain);
  return VARIANTS.map(({ name, change }) => ({
    name: `with ${name} ÷ plain`,
    measured: perRequirement(change(plain)) / least,
  }));
}

/** The exponent of time in requirements: the slope of a line through sizes on two log scales. */
function growth(): Ratio[] {
  const sizes = [1_000, 3_000, 10_000, 30_000, LARGE].map((items) => {
    const given = generateProblem(items, 5, SEED);
    return swept(readInput(masterData(given), bulkColumns(given)));
  });
  const requirements = sizes.map((size) => Math.log(size.requirements));
  const slopeOf = (times: readonly number[]): number => slope(requirements, times.map(Math.log));
  return [
    {
      name: `sweep, 1,000 to ${grouped(LARGE)} items`,
      measured: slopeOf(sizes.map(({ ms }) => ms)),
      atMost: 1.1,
    },
    {
      name: `compile, 1,000 to ${grouped(LARGE)} items`,
      measured: slopeOf(sizes.map(({ compileMs }) => compileMs)),
      atMost: 1.2,
    },
  ];
}

/** The slope of the line of least squares. */
function slope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const covariance = x.reduce((sum, value, k) => sum + (value - meanX) * (y[k]! - meanY), 0);
  return covariance / x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
}

/** 36,476 for 36476. */
function grouped(count: number): string {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, ",");
}

printTable("Against the reference planner", againstReference());
printTable("In and out, measured by the sweep", [...aroundTheSweep(), ...ordersOut()]);
printTable("One requirement with a feature, measured by one without", generalPath());
printTable("Exponent of time in requirements", growth());
printTable("Lot sizing", lotSizing());
printTable("Finite loading", finiteLoadingRatios());
printTable("Changes and pegs, measured by a full run", replanning(SEED));
printTable("Promises against a large plan, measured by a full run", promises(SEED));
printTable("Views in money of a large plan, measured by a full run", money(SEED));
