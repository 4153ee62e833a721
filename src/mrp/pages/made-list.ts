import { PagedList } from "./paged-list.js";

/**
 * Things by index of which most follow from what is known elsewhere: these are made when they are asked
 * for, and kept. Copies that differ in a few things share the rest.
 */
export class MadeList<Thing extends object> {
  private readonly things: PagedList<Thing | undefined>;
  private readonly make: (index: number) => Thing;

  /** @param make - makes the thing at an index at which none is set */
  constructor(
    length: number,
    make: (index: number) => Thing,
    things = new PagedList<Thing | undefined>(length),
  ) {
    this.make = make;
    this.things = things;
  }

  at(index: number): Thing {
    const known = this.things.at(index);
    if (known !== undefined) return known;
    const thing = this.make(index);
    this.things.set(index, thing);
    return thing;
  }

  set(index: number, thing: Thing): void {
    this.things.set(index, thing);
  }

  /** Those that were set, and those that were asked for. */
  *known(): IterableIterator<Thing> {
    for (const thing of this.things) if (thing !== undefined) yield thing;
  }

  /** Whether another list has the same thing at an index, by what the two share. */
  sharesAt(index: number, other: MadeList<Thing>, there: number): boolean {
    const thing = this.things.at(index);
    if (thing !== other.things.at(there)) return false;
    return thing !== undefined || (this.make === other.make && index === there);
  }

  /** The same things, to be changed without changing these. */
  fork(): MadeList<Thing> {
    return new MadeList(this.things.length, this.make, this.things.fork());
  }
}
