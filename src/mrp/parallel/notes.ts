/** What a thread has to tell of its share, besides what stands in the shared memory: plain data to be posted. */
export interface PlanningNotes {
  /** By stocking point: what is to be said of it. */
  readonly events: readonly (readonly [number, readonly object[]])[];
  /** By row of a supply: the quantity with which it counts. */
  readonly resized: readonly (readonly [number, number])[];
}

/** How many things notes tell; NaN for what are none. */
export function countOf(notes: unknown): number {
  if (!Array.isArray(notes)) return Number.NaN;
  let count = 0;
  for (const note of notes as (Partial<PlanningNotes> | null)[]) {
    count += (note?.events?.length ?? Number.NaN) + (note?.resized?.length ?? Number.NaN);
  }
  return count;
}
