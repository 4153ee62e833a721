import type * as z from "zod";
import { crmRecordsSchema } from "../schema/crm-records.js";
import type { CrmIssue } from "./issue.js";
import { definitionOf } from "./plain-copy.js";

/**
 * Puts issues in the order of the data: by list, row and field as the contract names them; what it
 * does not name comes last. Issues of one field keep their order.
 */
export function inOrderOfData(issues: readonly CrmIssue[]): readonly CrmIssue[] {
  return issues
    .map((issue) => ({ issue, ranks: ranksOf(issue.path) }))
    .sort((a, b) => compareRanks(a.ranks, b.ranks))
    .map(({ issue }) => issue);
}

/** The place of each step of a path among its neighbours. */
function ranksOf(path: CrmIssue["path"]): number[] {
  let schema: z.core.$ZodType | undefined = crmRecordsSchema;
  return path.map((key) => {
    const definition: ReturnType<typeof definitionOf> | undefined = schema && definitionOf(schema);
    if (typeof key === "number") {
      schema = definition?.element;
      return key;
    }
    const names = Object.keys(definition?.shape ?? {});
    schema =
      definition?.shape !== undefined && names.includes(key) ? definition.shape[key] : undefined;
    const place = names.indexOf(key);
    return place < 0 ? names.length : place;
  });
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let n = 0; n < a.length && n < b.length; n++) {
    if (a[n] !== b[n]) return a[n]! - b[n]!;
  }
  return a.length - b.length;
}
