/**
 * Compares two ids by UTF-16 code units, never by a locale (T2).
 *
 * @param a - an id
 * @param b - another
 * @returns −1 when `a` comes first, 1 when `b` does, 0 when they are equal
 *
 * @example
 * ```ts
 * ["item 9", "Ärmel", "Item", "item 10"].sort(compareText);
 * // => ["Item", "item 10", "item 9", "Ärmel"]
 * ```
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
