import { type Ratio, ratioOf, sumOfRatios } from "../../core/index.js";
import { negative } from "../signed-ratio.js";
import type { JobPlace } from "./level-job.js";
import type { LevelState } from "./level-state.js";
import type { CellNumber } from "./load-cells.js";

/** `outside`: something would be worked after the last bucket, or before the first. */
export type Fit = "fits" | "full" | "outside";

/** Other places for some jobs: to see whether they fit, before they are moved. */
export class MoveTrial {
  readonly #state: LevelState;
  readonly #places = new Map<number, JobPlace>();

  constructor(state: LevelState, job: number, place: JobPlace) {
    this.#state = state;
    this.set(job, place);
  }

  /** The jobs that have another place, in the order in which they got it. */
  get jobs(): readonly number[] {
    return [...this.#places.keys()];
  }

  readonly place = (job: number): JobPlace | undefined =>
    this.#places.get(job) ?? this.#state.place(job);

  set(job: number, place: JobPlace): void {
    this.#places.set(job, place);
  }

  /** Whether a cell is loaded less, and every one that is loaded more can do that. */
  fits(relieved: CellNumber): Fit {
    const changes = this.#changes();
    if ((changes.get(Number.NaN)?.num ?? 0n) > 0n) return "outside";
    const { cells } = this.#state;
    for (const [cell, change] of changes) {
      if (change.num > 0n && cells.isOver(cell, [change])) return "full";
    }
    return (changes.get(relieved)?.num ?? 0n) < 0n ? "fits" : "full";
  }

  /** Moves the jobs. */
  apply(): void {
    for (const [cell, change] of this.#changes()) {
      if (!Number.isNaN(cell)) this.#state.cells.add(cell, change);
    }
    for (const [job, place] of this.#places) this.#state.move(job, place);
  }

  /** By cell: how much more is loaded; what lies in no bucket has the cell NaN. */
  #changes(): ReadonlyMap<CellNumber, Ratio> {
    const parts = new Map<CellNumber, Ratio[]>();
    const add = (cell: CellNumber, load: Ratio): void => {
      const known = parts.get(cell);
      if (known === undefined) parts.set(cell, [load]);
      else known.push(load);
    };
    for (const [job, after] of this.#places) {
      const before = this.#state.place(job)!;
      for (const n of after.operations.keys()) {
        if (isSame(before, after, n)) continue;
        for (const { cell, load } of this.#state.loadsOf(job)[n]!) add(cell, negative(load));
        for (const { cell, load } of this.#state.loadsOfOperation(after, n)) add(cell, load);
      }
    }
    return new Map([...parts].map(([cell, loads]) => [cell, total(loads)]));
  }
}

function isSame(before: JobPlace, after: JobPlace, n: number): boolean {
  const [old, now] = [before.dates[n]!, after.dates[n]!];
  const isThere = before.operations[n]!.workCenter === after.operations[n]!.workCenter;
  return isThere && old.start === now.start && old.end === now.end;
}

function total(loads: readonly Ratio[]): Ratio {
  if (loads.length === 1) return loads[0]!;
  const { num, den } = sumOfRatios(loads);
  return ratioOf(num, den);
}
