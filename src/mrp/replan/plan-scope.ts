import { isPlainObject, PlanningInputError } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import { unknownNames } from "../input/read-fields.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { ChangeIssues } from "./change-issues.js";
import type { PlanRows } from "./plan-rows.js";

/** Items and demands that are planned with everything below them. */
export interface Only {
  readonly items?: readonly string[] | undefined;
  readonly demands?: readonly string[] | undefined;
}

/** Checks the form of what is to be planned. */
export function checkOnly(only: unknown, issues: ChangeIssues): void {
  if (only === undefined) return;
  const path = ["options", "only"];
  if (!isPlainObject(only)) {
    issues.wrongType(path, only, "an object with items, demands or both");
    return;
  }
  const known = ["items", "demands"] as const;
  for (const name of unknownNames(only, known)) issues.unknownField([...path, name], known);
  for (const name of known) {
    const ids: unknown = (only as Only)[name];
    if (ids === undefined) continue;
    if (!Array.isArray(ids)) issues.wrongType([...path, name], ids, "a list of ids");
    else if (!ids.every((id) => typeof id === "string")) {
      issues.wrongType([...path, name], ids, "a list of ids");
    }
  }
}

/** The stocking points of items and demands, and all below them. */
export function scopeOf(model: Model, rows: PlanRows, only: Only): ReadonlySet<number> {
  const { points, problem } = model;
  const scope = new Set<number>();
  const open: number[] = [];
  const enter = (point: number): void => {
    if (scope.has(point)) return;
    scope.add(point);
    open.push(point);
  };
  const issues = new ChangeIssues();
  const items = new Set<number>();
  for (const [k, id] of (only.items ?? []).entries()) {
    const item = problem.itemOf.get(id);
    if (item === undefined) issues.unknownRow(["options", "only", "items", k], "items", id);
    else items.add(item);
  }
  for (let point = 0; items.size > 0 && point < points.count; point++) {
    if (items.has(points.item[point]!)) enter(point);
  }
  const { demands } = problem;
  for (const [k, id] of (only.demands ?? []).entries()) {
    const row = rows.demand(id);
    if (row === undefined) issues.unknownRow(["options", "only", "demands", k], "demands", id);
    else enter(points.find(demands.item[row]!, demands.site[row]!, demands.segment[row]!));
  }
  if (issues.found.length > 0) throw new PlanningInputError(issues.found);
  for (let point = open.pop(); point !== undefined; point = open.pop()) {
    for (const component of rows.lineage.first.below(point)) enter(component);
  }
  return scope;
}

/** Ids that name nothing, where everything is planned. */
export function refuseUnknown({ items, demands }: PlanningInput, only: Only | undefined): void {
  if (only === undefined) return;
  const issues = new ChangeIssues();
  for (const [list, rows] of [
    ["items", items],
    ["demands", demands],
  ] as const) {
    const known = new Set((rows ?? []).map(({ id }) => id));
    for (const [k, id] of (only[list] ?? []).entries()) {
      if (!known.has(id)) issues.unknownRow(["options", "only", list, k], list, id);
    }
  }
  if (issues.found.length > 0) throw new PlanningInputError(issues.found);
}
