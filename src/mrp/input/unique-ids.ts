/**
 * Ids of which each may stand there once.
 *
 * Most lists come numbered, in ascending order of their ids (`D9`, `D10`): while they do, no id can
 * have been before, and one comparison a row says so. Where ids can be looked up again, a set is made only
 * when one does not.
 */
export class UniqueIds {
  /** `undefined`: all ids are in the set. */
  #idAt: ((n: number) => string) | undefined;
  #count = 0;
  #last: string | undefined;
  readonly #seen = new Set<string>();

  /** @param idAt - the id that was added as the n-th, from 0, so that those of long lists need not be kept */
  constructor(idAt?: (n: number) => string) {
    this.#idAt = idAt;
  }

  /** Adds an id; whether it was not there before. */
  add(id: string): boolean {
    if (this.#idAt !== undefined) {
      if (this.#last === undefined || isAfter(id, this.#last)) {
        this.#count++;
        this.#last = id;
        return true;
      }
      for (let n = 0; n < this.#count; n++) this.#seen.add(this.#idAt(n));
      this.#idAt = undefined;
    }
    const before = this.#seen.size;
    return this.#seen.add(id).size > before;
  }
}

/** The shorter id first, and of those with one length by code units. */
function isAfter(id: string, last: string): boolean {
  return id.length === last.length ? id > last : id.length > last.length;
}
