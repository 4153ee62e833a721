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
 * @throws Error when the folder does not exist, or a file holds no JSON
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
  return files.sort().map((name) => {
    const path = join(folder, name);
    try {
      const published = JSON.parse(readFileSync(path, "utf8")) as PublishedCase;
      return { ...published, id: published.id ?? `${area}/${name.slice(0, -".json".length)}` };
    } catch (error) {
      throw new Error(`${path} holds no case: ${error instanceof Error ? error.message : error}`);
    }
  });
}
