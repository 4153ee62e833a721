import type { Issue, Place } from "../../core/index.js";

type Key = string | number;

/** A place in the argument whose path is put together only where something is noted. */
export class RowPlace implements Place {
  readonly #above: Place;
  readonly #key: Key;
  readonly #inner: Key | undefined;

  constructor(above: Place, key: Key, inner?: Key) {
    this.#above = above;
    this.#key = key;
    this.#inner = inner;
  }

  get path(): readonly Key[] {
    const path = [...this.#above.path, this.#key];
    return this.#inner === undefined ? path : [...path, this.#inner];
  }

  get issues(): Issue[] {
    return this.#above.issues;
  }

  /** A field of it, or an entry of a field. */
  at(key: Key, inner?: Key): RowPlace {
    return new RowPlace(this, key, inner);
  }
}
