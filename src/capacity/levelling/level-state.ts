import { addWorkingDays, MINUTES_A_DAY, type Minute, type Ratio } from "../../core/index.js";
import type { WorkCenter } from "../../routing/index.js";
import type { LoadBuckets } from "../requirements/load-buckets.js";
import type { JobPlace, LevelJob } from "./level-job.js";
import { type CellNumber, LoadCells } from "./load-cells.js";
import { type BucketLoad, loadShares } from "./load-shares.js";
import type { JobWait, LevelJobs } from "./read-jobs.js";

/** An operation of a job, by its place in `JobPlace.operations`. */
export interface JobOperation {
  readonly job: number;
  readonly operation: number;
}

/** A work centre's load in a bucket, as a part of a job. */
export interface CellLoad {
  readonly cell: CellNumber;
  readonly load: Ratio;
}

/** The jobs at their places, and what is loaded by them. */
export class LevelState {
  readonly of: LevelJobs;
  readonly cells: LoadCells;
  /** Cells that are overloaded at first, by time, then id of the work centre. */
  readonly overloaded: readonly CellNumber[];
  readonly #places: (JobPlace | undefined)[];
  /** By job, then operation: what it loads where it stands, once somebody asked. */
  readonly #loads: (readonly (readonly CellLoad[])[] | undefined)[] = [];
  /** The same by cell, for work that lies in very many. */
  readonly #loadsIn: (readonly ReadonlyMap<CellNumber, Ratio>[] | undefined)[] = [];
  readonly #centers: ReadonlyMap<WorkCenter, number>;
  /** By overloaded cell: the operations that load it, or did so once. */
  readonly #loading = new Map<CellNumber, Map<number, JobOperation>>();

  constructor(of: LevelJobs, centers: readonly WorkCenter[], buckets: LoadBuckets) {
    this.of = of;
    this.#places = [...of.places];
    this.#centers = new Map(centers.map((center, place) => [center, place]));
    this.cells = new LoadCells(centers, buckets);
    for (const job of of.jobs.keys()) {
      for (const { cell, load } of this.loadsOf(job).flat()) {
        if (!Number.isNaN(cell)) this.cells.add(cell, load);
      }
    }
    const byId = (cell: CellNumber): string => this.cells.center(cell).id;
    this.overloaded = this.cells.overloaded().sort((a, b) => {
      const time = this.cells.bucket(a) - this.cells.bucket(b);
      return time !== 0 ? time : byId(a) < byId(b) ? -1 : 1;
    });
    for (const cell of this.overloaded) this.#loading.set(cell, new Map());
    for (const job of of.jobs.keys()) this.#note(job);
  }

  job(job: number): LevelJob {
    return this.of.jobs[job]!;
  }

  place(job: number): JobPlace | undefined {
    return this.#places[job];
  }

  /** The operations that load an overloaded cell. */
  loading(cell: CellNumber): JobOperation[] {
    const all = [...(this.#loading.get(cell)?.values() ?? [])];
    return all.filter((one) => this.loadIn(one, cell) !== undefined);
  }

  /** The load of an operation in a cell; `undefined` for none. */
  loadIn({ job, operation }: JobOperation, cell: CellNumber): Ratio | undefined {
    this.#loadsIn[job] ??= this.loadsOf(job).map(
      (loads) => new Map(loads.map((own) => [own.cell, own.load])),
    );
    return this.#loadsIn[job][operation]!.get(cell);
  }

  /** What the operations of a job load where it stands. */
  loadsOf(job: number): readonly (readonly CellLoad[])[] {
    const known = this.#loads[job];
    if (known !== undefined) return known;
    const place = this.#places[job];
    const loads = (place?.operations ?? []).map((_, n) => this.loadsOfOperation(place!, n));
    this.#loads[job] = loads;
    return loads;
  }

  /** What an operation loads; what lies in no bucket has the cell NaN. */
  loadsOfOperation({ operations, dates }: JobPlace, n: number): readonly CellLoad[] {
    const operation = operations[n]!;
    const shares = loadShares(operation, dates[n]!, this.cells.buckets);
    return shares.map(({ bucket, load }: BucketLoad) => ({
      cell: this.cellOf(operation.workCenter!, bucket),
      load,
    }));
  }

  /** NaN for a bucket that is none. */
  cellOf(center: WorkCenter, bucket: number): CellNumber {
    if (bucket < 0 || bucket >= this.cells.count) return Number.NaN;
    return this.#centers.get(center)! * this.cells.count + bucket;
  }

  /** Before this minute a job does not begin: planning start, and material (N11). */
  earliest(job: number, placeOf: (job: number) => JobPlace | undefined): Minute {
    let earliest = this.of.jobs[job]!.release;
    for (const wait of this.of.givers[job]!) {
      const place = placeOf(wait.job);
      if (place !== undefined) earliest = Math.max(earliest, this.thereFor(wait, wait.job, place));
    }
    return earliest;
  }

  /** When a job can begin that takes the output of another, for all the other does. */
  thereFor({ days }: JobWait, giver: number, { delivery }: JobPlace): Minute {
    return addWorkingDays(this.of.jobs[giver]!.calendar, delivery, days) * MINUTES_A_DAY;
  }

  /** Puts a job at another place; what it loads is seen to by `cells`. */
  move(job: number, place: JobPlace): void {
    this.#places[job] = place;
    this.#loads[job] = undefined;
    this.#loadsIn[job] = undefined;
    this.#note(job);
  }

  #note(job: number): void {
    const { first } = this.of.jobs[job]!;
    for (const [operation, loads] of this.loadsOf(job).entries()) {
      for (const { cell } of loads) {
        this.#loading.get(cell)?.set(first + operation, { job, operation });
      }
    }
  }
}
