// Runs a folder of published cases, one subfolder an area: `npm run cases -- DIR`.
// Prints how many of each area pass and why the others do not. Exits 1 when a case fails, and 2 when
// there is nothing to run.
import { statSync } from "node:fs";
import { type Area, readAreas } from "../test/published/adapters/read-cases.js";

/** Runs an area, prints its line and its failures, and returns how many failed. */
async function runArea(area: Area): Promise<number> {
  // Only now: without a case to run nothing of the library is loaded.
  const { runCase } = await import("../test/published/adapters/index.js");
  let [passed, notYet] = [0, 0];
  const failures: string[] = [];
  for (const published of area.cases) {
    const verdict = runCase(area.name, published);
    if (verdict.outcome === "passed") passed += 1;
    else if (verdict.outcome === "notYet") notYet += 1;
    else failures.push([`  ${published.id}`, ...verdict.reasons].join("\n    "));
  }
  const later = notYet > 0 ? `, ${notYet} not yet` : "";
  console.log(`${area.name}: ${passed}/${area.cases.length}${later}`);
  for (const failure of failures) console.log(failure);
  return failures.length;
}

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    console.error("Usage: npm run cases -- DIR, a folder with one subfolder of cases an area.");
    return 2;
  }
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`There is no folder ${folder}.`);
    return 2;
  }
  const areas = readAreas(folder);
  if (areas.length === 0) {
    console.error(`${folder} holds no cases: it has no subfolder with a JSON file in it.`);
    return 2;
  }
  let failed = 0;
  for (const area of areas) failed += await runArea(area);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2]);
