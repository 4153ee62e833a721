/**
 * Speed as ratios: `npm run bench` measures all chapters and writes `bench/results.md` and
 * `bench/results.json`; `npm run bench -- limit features` measures these chapters and only prints them, and
 * `--rounds 1` is for a quick look: too few pairs for a verdict.
 *
 * A time alone says something about a machine. A ratio of two times that were taken in turns says something
 * about the library. See verdict.ts for what follows from a ratio.
 */
import { parseArgs } from "node:util";
import { measured } from "./chapter.js";
import { CHAPTERS } from "./chapters/index.js";
import { openHost } from "./host.js";
import { type ChapterFigures, writeResults } from "./results.js";
import { printTable } from "./table.js";
import { judged } from "./verdict.js";

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string" } },
});
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
const unknown = asked.filter((name) => CHAPTERS.every((chapter) => chapter.name !== name));
if (unknown.length > 0) {
  const names = CHAPTERS.map(({ name }) => name).join(", ");
  throw new Error(`There is no chapter ${unknown.join(", ")}; there are ${names}.`);
}
const isWhole = asked.length === 0 && rounds === undefined;

const host = await openHost();
try {
  const results: ChapterFigures[] = [];
  for (const chapter of CHAPTERS) {
    if (asked.length > 0 && !asked.includes(chapter.name)) continue;
    const begin = performance.now();
    const figures = measured(chapter, host, rounds).map(judged);
    const seconds = Math.round((performance.now() - begin) / 1_000);
    printTable(`${chapter.title} (${seconds} s)`, figures);
    results.push({ chapter, figures });
  }
  if (isWhole) writeResults(results);
} finally {
  host.close();
}
