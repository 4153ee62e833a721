import { copied } from "../pages/index.js";
import type { NeedColumns } from "./peg-columns.js";

/** How many days there may be for each need before needs are sorted instead of counted by day. */
const SPARSE = 4;

/** Columns of needs that grow, see {@link NeedColumns}. */
export class NeedBuffer {
  count = 0;
  day = new Int32Array(0);
  quantity = new Float64Array(0);
  kind = new Uint8Array(0);
  row = new Int32Array(0);
  link = new Int32Array(0);
  times = new Int32Array(0);
  /** Whether some need is one of several equal orders. */
  hasTimes = false;

  /** Makes room for so many more needs. */
  reserve(more: number): void {
    const count = this.count + more;
    if (count <= this.day.length) return;
    const capacity = Math.max(count, 2 * this.day.length, 1024);
    this.day = copied(this.day, new Int32Array(capacity));
    this.quantity = copied(this.quantity, new Float64Array(capacity));
    this.kind = copied(this.kind, new Uint8Array(capacity));
    this.row = copied(this.row, new Int32Array(capacity));
    this.link = copied(this.link, new Int32Array(capacity));
    this.times = copied(this.times, new Int32Array(capacity));
  }

  clear(): void {
    this.count = 0;
    this.hasTimes = false;
  }

  add(day: number, quantity: number, kind: number, row: number, link: number, times: number): void {
    this.reserve(1);
    const n = this.count++;
    this.day[n] = day;
    this.quantity[n] = quantity;
    this.kind[n] = kind;
    this.row[n] = row;
    this.link[n] = link;
    this.times[n] = times;
    if (times > 1) this.hasTimes = true;
  }

  columns(): NeedColumns {
    const { count, day, quantity, kind, row, link, times } = this;
    return {
      count,
      day,
      quantity,
      kind,
      row,
      link,
      repeat: undefined,
      times: this.hasTimes ? times : undefined,
      ownDay: undefined,
      offset: undefined,
    };
  }
}

/** Puts needs in the order of their days; those of a day keep the order in which they were read. */
export class NeedSorter {
  readonly #sorted = new NeedBuffer();
  /** How many needs a day has, then where its next one goes; zero between calls. */
  readonly #next: Int32Array;

  constructor(days: number) {
    this.#next = new Int32Array(days);
  }

  /** The same needs in order; in the buffer itself when they are so already. */
  inOrder(read: NeedBuffer): NeedColumns {
    const { count, day } = read;
    let isAscending = true;
    for (let n = 1; n < count && isAscending; n++) isAscending = day[n - 1]! <= day[n]!;
    if (isAscending) return read.columns();
    const sorted = this.#sorted;
    sorted.clear();
    sorted.reserve(count);
    if (this.#next.length > SPARSE * count) this.#sort(read);
    else this.#countByDay(read);
    sorted.count = count;
    sorted.hasTimes = read.hasTimes;
    return sorted.columns();
  }

  /** A place for each need by the count of its day. */
  #countByDay({ count, day, quantity, kind, row, link, times, hasTimes }: NeedBuffer): void {
    const next = this.#next;
    for (let n = 0; n < count; n++) next[day[n]!]!++;
    let before = 0;
    for (let d = 0; d < next.length; d++) {
      const ofDay = next[d]!;
      next[d] = before;
      before += ofDay;
    }
    const to = this.#sorted;
    for (let n = 0; n < count; n++) {
      const place = next[day[n]!]!++;
      to.day[place] = day[n]!;
      to.quantity[place] = quantity[n]!;
      to.kind[place] = kind[n]!;
      to.row[place] = row[n]!;
      to.link[place] = link[n]!;
      if (hasTimes) to.times[place] = times[n]!;
    }
    next.fill(0);
  }

  /** Few needs on many days: one number each, by day and place. */
  #sort({ count, day, quantity, kind, row, link, times }: NeedBuffer): void {
    const keys = new Float64Array(count);
    for (let n = 0; n < count; n++) keys[n] = day[n]! * count + n;
    keys.sort();
    const to = this.#sorted;
    for (let place = 0; place < count; place++) {
      const n = keys[place]! % count;
      to.day[place] = day[n]!;
      to.quantity[place] = quantity[n]!;
      to.kind[place] = kind[n]!;
      to.row[place] = row[n]!;
      to.link[place] = link[n]!;
      to.times[place] = times[n]!;
    }
  }
}
