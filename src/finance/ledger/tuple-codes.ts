/** Texts of several keys together. */
export type Tuple = readonly (string | null)[];

/** Numbers for tuples of texts, in the order in which they come. */
export class TupleCodes {
  readonly #codes = new Map<string | null, number>();
  readonly tuples: Tuple[] = [];

  of(tuple: Tuple): number {
    const name = tuple.length === 1 ? tuple[0]! : JSON.stringify(tuple);
    let code = this.#codes.get(name);
    if (code === undefined) {
      code = this.tuples.push(tuple) - 1;
      this.#codes.set(name, code);
    }
    return code;
  }
}
