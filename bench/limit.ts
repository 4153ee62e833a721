/**
 * Plans one large problem and prints how long it took: `npm run bench:limit -- FILE.bin`.
 *
 * Reading the file and making rows of it are not timed. The first line gives what else was measured,
 * the last line is the result as JSON.
 *
 * | figure | what it covers |
 * |---|---|
 * | `readMs` | checking item rows, bills and columns, and turning them into numbers; once |
 * | `compileMs` | from the checked problem to the model: levels, order of items, rows by item; the fastest of all rounds |
 * | `compileMsFirst` | the same for the first time, before the machine code is made |
 * | `planMsFirst` | the first sweep, all of its buffers allocated and touched for the first time |
 * | `planMsWarm` | the sweep again in the same buffers; the fastest of all rounds |
 * | `peakRssMb` | the largest resident set of the process up to the last sweep |
 */
import { compile } from "../src/mrp/compile/compile.js";
import { readInput } from "../src/mrp/input/read-input.js";
import { Arena } from "../src/mrp/sweep/arena.js";
import { sweep } from "../src/mrp/sweep/sweep.js";
import { fastest, timed } from "./clock.js";
import { engineOrders, planHash } from "./plan-hash.js";
import { bulkColumns, masterData } from "./planning-input.js";
import { readProblemFile } from "./problem-file.js";

const SIZES: Readonly<Record<number, string>> = {
  1000: "S",
  10000: "M",
  100000: "L",
  1000000: "XL",
};

function main(file: string): void {
  const given = readProblemFile(file);
  const input = masterData(given);
  const columns = bulkColumns(given);

  const read = timed(() => readInput(input, columns));
  const compiled = timed(() => compile(read.result));
  const model = compiled.result;
  const first = timed(() => {
    const arena = new Arena(model);
    sweep(model, arena);
    return arena;
  });
  const arena = first.result;
  const planMsWarm = fastest(() => sweep(model, arena));
  const peakRssMb = process.resourceUsage().maxRSS / 1024;
  const compileMs = Math.min(
    compiled.ms,
    fastest(() => compile(read.result)),
  );

  const items = given.items.decimals.length;
  console.log(JSON.stringify({ readMs: round(read.ms), compileMsFirst: round(compiled.ms) }));
  console.log(
    JSON.stringify({
      size: SIZES[items] ?? `${items} items`,
      orders: arena.orders,
      hash: planHash(engineOrders(model, arena)),
      compileMs: round(compileMs),
      planMsFirst: round(first.ms),
      planMsWarm: round(planMsWarm),
      peakRssMb: Math.round(peakRssMb),
    }),
  );
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("Name a problem file: npm run bench:limit -- FILE.bin");
  process.exitCode = 1;
} else main(file);
