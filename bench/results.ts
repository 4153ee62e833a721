import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { Chapter } from "./chapter.js";
import { cells, HEADS } from "./table.js";
import type { Figure } from "./verdict.js";

/** What came out of a chapter. */
export interface ChapterFigures {
  readonly chapter: Chapter;
  readonly figures: readonly Figure[];
}

/** On what it was measured. */
interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  /** For which memory the system uses large pages, where it says so: it decides what new memory costs. */
  readonly largePages: string | undefined;
  readonly date: string;
}

const LARGE_PAGES = "/sys/kernel/mm/transparent_hugepage/enabled";

/** Writes the results of a whole run beside this file, as a page and as JSON. */
export function writeResults(results: readonly ChapterFigures[]): void {
  const machine: Machine = {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    node: process.version,
    largePages: largePages(),
    date: new Date().toISOString().slice(0, 10),
  };
  const chapters = results.map(({ chapter: { name, title }, figures }) => ({
    name,
    title,
    figures,
  }));
  write("results.md", page(machine, results));
  write("results.json", `${JSON.stringify({ machine, chapters }, null, 2)}\n`);
}

/** The choice that stands in brackets among all: `always [madvise] never`. */
function largePages(): string | undefined {
  return existsSync(LARGE_PAGES)
    ? /\[(\w+)\]/.exec(readFileSync(LARGE_PAGES, "utf8"))?.[1]
    : undefined;
}

function write(name: string, text: string): void {
  writeFileSync(fileURLToPath(new URL(name, import.meta.url)), text);
}

function page(machine: Machine, results: readonly ChapterFigures[]): string {
  return `# Speed as ratios

Written by \`npm run bench\` on ${machine.date}: ${machine.cores} cores, ${machine.processor}, Node ${machine.node}, transparent large pages: ${machine.largePages ?? "unknown"}.

Each figure is the median of the ratios of pairs that were measured in turns, eleven pairs at least; the interval is that of 90 % by the bootstrap. A goal is \`missed\` only when the whole interval lies beyond it, and \`met\` when the median keeps it. A figure whose interval is wider than a tenth of the median is no pass: it is \`not measurable\` unless it is missed. \`open\`: the median does not keep the goal, but some of the interval does. What is only counted is counted once. L has 100,000 items, 500,000 demands and some million orders; S, M and XL have 1,000, 10,000 and 1,000,000 items.

Left out: times alone, since they say more of a machine than of the library; in all figures what a host does before and after, such as reading a file and making rows of it; and in those of sweep, compile, features and threads to check the rows of items and bills, which takes longer than all of these together and is in every figure that begins with rows. The problems have one site and neither sources, routings nor open production where no feature is named. The largest resident size counts the rows of the host, and Node itself, too.

${results.map(section).join("\n")}`;
}

function section({ chapter, figures }: ChapterFigures): string {
  const row = (values: readonly string[]): string => `| ${values.join(" | ")} |`;
  const lines = [row(HEADS), row(HEADS.map(() => "---")), ...figures.map((one) => row(cells(one)))];
  return `## ${chapter.title}
${chapter.about}

${lines.join("\n")}
`;
}
