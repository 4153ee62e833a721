/** A column of a table: its head, and to which side its cells lean. */
export interface Column {
  readonly head: string;
  readonly align?: "left" | "right";
}

/**
 * Sets rows in columns, two spaces apart, under a head and a rule.
 *
 * @param columns - one for each cell of a row
 * @param rows - the cells as texts
 * @returns the lines; none for no rows
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => row.map(plain));
  const heads = columns.map(({ head }) => head);
  const widths = heads.map((head, n) =>
    cells.reduce((most, row) => Math.max(most, widthOf(row[n] ?? "")), widthOf(head)),
  );
  const line = (row: readonly string[]): string =>
    columns
      .map(({ align }, n) => {
        const cell = row[n] ?? "";
        const space = " ".repeat(widths[n]! - widthOf(cell));
        return align === "right" ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(heads), rule, ...cells.map(line)];
}

/** The first of many things, and how many are left. Those that are left are not read. */
export function shorten<Thing>(
  things: { readonly length: number; at(index: number): Thing | undefined },
  most: number,
): { readonly shown: readonly Thing[]; readonly left: number } {
  const count = Math.min(things.length, most);
  const shown = Array.from({ length: count }, (_, n) => things.at(n)!);
  return { shown, left: things.length - count };
}

/** A text on one line: control characters are written as in JSON. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (character) =>
    JSON.stringify(character).slice(1, -1),
  );
}

/** The columns that a terminal gives a text: Chinese, Japanese and Korean letters take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width += /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}！-｠]/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return width;
}
