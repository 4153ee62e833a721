import { compareText } from "../../core/index.js";
import type { GroupKeys } from "./group-keys.js";
import type { LedgerKey } from "./ledger.js";
import type { Tuple, TupleCodes } from "./tuple-codes.js";

/** The values of a key, by the numbers of what is posted, of where or of which row. */
export interface KeyColumn {
  readonly key: LedgerKey;
  readonly part: "leg" | "point" | "row";
  readonly texts: Tuple;
  /** Their place in the order of texts; `null` comes last. */
  readonly ranks: Int32Array;
  /** Above every rank. */
  readonly size: number;
}

/** A column for each key of a grouping. */
export function keyColumns(keys: GroupKeys): readonly KeyColumn[] {
  const parts = [
    ["leg", keys.legKeys, keys.legs],
    ["point", keys.pointKeys, keys.points],
    ["row", keys.rowKeys, keys.rows],
  ] as const satisfies readonly (readonly [string, readonly LedgerKey[], TupleCodes])[];
  return keys.by.map((key) => {
    const [part, own, codes] = parts.find(([, some]) => (some as readonly string[]).includes(key))!;
    const place = (own as readonly string[]).indexOf(key);
    const texts = codes.tuples.map((tuple) => tuple[place] ?? null);
    const sorted = [...new Set(texts)].sort(compareKeys);
    const rankOf = new Map(sorted.map((text, rank) => [text, rank]));
    const ranks = Int32Array.from(texts, (text) => rankOf.get(text)!);
    return { key, part, texts, ranks, size: sorted.length };
  });
}

/** What has no such key stands last. */
function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareText(a, b);
}
