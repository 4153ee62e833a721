import { addMistake, type Issue, mustBe, type Place, showValue } from "../../core/index.js";
import type { ReadJob } from "./read-job.js";
import { type Names, noteUnknown } from "./row-fields.js";

/** An operation of a fixed sequence. */
export interface ReadSequenced {
  readonly job: string;
  readonly operation: string;
  readonly workCenter: string | undefined;
}

/**
 * Notes what is wrong with a sequence: operations and work centres that are none, operations that
 * stand twice or not at all, or before what comes before them.
 */
export function noteSequence(
  jobs: readonly ReadJob[],
  sequence: readonly ReadSequenced[],
  names: Names,
  issues: Issue[],
): void {
  const rows = new Map(jobs.map((job) => [job.id, operationRows(job)]));
  const done = new Map<string, Uint8Array>();
  for (const { id, operations } of jobs) done.set(id, new Uint8Array(operations.length));
  for (const [n, { job, operation, workCenter }] of sequence.entries()) {
    const at = (field: string): Place => ({ path: ["sequence", n, field], issues });
    const row = rows.get(job);
    const k = row?.places.get(operation);
    if (row === undefined) noteUnknown(job, at("job").path, "job", issues);
    else if (k === undefined) {
      noteUnknown(operation, at("operation").path, "operation of this job", issues);
    } else {
      const { choices } = row.job.operations[k]!;
      const state = done.get(job)!;
      const isChoice =
        workCenter === undefined ||
        choices.some(({ center }) => center === names.centers.get(workCenter));
      if (!isChoice) {
        const what = "be a work centre that can do this operation";
        const place = at("workCenter");
        addMistake(place, "contradiction", mustBe(workCenter, place, what));
      }
      if (choices.length === 0) {
        const message = "An operation that takes days has no place in a sequence. Leave it out.";
        addMistake(at("operation"), "contradiction", message);
      } else if (state[k] === 1) {
        const message = mustBe(operation, at("operation"), "stand once in the sequence");
        addMistake(at("operation"), "duplicateId", message, { id: operation });
      }
      state[k] = 1;
    }
  }
  noteLeftOut(jobs, done, issues);
  if (issues.length === 0) noteOrder(jobs, sequence, issues);
}

function operationRows(job: ReadJob): {
  readonly job: ReadJob;
  readonly places: ReadonlyMap<string, number>;
} {
  return { job, places: new Map(job.operations.map(({ id }, k) => [id, k])) };
}

function noteLeftOut(
  jobs: readonly ReadJob[],
  done: ReadonlyMap<string, Uint8Array>,
  issues: Issue[],
): void {
  for (const { id, operations } of jobs) {
    for (const [k, operation] of operations.entries()) {
      if (operation.choices.length === 0 || done.get(id)![k] === 1) continue;
      const message = `The sequence leaves out operation ${showValue(operation.id)} of job ${showValue(id)}. Add it.`;
      const figures = { job: id, operation: operation.id };
      addMistake({ path: ["sequence"], issues }, "contradiction", message, figures);
    }
  }
}

/** Goes through the sequence once; what takes days is done as soon as all before it is. */
function noteOrder(
  jobs: readonly ReadJob[],
  sequence: readonly ReadSequenced[],
  issues: Issue[],
): void {
  const states = new Map(jobs.map((job) => [job.id, new JobState(job)]));
  const needers = new Map<string, string[]>();
  for (const { id, materials } of jobs) {
    for (const { job } of materials) {
      const known = needers.get(job);
      if (known === undefined) needers.set(job, [id]);
      else known.push(id);
    }
  }
  const finish = (first: string): void => {
    const open = [first];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const needer of needers.get(id) ?? []) {
        if (states.get(needer)!.receive()) open.push(needer);
      }
    }
  };
  for (const { id, materials } of jobs) {
    if (materials.length === 0 && states.get(id)!.begin()) finish(id);
  }
  for (const [n, { job, operation }] of sequence.entries()) {
    const state = states.get(job)!;
    const k = state.places.get(operation)!;
    if (!state.isReady(k)) {
      const message = `Operation ${showValue(operation)} of job ${showValue(job)} stands in the sequence before something that it waits for. Move it behind that.`;
      addMistake({ path: ["sequence", n], issues }, "contradiction", message, { job, operation });
      return;
    }
    if (state.finish(k)) finish(job);
  }
}

/** What of a job the sequence has come to. */
class JobState {
  readonly places: ReadonlyMap<string, number>;
  readonly #waits: Int32Array;
  readonly #after: number[][];
  readonly #takesDays: readonly boolean[];
  #materials: number;
  #left: number;

  constructor({ operations, before, materials }: ReadJob) {
    this.places = new Map(operations.map(({ id }, k) => [id, k]));
    this.#waits = Int32Array.from(before, (links) => links.length);
    this.#after = operations.map(() => []);
    for (const [k, links] of before.entries()) for (const from of links) this.#after[from]!.push(k);
    this.#takesDays = operations.map(({ choices }) => choices.length === 0);
    this.#materials = materials.length;
    this.#left = operations.length;
  }

  /** Begins a job that waits for nothing. @returns whether that is all of it */
  begin(): boolean {
    return this.#settle();
  }

  /** One of the materials is there. @returns whether the job is done with that */
  receive(): boolean {
    return --this.#materials === 0 && this.#settle();
  }

  isReady(k: number): boolean {
    return this.#materials === 0 && this.#waits[k] === 0;
  }

  /** An operation is placed. @returns whether the job is done with that */
  finish(k: number): boolean {
    const open = [k];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      this.#left--;
      for (const after of this.#after[next]!) {
        if (--this.#waits[after]! === 0 && this.#takesDays[after]) open.push(after);
      }
    }
    return this.#left === 0;
  }

  #settle(): boolean {
    const first = this.#takesDays.flatMap((takesDays, k) =>
      takesDays && this.#waits[k] === 0 ? [k] : [],
    );
    return first.map((k) => this.finish(k)).includes(true);
  }
}
