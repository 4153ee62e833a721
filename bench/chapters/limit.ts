import type { Chapter } from "../chapter.js";
import type { Host } from "../host.js";
import { SIZES, type SizeName } from "../sizes.js";
import { slope } from "../statistics.js";
import type { LimitAnswer, LimitPair } from "../tasks/limit.js";
import type { Goal, Series } from "../verdict.js";

/** To read a million rows of items takes most of the time of XL: a process compares so many pairs. */
const PAIRS_OF_XL = 4;

const SWEEP_GOALS: Readonly<Record<SizeName, Goal>> = {
  S: { atMost: 3 },
  M: { atMost: 2.5 },
  L: { atMost: 2.2 },
  XL: { atMost: 2.2 },
};

/** Of how many sweeps of the engine, and rounds of the yardstick, the fastest counts. */
const REPEATS: Readonly<Record<SizeName, { readonly sweeps: number; readonly rounds: number }>> = {
  S: { sweeps: 50, rounds: 200 },
  M: { sweeps: 20, rounds: 30 },
  L: { sweeps: 5, rounds: 8 },
  XL: { sweeps: 2, rounds: 2 },
};

/** What one process found of a size, and one of its pairs. */
interface Found extends LimitPair, Omit<LimitAnswer, "pairs"> {}

let pending: Found[] = [];

function find(host: Host, size: SizeName): Found {
  if (size === "XL" && pending.length > 0) return pending.pop()!;
  const { pairs, ...answer } = host.run("limit", {
    file: host.problem(size),
    yardstick: host.yardstick,
    pairs: size === "XL" ? PAIRS_OF_XL : 1,
    ...REPEATS[size],
    isWhole: size === "L",
  });
  const found = pairs.map((pair) => ({ ...answer, ...pair }));
  if (size === "XL") pending = found.slice(1);
  return found[0]!;
}

/** The yardstick in JavaScript: no library in it can be asked for less. */
function inJavaScript({ problem, run, yardstick }: Host): Series[] {
  const found = yardstick === undefined ? undefined : run("bare", problem("L"), yardstick);
  const told = (name: string, ratio: number | undefined): Series => ({
    name: `the yardstick in JavaScript: ${name}`,
    ratios: ratio === undefined ? [] : [ratio],
  });
  return [
    told("sweep ÷ C, L", found?.sweep),
    told("compile ÷ C, L", found?.compile),
    told("first compile of a process ÷ first of C, L", found?.firstCompile),
  ];
}

/** The engine measured by the yardstick, and by itself in other sizes. */
export const limitChapter: Chapter = {
  name: "limit",
  title: "Near the limit of the machine",
  about:
    "The engine in one thread, all features compiled in, against a program in C that does nothing but the arithmetic of the plan; both make the same plan. The same program in JavaScript tells what of it is the language. Engine and yardstick take turns, each pair in fresh processes; at XL a process of the engine takes four turns.",
  mostRounds: 12,
  measure(host) {
    const names = Object.keys(SIZES) as SizeName[];
    const found = names.map((size) => find(host, size));
    const large = found[names.indexOf("L")]!;
    const against = (name: string, ratio: number | undefined, goal?: Goal): Series => ({
      name,
      ratios: ratio === undefined ? [] : [ratio],
      ...(goal && { goal }),
    });
    const c = large.yardstick;
    const peak = c && large.peakBytes && large.peakBytes / c.peakBytes;
    const xs = found.map(({ requirements }) => Math.log(requirements));
    const exponent = (times: readonly number[]): number => slope(xs, times.map(Math.log));
    const ofC = found.flatMap(({ yardstick }) => yardstick?.warmMs ?? []);
    return [
      ...names.map((size, n) => {
        const { sweepMs, yardstick } = found[n]!;
        const ratio = yardstick && sweepMs / yardstick.warmMs;
        return against(`sweep ÷ C, ${size}`, ratio, SWEEP_GOALS[size]);
      }),
      against("sweep with fresh buffers ÷ C with fresh buffers, L", c && large.freshMs / c.coldMs, {
        atMost: 2.2,
      }),
      against("compile ÷ C, L", c && large.compileMs / c.compileMs, { atMost: 2 }),
      against(
        "first compile of a process ÷ first of C, L",
        c && large.compileFirstMs / c.compileFirstMs,
        { atMost: 3 },
      ),
      against("largest resident size, demands as columns ÷ C, L", peak, { atMost: 3 }),
      against("first sweep of a process ÷ sweep, L", large.sweepFirstMs / large.sweepMs),
      against("compile ÷ sweep, L", large.compileMs / large.sweepMs),
      against(
        "exponent of time in requirements, S to XL",
        exponent(found.map(({ sweepMs }) => sweepMs)),
        { atMost: 1.1 },
      ),
      against("the same of C", ofC.length === found.length ? exponent(ofC) : undefined),
      ...inJavaScript(host),
    ];
  },
};
