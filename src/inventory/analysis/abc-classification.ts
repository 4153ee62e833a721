import { compareText } from "../../core/index.js";
import { identifier, listOf, objectOf, optional, readArgument, refuse } from "../argument.js";
import { finite } from "../finite.js";
import { fraction, nonNegative } from "../number-argument.js";

/** Items with what each is worth, and where the classes end. */
export interface AbcInput {
  readonly items: readonly {
    readonly id: string;
    /** Annual usage in money, or whatever the items are ranked by. */
    readonly value: number;
  }[];
  /** Share of the total value up to which items are A, 0.8 when left out. */
  readonly shareOfA?: number | undefined;
  /** Share of the total value up to which items are A or B, 0.95 when left out. */
  readonly shareOfAB?: number | undefined;
}

/** An item in its place. */
export interface AbcRow {
  readonly id: string;
  readonly value: number;
  /** Of the total value. */
  readonly share: number;
  /** Of the total value, this item and all before it. */
  readonly cumulativeShare: number;
  readonly class: "A" | "B" | "C";
}

/**
 * Ranks items by value and puts them into classes: A the few that make up most of the value, then B
 * and C.
 *
 * The item that reaches a limit still belongs to the class above it, so the A items are worth at least
 * `shareOfA` of all. Items of equal value stand in the order of their ids (by UTF-16 code units); items
 * without value are C.
 *
 * @param input - items with their values, and the limits
 * @returns the items from the most to the least valuable, with shares and class
 * @throws PlanningInputError when a figure is out of range, an id stands twice or the limits are not in order
 *
 * APICS: ABC classification; Silver, Pyke & Peterson §3.
 *
 * @example
 * ```ts
 * const rows = abcClassification({
 *   items: [{ id: "nut", value: 40 }, { id: "bike", value: 800 }, { id: "wheel", value: 160 }],
 * });
 * rows.map((row) => `${row.id} ${row.class}`); // => ["bike A", "wheel B", "nut C"]
 * ```
 */
export function abcClassification(input: AbcInput): readonly AbcRow[] {
  const { items, shareOfA, shareOfAB } = readArgument(input, {
    items: listOf(objectOf({ id: identifier, value: nonNegative })),
    shareOfA: optional(fraction, 0.8),
    shareOfAB: optional(fraction, 0.95),
  });
  if (shareOfAB < shareOfA) {
    const message = `The shareOfAB (${shareOfAB}) must not be below the shareOfA (${shareOfA}).`;
    refuse("contradiction", ["shareOfAB"], message);
  }
  refuseTwins(items);
  const ranked = [...items].sort((a, b) => b.value - a.value || compareText(a.id, b.id));
  const total = ranked.reduce((sum, { value }) => sum + value, 0);
  let upTo = 0;
  const rows = ranked.map(({ id, value }): AbcRow => {
    const before = upTo;
    upTo += value;
    const share = total === 0 ? 0 : value / total;
    const cumulativeShare = total === 0 ? 0 : Math.min(1, upTo / total);
    // Less the rounding of sums, so that 0.5 and 0.3 make up 0.8.
    const isBelow = (limit: number) => value > 0 && before < limit * total * (1 - 1e-12);
    const grade = isBelow(shareOfA) ? "A" : isBelow(shareOfAB) ? "B" : "C";
    return { id, value, share, cumulativeShare, class: grade };
  });
  return finite(rows);
}

/** Refuses an id that stands twice. @throws PlanningInputError */
export function refuseTwins(items: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const [n, { id }] of items.entries()) {
    if (seen.has(id)) {
      const message = `The id (${JSON.stringify(id)}) stands twice. Give each item once.`;
      refuse("contradiction", ["items", n, "id"], message);
    }
    seen.add(id);
  }
}
