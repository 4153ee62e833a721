// npm run demo              plans the parable of the dinner
// npm run demo -- FILE.json plans any file of the contract; - reads standard input
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  formatPath,
  type PlanningInput,
  type PlanProgress,
  safePlanRequirements,
} from "../../src/index.js";
import { planText } from "../tables/plan-text.js";
import { progressBar } from "../tables/progress-bar.js";
import { plain } from "../tables/table.js";
import { openingText } from "./opening.js";
import { chapterText, openingDays, story } from "./story.js";

/** What the demo prints and how it ends. */
export interface DemoResult {
  readonly text: string;
  readonly mistakes: readonly string[];
  /** 0, or 2 when there are mistakes. */
  readonly exitCode: 0 | 2;
}

/** Plans the text of a file of the contract, and tells how far it has come. */
export function planFile(json: string, onProgress?: (progress: PlanProgress) => void): DemoResult {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (error) {
    return refused([`(input): this is no JSON: ${plain((error as Error).message)}`]);
  }
  const result = safePlanRequirements(input, { onProgress });
  if (!result.ok) {
    return refused(
      result.issues.map(({ path, message, code }) => `${formatPath(path)}: ${message} (${code})`),
    );
  }
  // What could be planned has the form of the contract.
  return { text: planText(input as PlanningInput, result.plan), mistakes: [], exitCode: 0 };
}

function refused(mistakes: readonly string[]): DemoResult {
  return { text: "", mistakes, exitCode: 2 };
}

/** The demo as a whole: the story, or the file that is named. */
export function runDemo(
  file: string | undefined,
  onProgress?: (progress: PlanProgress) => void,
): DemoResult {
  if (file === undefined) {
    const chapters = story().map((chapter, n) => chapterText(chapter, n + 2));
    const text = [openingText(openingDays()), ...chapters].join("\n");
    return { text, mistakes: [], exitCode: 0 };
  }
  let json: string;
  try {
    json = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    return refused([`${file} cannot be read: ${(error as Error).message}`]);
  }
  return planFile(json, onProgress);
}

/** Where somebody looks on, a bar that moves on one line; what is printed next overwrites it. */
function showProgress(progress: PlanProgress): void {
  process.stderr.write(`${progressBar(progress)}\r`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, mistakes, exitCode } = runDemo(
    process.argv[2],
    process.stderr.isTTY ? showProgress : undefined,
  );
  if (text !== "") console.log(text);
  if (mistakes.length > 0) {
    console.error(mistakes.length === 1 ? "1 mistake:" : `${mistakes.length} mistakes:`);
    for (const mistake of mistakes) console.error(`- ${mistake}`);
  }
  process.exitCode = exitCode;
}
