import { PlanningInputError } from "../../core/index.js";

/** What stands behind the rows of a report, found by the rows themselves. */
export class RowOrigins<Origin> {
  readonly #origins = new WeakMap<object, Origin>();
  readonly #of: string;

  /** @param of - what has the rows, as a refusal names it */
  constructor(of: string) {
    this.#of = of;
  }

  /** Keeps what is behind a row, which is frozen. */
  keep<Row extends object>(row: Row, origin: Origin): Readonly<Row> {
    this.#origins.set(row, origin);
    return Object.freeze(row);
  }

  /**
   * What is behind a row.
   *
   * @throws PlanningInputError when it is none that was kept
   */
  at(row: object): Origin {
    const origin = this.#origins.get(Object(row));
    if (origin !== undefined) return origin;
    const message = `This is no row of this ${this.#of}. Hand over one of its rows.`;
    throw new PlanningInputError([{ code: "invalidType", path: ["row"], message }]);
  }
}
