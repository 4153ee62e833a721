/** The order of ids: by UTF-16 code units, never by a locale (T2). */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
