import type { PlanningRow } from "../schema/planning-input.js";
import { bookInto, type Ledger, likeKey, type Place } from "./bookings.js";
import { ChangeIssues } from "./change-issues.js";
import type { Booking, PlanChanges } from "./plan-changes.js";
import type { PlanRows } from "./plan-rows.js";
import { rowKey } from "./row-key.js";

/**
 * Changes whose bookings and changed fields are written out as rows that are put, so that they can be
 * planned by net change.
 *
 * @returns `undefined` where they cannot: bookings of a lot, beside other changes of the same lists,
 * fields of rows without ids, or mistakes
 */
export function asPutRows(rows: PlanRows, changes: PlanChanges): PlanChanges | undefined {
  const booked = withBookingsAsRows(rows, changes);
  if (booked === undefined) return undefined;
  const written: { -readonly [List in keyof PlanChanges]: PlanChanges[List] } = { ...booked };
  for (const list of ["demands", "supplies"] as const) {
    const { change, ...others } = booked[list] ?? {};
    if (change === undefined) continue;
    const named = new Set([...(others.put ?? []).map(({ id }) => id), ...(others.remove ?? [])]);
    const put = [...(others.put ?? [])] as { readonly id: string }[];
    for (const fields of change) {
      const id = fields.id ?? "";
      const there = list === "demands" ? rows.givenDemand(id) : rows.givenSupply(id);
      if (there === undefined || named.has(id)) return undefined;
      named.add(id);
      put.push({ ...there, ...fields } as { readonly id: string });
    }
    Object.assign(written, { [list]: { ...others, put } });
  }
  const isLeft = (["stock", "allocations"] as const).some((list) => written[list]?.change);
  return isLeft ? undefined : written;
}

function withBookingsAsRows(rows: PlanRows, changes: PlanChanges): PlanChanges | undefined {
  const { bookings, ...others } = changes;
  if (bookings === undefined || bookings.length === 0) return changes;
  const isMixed = (["supplies", "demands", "stock"] as const).some((list) => list in others);
  if (isMixed || bookings.some(({ lot }) => lot !== undefined)) return undefined;
  const issues = new ChangeIssues();
  const supplies = new Map<string, PlanningRow<"supplies">>();
  const demands = new Map<string, PlanningRow<"demands">>();
  const stock = new StockAtHand(rows);
  const ledger: Ledger = {
    supply: (id) => supplies.get(id) ?? rows.givenSupply(id),
    setSupply: (row) => supplies.set(row.id, row),
    demand: (id) => demands.get(id) ?? rows.givenDemand(id),
    setDemand: (row) => demands.set(row.id, row),
    stockLike: (row) => stock.like(row),
    stockOfLot: () => undefined,
    stock: (place) => stock.at(place),
    setStock: (place, row) => stock.set(place, row),
    // The rows are read all the same; what is wrong with them a full run says.
    decimalsOf: () => undefined,
  };
  bookInto(ledger, bookings as readonly Booking[], issues);
  if (issues.found.length > 0) return undefined;
  return {
    ...others,
    supplies: { put: [...supplies.values()] },
    demands: { put: [...demands.values()] },
    stock: { put: stock.rows },
  };
}

/** The rows of stock that are like those that are asked for. */
class StockAtHand {
  readonly rows: PlanningRow<"stock">[] = [];
  readonly #known: PlanRows;
  readonly #keys = new Set<string>();
  readonly #places = new Map<string, number>();

  constructor(known: PlanRows) {
    this.#known = known;
  }

  like(row: Place): number | undefined {
    const key = rowKey("stock", row, this.#known.site);
    if (!this.#keys.has(key)) {
      // All rows of a key are put anew together.
      this.#keys.add(key);
      for (const there of this.#known.givenStock(key)) this.set(undefined, there);
    }
    return this.#places.get(likeKey(row, this.#known.site));
  }

  at(place: number): PlanningRow<"stock"> {
    return this.rows[place]!;
  }

  set(place: number | undefined, row: PlanningRow<"stock">): void {
    const at = place ?? this.rows.length;
    this.rows[at] = row;
    const key = likeKey(row, this.#known.site);
    if (!this.#places.has(key)) this.#places.set(key, at);
  }
}
