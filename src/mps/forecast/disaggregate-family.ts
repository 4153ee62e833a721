import { splitByShares } from "../../bom/index.js";
import {
  type Decimal,
  formatDay,
  type Issue,
  nearText,
  quantityToDecimal,
  ratioToDecimal,
  sumOfRatios,
} from "../../core/index.js";
import {
  add,
  type DoubtfulFields,
  identifier,
  listOf,
  objectOf,
  oneOf,
  optional,
  readArgument,
} from "../argument.js";
import {
  askedOf,
  day,
  type ExactNumber,
  exactNumber,
  quantity,
  wholeNumber,
} from "../exact-argument.js";
import { noteCounts, noteRangesThatEndBefore, noteTwice } from "../row-mistakes.js";

/** Forecast of a family of items. */
export interface FamilyForecast {
  /** Once among the forecasts. */
  readonly id: string;
  /** First and last day, `"YYYY-MM-DD"`; the last is the first when left out. */
  readonly from: string;
  readonly until?: string | undefined;
  /** 0 or more. */
  readonly quantity: ExactNumber;
}

/** An item of a family and its part of it. */
export interface FamilyMember {
  /** Once in the family. */
  readonly item: string;
  /** Its percentage, or a weight such as what was sold last year; 0 or more. */
  readonly share: ExactNumber;
}

/** What {@link disaggregateFamily} is given. */
export interface FamilyInput {
  readonly forecasts: readonly FamilyForecast[];
  readonly members: readonly FamilyMember[];
  /** Whether the shares are percentages, which must be 100 in all (else), or any weights. */
  readonly shares?: "percentages" | "weights" | undefined;
  /** Quantities are whole 10^-decimals, 0 to 9; else 0. */
  readonly decimals?: number | undefined;
}

/** An item's part of a forecast of its family. */
export interface MemberForecast {
  readonly item: string;
  /** Id of the forecast of the family. */
  readonly forecast: string;
  readonly from: string;
  readonly until: string;
  readonly quantity: Decimal;
}

const FIELDS = {
  forecasts: listOf(objectOf({ id: identifier, from: day, until: optional(day), quantity })),
  members: listOf(objectOf({ item: identifier, share: exactNumber(0) }), 1),
  shares: optional(oneOf("percentages", "weights"), "percentages"),
  decimals: optional(wholeNumber(0, 9), 0),
};

/**
 * Splits forecasts of a family over its items, so that the parts of each add up to it.
 *
 * By largest remainder: each item's part is rounded down, and what is left goes, one each, to the
 * items that lost most by it, of equal ones to the id that comes first.
 *
 * @param input - the forecasts, the items of the family with their shares
 * @returns a row for each forecast and item, in the order of both
 * @throws PlanningInputError with everything that is wrong; percentages that are not 100 in all are
 * among it
 *
 * Source: rules D5, Q5; APICS dictionary, "disaggregation".
 *
 * @example
 * ```ts
 * const rows = disaggregateFamily({
 *   forecasts: [{ id: "bicycles, week 10", from: "2026-03-02", until: "2026-03-08", quantity: 10 }],
 *   members: [
 *     { item: "city", share: 50 },
 *     { item: "trekking", share: "33.3" },
 *     { item: "racing", share: "16.7" },
 *   ],
 * });
 * rows.map((row) => `${row.item} ${row.quantity}`); // => ["city 5", "trekking 3", "racing 2"]
 * ```
 */
export function disaggregateFamily(input: FamilyInput): readonly MemberForecast[] {
  const { forecasts, members, decimals } = readArgument(input, FIELDS, noteMistakes);
  const shares = new Map(members.map(({ item, share }) => [item, askedOf(share)]));
  return forecasts.flatMap(({ id, from, until = from, quantity: total }) => {
    const parts = splitByShares(ratioToDecimal(total), shares, { decimals });
    return members.map(({ item }) => ({
      item,
      forecast: id,
      from: formatDay(from),
      until: formatDay(until),
      quantity: parts.get(item)?.quantity ?? quantityToDecimal(0, 0),
    }));
  });
}

function noteMistakes(read: DoubtfulFields<typeof FIELDS>, issues: Issue[]): void {
  const { forecasts, members } = read;
  noteCounts(forecasts, "forecasts", read.decimals, issues);
  noteTwice(forecasts, "forecasts", issues);
  noteRangesThatEndBefore(forecasts, "forecasts", issues);
  const known = new Set<string>();
  for (const [n, { item } = {}] of (members ?? []).entries()) {
    if (item === undefined) continue;
    if (known.has(item)) {
      const message = `The members[${n}].item (${JSON.stringify(item)}) stands here for the second time. Add the shares up in one.`;
      add({ path: ["members", n, "item"], issues }, "duplicateId", message, { id: item });
    }
    known.add(item);
  }
  noteShares(read, issues);
}

/** Percentages that are not 100 in all, and weights that are nothing. */
function noteShares({ members, shares }: DoubtfulFields<typeof FIELDS>, issues: Issue[]): void {
  const given = (members ?? []).flatMap((member) => member?.share ?? []);
  if (given.length === 0 || given.length !== members?.length) return;
  const place = { path: ["members"], issues };
  const sum = sumOfRatios(given);
  if (shares === "percentages" && sum.num !== 100n * sum.den) {
    const message = `The shares of the members are ${nearText(sum)} in all. As percentages they must be 100; correct them, or set shares to "weights".`;
    add(place, "contradiction", message);
  } else if (shares === "weights" && sum.num === 0n) {
    const message = `The shares of the members are all 0, so that nothing says where a forecast goes. Give one above 0.`;
    add(place, "contradiction", message);
  }
}
