import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { PublishedCase } from "./published-case.js";

/** One subfolder of a folder of cases. */
export interface Area {
  readonly name: string;
  readonly cases: readonly PublishedCase[];
}

/**
 * Reads a folder of cases: one subfolder an area, one JSON file a case.
 *
 * @param folder - its path
 * @returns the areas that hold cases, in order of their names
 * @throws Error when the folder does not exist
 */
export function readAreas(folder: string): Area[] {
  const areas = readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort()
    .map((name) => ({ name, cases: readCases(join(folder, name), name) }));
  return areas.filter(({ cases }) => cases.length > 0);
}

function readCases(folder: string, area: string): PublishedCase[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().map((name) => readCase(join(folder, name), `${area}/${name.slice(0, -5)}`));
}

/** A file that holds no case becomes one that fails, so that the others still run. */
function readCase(path: string, id: string): PublishedCase {
  try {
    const held: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof held !== "object" || held === null) throw new Error("it is no object");
    return { id, input: undefined, expected: undefined, ...held };
  } catch (error) {
    const unreadable = error instanceof Error ? error.message : `${error}`;
    return { id, input: undefined, expected: undefined, unreadable };
  }
}
