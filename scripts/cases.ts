// Runs a folder of published cases, one subfolder an area: `npm run cases -- DIR`.
// Prints how many of each area pass and why the others do not; exits 1 on a failure.
import { runCase } from "../test/published/adapters/index.js";
import { type Area, readAreas } from "../test/published/adapters/read-cases.js";

/** Runs an area, prints its line and its failures, and returns how many failed. */
function runArea(area: Area): number {
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

function main(folder: string | undefined): number {
  if (folder === undefined) {
    console.error("Usage: npm run cases -- DIR, a folder with one subfolder of cases an area.");
    return 1;
  }
  try {
    const areas = readAreas(folder);
    if (areas.length === 0) {
      console.error(`${folder} holds no cases.`);
      return 1;
    }
    const failed = areas.reduce((sum, area) => sum + runArea(area), 0);
    return failed === 0 ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

process.exitCode = main(process.argv[2]);
