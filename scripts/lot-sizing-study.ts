// How much each lot-sizing rule costs above the optimum, over random problems from one seed:
// `npx tsx scripts/lot-sizing-study.ts`. Prints the table and the chart of docs/lot-sizing.md; a test
// checks that the page shows what comes out.
import { pathToFileURL } from "node:url";
import { type Draws, drawsFrom } from "../bench/random.js";
import {
  economicLot,
  LOOK_AHEAD_RULES,
  type LookAheadRule,
  type LotFigures,
  lotCosts,
} from "../src/inventory/index.js";

/** One random problem: whole units and amounts. */
interface StudyProblem {
  readonly pattern: Pattern;
  readonly needs: readonly number[];
  readonly setup: number;
  readonly holding: number;
}

const SEED = 20_260_131;
const PATTERNS = ["level", "variable", "lumpy", "seasonal"] as const;
type Pattern = (typeof PATTERNS)[number];

/** A year of twelve periods, in percent of its mean. */
const SEASON = [100, 140, 169, 180, 169, 140, 100, 60, 31, 20, 31, 60];

/** A problem of 24 to 52 periods whose economic lot lasts one to eight of them on average. */
function problemOf(draws: Draws): StudyProblem {
  const pattern = draws.one(PATTERNS);
  const periods = draws.whole(24, 52);
  const needs = Array.from({ length: periods }, (_, period) => needOf(pattern, period, draws));
  needs[0] = Math.max(1, needs[0]!);
  const mean = needs.reduce((a, b) => a + b, 0) / periods;
  const holding = draws.whole(1, 5);
  const lasts = draws.whole(10, 80) / 10;
  return { pattern, needs, holding, setup: Math.round((holding * mean * lasts ** 2) / 2) };
}

function needOf(pattern: Pattern, period: number, draws: Draws): number {
  switch (pattern) {
    case "level":
      return draws.whole(80, 120);
    case "variable":
      return draws.whole(0, 200);
    case "lumpy":
      return draws.chance(0.6) ? 0 : draws.whole(1, 500);
    case "seasonal":
      return Math.round((draws.whole(70, 130) * SEASON[period % SEASON.length]!) / 100);
  }
}

/** Covers what a lot of one size covers, and more when a need is larger. */
type Sizer = (needs: readonly number[], from: number) => number;

interface Contender {
  readonly name: string;
  readonly sizer: (problem: StudyProblem, figures: LotFigures) => Sizer;
}

const ratio = (amount: number) => ({ num: BigInt(amount), den: 1n });

function lookAhead(rule: LookAheadRule, more: Partial<LotFigures> = {}): Contender["sizer"] {
  return (_, figures) => (needs, from) => {
    const to = from + rule(needs, from, needs.length, { ...figures, ...more });
    return needs.slice(from, to).reduce((a, b) => a + b, 0);
  };
}

function economicCount({ needs, setup, holding }: StudyProblem): number {
  const demand = { num: BigInt(needs.reduce((a, b) => a + b, 0)), den: BigInt(needs.length) };
  return Number(economicLot({ setup: ratio(setup), holding: ratio(holding), demand }));
}

const CONTENDERS: readonly Contender[] = [
  { name: "`wagnerWhitin`", sizer: lookAhead(LOOK_AHEAD_RULES.wagnerWhitin) },
  { name: "`silverMeal`", sizer: lookAhead(LOOK_AHEAD_RULES.silverMeal) },
  { name: "`groff`", sizer: lookAhead(LOOK_AHEAD_RULES.groff) },
  {
    name: "`incrementalOrderQuantity`",
    sizer: lookAhead(LOOK_AHEAD_RULES.incrementalOrderQuantity),
  },
  { name: "`partPeriodBalancing`", sizer: lookAhead(LOOK_AHEAD_RULES.partPeriodBalancing) },
  {
    name: "`partPeriodBalancing` with `lookAhead`",
    sizer: lookAhead(LOOK_AHEAD_RULES.partPeriodBalancing, { lookAhead: true }),
  },
  {
    name: "`partPeriodBalancing` with `lookBack`",
    sizer: lookAhead(LOOK_AHEAD_RULES.partPeriodBalancing, { lookBack: true }),
  },
  { name: "`leastTotalCost`", sizer: lookAhead(LOOK_AHEAD_RULES.leastTotalCost) },
  { name: "`leastUnitCost`", sizer: lookAhead(LOOK_AHEAD_RULES.leastUnitCost) },
  {
    name: "`periodOrderQuantity`",
    sizer: (problem, figures) => {
      const mean = problem.needs.reduce((a, b) => a + b, 0) / problem.needs.length;
      const periods = Math.max(1, Math.round(economicCount(problem) / mean));
      return lookAhead(LOOK_AHEAD_RULES.periodOrderQuantity, { periods })(problem, figures);
    },
  },
  {
    name: "`economicOrderQuantity`",
    sizer: (problem) => {
      const lot = economicCount(problem);
      return (needs, from) => Math.ceil(needs[from]! / lot) * lot;
    },
  },
  { name: "`lotForLot`", sizer: lookAhead(LOOK_AHEAD_RULES.lotForLot) },
];

/** What a rule's plan costs; what it brings too much goes to the needs that follow. */
function costOf({ needs, setup, holding }: StudyProblem, sizer: Sizer): number {
  const open = [...needs];
  let [orders, stock, held] = [0, 0, 0];
  for (const [period, need] of needs.entries()) {
    if (open[period]! > 0) {
      const lot = sizer(open, period);
      orders += 1;
      stock += lot;
      for (let left = lot, k = period; left > 0 && k < open.length; k++) {
        const covered = Math.min(left, open[k]!);
        open[k]! -= covered;
        left -= covered;
      }
    }
    stock -= need;
    held += stock;
  }
  return orders * setup + held * holding;
}

/** One line of the study. */
export interface StudyLine {
  readonly name: string;
  /** Mean excess over the optimum, in percent. */
  readonly mean: number;
  /** The same by pattern of needs. */
  readonly byPattern: Readonly<Record<Pattern, number>>;
  /** The largest excess, in percent. */
  readonly worst: number;
  /** In how many of a hundred problems the rule finds the optimum. */
  readonly optimal: number;
}

/** Runs all rules over so many problems. */
export function study(problems: number): StudyLine[] {
  const draws = drawsFrom(SEED);
  const drawn = Array.from({ length: problems }, () => problemOf(draws));
  const figures = drawn.map(
    ({ setup, holding }): LotFigures => ({
      costs: lotCosts(ratio(setup), ratio(holding)),
    }),
  );
  const costs = CONTENDERS.map(({ sizer }) =>
    drawn.map((problem, n) => costOf(problem, sizer(problem, figures[n]!))),
  );
  return CONTENDERS.map(({ name }, rule) => {
    const excess = costs[rule]!.map((cost, n) => 100 * (cost / costs[0]![n]! - 1));
    const meanOf = (pattern?: Pattern): number => {
      const some = excess.filter((_, n) => !pattern || drawn[n]!.pattern === pattern);
      return some.reduce((a, b) => a + b, 0) / some.length;
    };
    return {
      name,
      mean: meanOf(),
      byPattern: {
        level: meanOf("level"),
        variable: meanOf("variable"),
        lumpy: meanOf("lumpy"),
        seasonal: meanOf("seasonal"),
      },
      worst: excess.reduce((a, b) => Math.max(a, b)),
      optimal: (100 * costs[rule]!.filter((cost, n) => cost === costs[0]![n]).length) / problems,
    };
  });
}

/** The study as a Markdown table. */
export function studyTable(lines: readonly StudyLine[]): string {
  const head = ["rule", "mean", ...PATTERNS, "worst", "optimal in"];
  const rows = lines.map(({ name, mean, byPattern, worst, optimal }) => [
    name,
    ...[mean, ...PATTERNS.map((pattern) => byPattern[pattern]), worst].map(
      (n) => `${n.toFixed(1)} %`,
    ),
    `${optimal.toFixed(0)} %`,
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = `|${"---|".repeat(head.length)}`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** The mean excess as a Mermaid chart, of all rules that weigh costs. */
export function studyChart(lines: readonly StudyLine[]): string {
  const shown = lines.slice(1, -1);
  const names = shown.map(
    ({ name }) => `"${name.replaceAll("`", "").replace("partPeriodBalancing with", "… with")}"`,
  );
  return [
    "xychart-beta horizontal",
    '  title "Mean excess cost over the optimum, in percent"',
    `  x-axis [${names.join(", ")}]`,
    `  y-axis "percent" 0 --> ${Math.ceil(Math.max(...shown.map(({ mean }) => mean)))}`,
    `  bar [${shown.map(({ mean }) => mean.toFixed(1)).join(", ")}]`,
  ].join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lines = study(Number(process.argv[2] ?? 10_000));
  console.log(`${studyTable(lines)}\n\n${studyChart(lines)}`);
}
