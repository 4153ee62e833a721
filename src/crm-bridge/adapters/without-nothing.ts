/** A row without the fields of which nothing is known. */
export function withoutNothing<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row;
}
