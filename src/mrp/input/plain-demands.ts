import { countQuantity, FIRST_DAY, LAST_DAY, parseDay } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import type { Context } from "./context.js";
import { NONE } from "./problem.js";

type DemandRow = NonNullable<PlanningInput["demands"]>[number];

/** Demands that name nothing but an item, a quantity and a day, in columns. */
export interface PlainDemands {
  /** The number of the item; {@link NONE}: the row is to be read with care. */
  readonly item: Int32Array;
  readonly day: Int32Array;
  /** In counts. */
  readonly quantity: Float64Array;
}

/**
 * Reads the rows with which there is nothing to decide and nothing wrong: most of a large problem.
 * Items are looked up in a loop of their own, since each waits for memory and short turns wait together.
 */
export function readPlainDemands(context: Context, rows: readonly DemandRow[]): PlainDemands {
  const item = new Int32Array(rows.length).fill(NONE);
  const day = new Int32Array(rows.length);
  const quantity = new Float64Array(rows.length);
  if (context.sites.length !== 1) return { item, day, quantity };
  const { itemOf } = context;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    if (isPlain(row)) item[r] = itemOf.get(row.item) ?? NONE;
  }
  const decimals = Uint8Array.from(context.items, (one) => one.decimals);
  for (let r = 0; r < rows.length; r++) {
    if (item[r] === NONE) continue;
    const row = rows[r]!;
    const due = parseDay(row.due);
    const count = countQuantity(row.quantity, decimals[item[r]!]!);
    const isSound =
      due !== undefined &&
      due >= FIRST_DAY &&
      due <= LAST_DAY &&
      typeof count === "number" &&
      count >= 0;
    if (isSound) {
      day[r] = due;
      quantity[r] = count;
    } else item[r] = NONE;
  }
  return { item, day, quantity };
}

function isPlain(row: DemandRow): boolean {
  return (
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
