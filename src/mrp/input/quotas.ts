import type { PlanningRow } from "../schema/planning-input.js";
import { PARAMETER, readAmount, readRatio } from "./amounts.js";
import type { Context } from "./context.js";
import { grouped } from "./grouped.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import type { Item, Quota } from "./problem.js";
import type { ReadSource } from "./twin-sources.js";

type SourceRow = PlanningRow<"sources">;

/** K43: the quota of a source; `undefined` without a share. */
export function readQuota(
  context: Context,
  item: Item,
  row: SourceRow,
  path: Path,
): Quota | undefined {
  const { issues } = context;
  const minimumSplit = readMinimumSplit(context, item, row, path);
  const base =
    row.quotaBase === undefined
      ? 0
      : readAmount(context, item, row.quotaBase, path, PARAMETER, "quotaBase");
  if (row.share !== undefined) {
    const share = readRatio(context, row.share, path, false, "share");
    if (row.onlyFromStock) {
      const message = `The share (${show(row.share)}) of this source of item ${show(row.item)} contradicts onlyFromStock: what the other site has free is no quota. Leave one of them out.`;
      issues.add("contradiction", [...path, "share"], message);
    }
    return { share, base, minimumSplit };
  }
  for (const field of ["quotaBase", "minimumSplit"] as const) {
    if (row[field] === undefined || issues.isInDoubt([...path, "share"])) continue;
    const message = `The ${field} (${show(row[field])}) of this source of item ${show(row.item)} belongs to a quota, and the source has no share. Give it one, or leave the ${field} out.`;
    issues.add("contradiction", [...path, field], message);
  }
  return undefined;
}

function readMinimumSplit(context: Context, item: Item, row: SourceRow, path: Path): number {
  const { minimumSplit } = row;
  if (minimumSplit === undefined) return Number.POSITIVE_INFINITY;
  const said = context.issues.found.length;
  const count = readAmount(context, item, minimumSplit, path, PARAMETER, "minimumSplit");
  if (count === 0 && context.issues.found.length === said) {
    const message = `The minimumSplit (${show(minimumSplit)}) of this source of item ${show(row.item)} must be more than 0.`;
    const figures = { value: minimumSplit };
    context.issues.add("outOfRange", [...path, "minimumSplit"], message, figures);
  }
  return count;
}

/** K43: of the sources of a rank either all have a share or none. */
export function refusePartialQuotas(context: Context, sources: readonly ReadSource[]): void {
  if (sources.every(({ quota }) => quota === undefined)) return;
  const keyOf = ({ item, site, rank }: ReadSource): string => JSON.stringify([item, site, rank]);
  for (const group of grouped(sources, keyOf).values()) {
    const sharing = group.find(({ quota }) => quota !== undefined);
    if (sharing === undefined) continue;
    // What says rank and share may have a wrong form.
    if (group.some(({ row }) => context.issues.isInDoubt(["sources", row]))) continue;
    for (const { row, quota } of group) {
      if (quota !== undefined) continue;
      const { item } = context.input.sources![row]!;
      const message = `This source of item ${show(item)} has no share, but sources[${sharing.row}] of the same rank has one. Give it a share, or another rank.`;
      context.issues.add("contradiction", ["sources", row, "share"], message, { item });
    }
  }
}
