/**
 * Ids of which each may stand there once.
 *
 * Most lists come numbered, in ascending order of their ids (`D9`, `D10`): while they do, no id can
 * have been before, and one comparison a row says so. A set is made only when one does not.
 */
export class UniqueIds {
  #ascending: string[] | undefined = [];
  #seen = new Set<string>();

  /** Adds an id; whether it was not there before. */
  add(id: string): boolean {
    if (this.#ascending !== undefined) {
      const last = this.#ascending.at(-1);
      if (last === undefined || isAfter(id, last)) {
        this.#ascending.push(id);
        return true;
      }
      this.#seen = new Set(this.#ascending);
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
