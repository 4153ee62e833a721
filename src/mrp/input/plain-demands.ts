import { countQuantity, type Day, FIRST_DAY, LAST_DAY, parseDay } from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { KNOWN_NAMES } from "./bulk-check.js";
import { BULK_ROWS } from "./chunks.js";
import type { Context } from "./context.js";
import { NONE } from "./problem.js";
import { isId } from "./value-check.js";

type DemandRow = PlanningRow<"demands">;

/** A plain row whose item is not looked up yet. */
const PLAIN = -2;

/** Demands that name nothing but an item, a quantity and a day; some thousand at a time. */
export class PlainDemands {
  /** The number of the item by place in the chunk; {@link NONE}: the row is to be read with care. */
  readonly item: Int32Array;
  readonly day: Int32Array;
  /** In counts. */
  readonly quantity: Float64Array;
  readonly #context: Context;
  readonly #decimals: Uint8Array | undefined;
  /** The last day of a row that was read. */
  lastDay: Day = Number.NEGATIVE_INFINITY;
  /** The days of texts that were read. */
  readonly #days = new Map<string, Day>();

  /** @param count - how many rows there are in all; a few are read without a look at all items */
  constructor(context: Context, count: number) {
    const most = Math.min(count, BULK_ROWS);
    this.item = new Int32Array(most);
    this.day = new Int32Array(most);
    this.quantity = new Float64Array(most);
    this.#context = context;
    const { items } = context;
    if (count < items.length) return;
    this.#decimals = new Uint8Array(items.length);
    for (let n = 0; n < items.length; n++) this.#decimals[n] = items[n]!.decimals;
  }

  /**
   * Reads the rows with which there is nothing to decide and nothing wrong: most of a large problem. They
   * need not be checked before. Items are looked up in a loop of their own, since each waits for memory
   * and short turns wait together; chunks are short, so that a loop finds in the cache what the one
   * before has read.
   */
  read(rows: readonly DemandRow[], from: number, end: number): void {
    const { item, day, quantity } = this;
    const { sites, items, itemOf } = this.#context;
    item.fill(NONE, 0, end - from);
    if (sites.length !== 1) return;
    for (let r = from; r < end; r++) if (isPlain(rows[r])) item[r - from] = PLAIN;
    for (let r = from; r < end; r++) {
      if (item[r - from] === PLAIN) item[r - from] = itemOf.get(rows[r]!.item) ?? NONE;
    }
    const decimals = this.#decimals;
    for (let n = 0; n < end - from; n++) {
      if (item[n] === NONE) continue;
      const row = rows[from + n]!;
      const due = this.#dayOf(row.due);
      const of = item[n]!;
      const count = countQuantity(row.quantity, decimals?.[of] ?? items[of]!.decimals);
      const isSound = due !== undefined && typeof count === "number" && count >= 0;
      if (isSound) {
        day[n] = due;
        quantity[n] = count;
      } else item[n] = NONE;
    }
  }

  /** Many demands are due on few days: each text is read once. */
  #dayOf(text: string): Day | undefined {
    const known = this.#days.get(text);
    if (known !== undefined) return known;
    const day = parseDay(text);
    if (day === undefined || day < FIRST_DAY || day > LAST_DAY) return undefined;
    this.#days.set(text, day);
    if (day > this.lastDay) this.lastDay = day;
    return day;
  }
}

function isPlain(row: unknown): row is DemandRow {
  return KNOWN_NAMES.demands.areThoseOf(row) && saysNoMore(row as DemandRow);
}

function saysNoMore(row: DemandRow): boolean {
  return (
    isId(row.id) &&
    row.site === undefined &&
    row.segment === undefined &&
    row.unit === undefined &&
    row.until === undefined &&
    row.kind === undefined &&
    row.shipped === undefined &&
    row.consumption === undefined &&
    row.customer === undefined &&
    row.priority === undefined &&
    row.attributes === undefined
  );
}
