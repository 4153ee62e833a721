/**
 * Ids of which each may stand there once.
 *
 * Most lists come numbered, in ascending order of their ids (`D9`, `D10`): while they do, no id can
 * have been before, and one comparison a row says so. A set is made only when one does not.
 */
export class UniqueIds {
  #ascending: string[] | undefined;
  #count = 0;
  #last: string | undefined;
  #seen = new Set<string>();

  /** @param most - how many are to be added, so that the list of them need not grow */
  constructor(most = 0) {
    this.#ascending = new Array(most);
  }

  /** Adds an id; whether it was not there before. */
  add(id: string): boolean {
    if (this.#ascending !== undefined) {
      if (this.#last === undefined || isAfter(id, this.#last)) {
        this.#ascending[this.#count++] = id;
        this.#last = id;
        return true;
      }
      this.#seen = new Set(this.#ascending.slice(0, this.#count));
      this.#ascending = undefined;
    }
    const before = this.#seen.size;
    return this.#seen.add(id).size > before;
  }
}

/** The shorter id first, and of those with one length by code units. */
function isAfter(id: string, last: string): boolean {
  return id.length === last.length ? id > last : id.length > last.length;
}
