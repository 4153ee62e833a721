import { PlanningInputError } from "../../core/index.js";
import type { Problem } from "../input/problem.js";
import type { Changes } from "./model.js";

/** Changes of stock in the order in which their rows are read, before they are grouped. */
export class DraftChanges {
  #count = 0;
  readonly #point: Int32Array;
  readonly #day: Int32Array;
  readonly #quantity: Float64Array;
  readonly #origin: Float64Array;

  /** @param most - how many changes there may be */
  constructor(most: number) {
    this.#point = new Int32Array(most);
    this.#day = new Int32Array(most);
    this.#quantity = new Float64Array(most);
    this.#origin = new Float64Array(most);
  }

  add(point: number, day: number, quantity: number, origin: number): void {
    const c = this.#count++;
    this.#point[c] = point;
    this.#day[c] = day;
    this.#quantity[c] = quantity;
    this.#origin[c] = origin;
  }

  /** By stocking point, in the order of adding: supply before needs. */
  grouped(points: number): Changes {
    const count = this.#count;
    const changes = {
      start: startsOf(this.#point, count, points),
      day: new Int32Array(count),
      quantity: new Float64Array(count),
      origin: new Float64Array(count),
    };
    const next = changes.start.slice(0, points); // where the next change of each point goes
    for (let c = 0; c < count; c++) {
      const place = next[this.#point[c]!]!++;
      changes.day[place] = this.#day[c]!;
      changes.quantity[place] = this.#quantity[c]!;
      changes.origin[place] = this.#origin[c]!;
    }
    return changes;
  }
}

/** Where the rows of each stocking point begin when they are grouped; one entry more than points. */
export function startsOf(pointOfRow: Int32Array, rows: number, points: number): Int32Array {
  const start = new Int32Array(points + 1);
  for (let r = 0; r < rows; r++) start[pointOfRow[r]! + 1]!++;
  for (let p = 0; p < points; p++) start[p + 1]! += start[p]!;
  return start;
}

/** Q4: figures of an item leave the safe integers. */
export function overflow(problem: Problem, item: number): PlanningInputError {
  const { id, decimals } = problem.items[item]!;
  const message = `Quantities of item ${JSON.stringify(id)} add up to more than 2^53 counts of 10^-${decimals}. Give the item fewer decimals or a larger unit.`;
  return new PlanningInputError([
    { code: "quantityOverflow", path: ["items", item], message, item: id },
  ]);
}
