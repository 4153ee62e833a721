import { type Day, parseDay } from "../../core/index.js";
import type { LedgerRow } from "../ledger/index.js";
import type { BudgetKey } from "./budget-keys.js";
import { type ReadBudgetLine, statedKeys } from "./budget-line.js";

/** Lines that state the same keys. */
interface Pattern {
  readonly keys: readonly BudgetKey[];
  /** Places of lines, by account and what they state. */
  readonly places: Map<string, number[]>;
}

/** Budget lines, to be found for what is posted. */
export class BudgetBook {
  readonly #lines: readonly ReadBudgetLine[];
  /** Those that state most keys stand first. */
  readonly #patterns: readonly Pattern[];

  constructor(lines: readonly ReadBudgetLine[]) {
    this.#lines = lines;
    const patterns = new Map<string, Pattern>();
    for (const [place, line] of lines.entries()) {
      const keys = statedKeys(line);
      const pattern = patterns.get(keys.join()) ?? { keys, places: new Map<string, number[]>() };
      patterns.set(keys.join(), pattern);
      const name = nameOf(keys, line);
      const same = pattern.places.get(name);
      if (same === undefined) pattern.places.set(name, [place]);
      else same.push(place);
    }
    // A stable sort: of as many keys the pattern that comes first in the list stays first.
    this.#patterns = [...patterns.values()].sort((a, b) => b.keys.length - a.keys.length);
  }

  /** The keys that lines state. */
  get keys(): ReadonlySet<BudgetKey> {
    return new Set(this.#patterns.flatMap(({ keys }) => keys));
  }

  /** The places of all lines for what a row holds, by the day on which it begins; of the narrowest line first. */
  *linesFor(row: LedgerRow): Iterable<number> {
    const day = parseDay(row.from)!;
    for (const { keys, places } of this.#patterns) {
      for (const place of places.get(nameOf(keys, row)) ?? []) {
        if (this.#holds(place, day)) yield place;
      }
    }
  }

  /** Lines of the same account and keys as another one with which they have a day in common. */
  *overlaps(): Iterable<readonly [number, number]> {
    for (const { places } of this.#patterns) {
      for (const same of places.values()) {
        const inTurn = [...same].sort(
          (a, b) => this.#lines[a]!.from - this.#lines[b]!.from || a - b,
        );
        let longest = inTurn[0]!;
        for (const place of inTurn.slice(1)) {
          if (this.#holds(longest, this.#lines[place]!.from)) yield [longest, place];
          if (this.#lines[place]!.until > this.#lines[longest]!.until) longest = place;
        }
      }
    }
  }

  #holds(place: number, day: Day): boolean {
    const { from, until } = this.#lines[place]!;
    return from <= day && day < until;
  }
}

function nameOf(
  keys: readonly BudgetKey[],
  of: Readonly<Partial<Record<BudgetKey | "account", string | null | undefined>>>,
): string {
  return JSON.stringify([of.account, ...keys.map((key) => of[key])]);
}
