import { addMistake, type Issue, showValue } from "../../core/index.js";
import { circleAmong } from "./circle.js";
import type { LoadingDirection } from "./finite-loading-input.js";
import type { ReadJob } from "./read-job.js";
import { noteUnknown } from "./row-fields.js";

/**
 * Notes what jobs that are sound by themselves say wrongly of one another, and jobs that are to be
 * scheduled backward from nothing.
 */
export function noteMaterials(
  jobs: readonly ReadJob[],
  direction: LoadingDirection,
  hasEnd: boolean,
  issues: Issue[],
): void {
  const places = new Map(jobs.map(({ id }, n) => [id, n]));
  const isNeeded = new Uint8Array(jobs.length);
  const needs = jobs.map(({ materials }, n) => {
    const found: number[] = [];
    for (const [k, { job }] of materials.entries()) {
      const other = places.get(job);
      if (other === undefined) {
        noteUnknown(job, ["jobs", n, "materials", k, "job"], "job", issues);
      } else {
        found.push(other);
        isNeeded[other] = 1;
      }
    }
    return found;
  });
  const circle = circleAmong(jobs.length, (n) => needs[n]!);
  if (circle !== undefined) {
    const ids = [...circle, circle[0]!].map((n) => jobs[n]!.id);
    const message = `Jobs need their own output: ${ids.map(showValue).join(", ")}. Break the circle.`;
    const path = ["jobs", circle[0]!, "materials"];
    addMistake({ path, issues }, "contradiction", message, { circle: ids });
  }
  if (direction !== "backward" || hasEnd) return;
  for (const [n, { due }] of jobs.entries()) {
    if (due < Number.POSITIVE_INFINITY || isNeeded[n] === 1) continue;
    const message = "To be scheduled backward a job needs a due date. Give one, or an end for all.";
    addMistake({ path: ["jobs", n, "due"], issues }, "missingField", message);
  }
}
