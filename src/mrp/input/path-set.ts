import type { Path } from "./path.js";

/** A place on the way to the paths of a set. */
interface Step {
  isMember: boolean;
  readonly next: Map<string | number, Step>;
}

function newStep(): Step {
  return { isMember: false, next: new Map() };
}

/** A set of paths that knows what lies around each other. */
export class PathSet {
  readonly #root = newStep();

  add(path: Path): void {
    let step = this.#root;
    for (const key of path) {
      let next = step.next.get(key);
      if (next === undefined) {
        next = newStep();
        step.next.set(key, next);
      }
      step = next;
    }
    step.isMember = true;
  }

  /** Whether a path or what holds it is in the set. */
  covers(path: Path): boolean {
    let step: Step | undefined = this.#root;
    for (const key of path) {
      step = step.next.get(key);
      if (step === undefined) return false;
      if (step.isMember) return true;
    }
    return false;
  }

  /** Whether a path or something in it is in the set. */
  reaches(path: Path): boolean {
    let step: Step | undefined = this.#root;
    for (const key of path) {
      step = step.next.get(key);
      if (step === undefined) return false;
    }
    return true;
  }
}
