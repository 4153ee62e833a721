import type { PlanColumns } from "../src/mrp/index.js";

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const WORD = 2 ** 32;

/**
 * A hash of the planned orders by which two engines can show that they made the same plan.
 *
 * 32-bit FNV-1a over the bytes of (uint32 item, uint32 due day, uint64 quantity), little endian, of
 * each order, by item and then by due day. Orders of one item and day count as one of their sum.
 *
 * @param columns - the planned orders of a plan of one site
 * @param startDay - the day from which due days count
 * @returns eight hexadecimal digits
 */
export function planHash(columns: PlanColumns, startDay: number): string {
  const { item, due, quantity, repeat } = columns;
  const rows = sortedBy(
    item,
    sortedBy(
      due,
      Uint32Array.from(item, (_, row) => row),
    ),
  );
  let hash = OFFSET_BASIS;
  for (let r = 0; r < rows.length; ) {
    const [ofItem, onDay] = [item[rows[r]!]!, due[rows[r]!]!];
    let sum = 0;
    for (; r < rows.length && item[rows[r]!] === ofItem && due[rows[r]!] === onDay; r++) {
      sum += quantity[rows[r]!]! * repeat[rows[r]!]!;
    }
    for (const word of [ofItem, onDay - startDay, sum % WORD, Math.floor(sum / WORD)]) {
      hash = withWord(hash, word);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function withWord(hash: number, word: number): number {
  let mixed = hash;
  for (let shift = 0; shift < 32; shift += 8) {
    mixed = Math.imul(mixed ^ ((word >>> shift) & 255), PRIME);
  }
  return mixed;
}

/** Stable counting sort of row numbers by a column of whole numbers ≥ 0. */
function sortedBy(key: Int32Array, rows: Uint32Array): Uint32Array {
  let largest = 0;
  for (const row of rows) largest = Math.max(largest, key[row]!);
  const next = new Uint32Array(largest + 2);
  for (const row of rows) next[key[row]! + 1]!++;
  for (let k = 0; k <= largest; k++) next[k + 1]! += next[k]!;
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[next[key[row]!]!++] = row;
  return sorted;
}
