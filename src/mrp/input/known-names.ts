import { borrows } from "./own-fields.js";

/**
 * The fields that rows of one kind may have. Such rows mostly have the same fields in the same order, so
 * each is compared to the one that stood in its place last, and looked up where it is another.
 */
export class KnownNames {
  readonly #names: readonly string[];
  readonly #known: ReadonlySet<string>;
  /** Known names by place, as they stood in the rows before; they decide nothing. */
  readonly #usual: string[] = [];

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#known = new Set(names);
  }

  /** Whether a value is an object, no list, all that can be listed of it is known, and its own. */
  areThoseOf(row: unknown): row is object {
    if (typeof row !== "object" || row === null || Array.isArray(row)) return false;
    // Nearly all are of no class: to ask for that takes less than to ask for the prototype.
    if (row.constructor !== Object && borrows(row, this.#names)) return false;
    let place = 0;
    for (const name in row) {
      if (name !== this.#usual[place]) {
        if (!this.#known.has(name)) return false;
        this.#usual[place] = name;
      }
      place++;
    }
    return true;
  }
}
