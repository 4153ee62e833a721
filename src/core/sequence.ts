/** A read-only row of things that are built only when one is read. */
export interface Sequence<T> extends Iterable<T> {
  /** How many there are. */
  readonly length: number;
  /** The thing at a place; from the end when negative; `undefined` outside. */
  at(index: number): T | undefined;
  /** All of them as an array: what `JSON.stringify` writes. */
  toJSON(): T[];
}

/**
 * Makes a sequence over columns: nothing is built before it is read.
 *
 * @param length - how many there are
 * @param build - makes the thing at a place from 0 to length − 1; it is called at each reading
 * @returns an immutable sequence, which can be gone through more than once
 *
 * @example
 * ```ts
 * const squares = lazySequence(4, (place) => place * place);
 * squares.at(-1); // => 9
 * [...squares]; // => [0, 1, 4, 9]
 * ```
 */
export function lazySequence<T>(length: number, build: (index: number) => T): Sequence<T> {
  return Object.freeze({
    length,
    at(index: number): T | undefined {
      const place = index < 0 ? length + index : index;
      return Number.isInteger(place) && place >= 0 && place < length ? build(place) : undefined;
    },
    *[Symbol.iterator](): IterableIterator<T> {
      for (let i = 0; i < length; i++) yield build(i);
    },
    toJSON(): T[] {
      return Array.from({ length }, (_, place) => build(place));
    },
  });
}
