import { formatDay, formatQuantity } from "../../core/index.js";
import type { PlacedColumns, PlanningColumns } from "../input/columns.js";
import type { Problem } from "../input/problem.js";
import type { GivenInput } from "../plan/plan-state.js";
import type { PlanningRow } from "../schema/planning-input.js";

/** The lists that may be given as columns. */
export type ColumnList = keyof PlanningColumns;

/** A row of columns as a row of the input: its number is its id, open supplies are purchases. */
export function rowOfColumns<List extends ColumnList>(
  { items, sites, startDay }: Problem,
  list: List,
  columns: PlanningColumns,
  row: number,
): PlanningRow<List> {
  const given: PlacedColumns & { readonly frozen?: Uint8Array } = columns[list]!;
  const item = items[given.item[row]!]!;
  const day = formatDay(given.day[row]!);
  const placed = {
    item: item.id,
    site: sites[given.site?.[row] ?? 0]!.id,
    quantity: formatQuantity(given.quantity[row]!, item.decimals),
  };
  const isLater = given.day[row]! > startDay;
  const written = {
    demands: { id: `${row}`, ...placed, due: day },
    supplies: {
      id: `${row}`,
      ...placed,
      due: day,
      kind: "purchase",
      ...(given.frozen?.[row] === 1 ? { frozen: true } : {}),
    },
    stock: { ...placed, ...(isLater ? { availableFrom: day } : {}) },
  };
  return written[list] as PlanningRow<List>;
}

/** An input with the columns of some lists written out as rows. */
export function withoutColumns(
  given: GivenInput,
  problem: Problem,
  lists: readonly ColumnList[],
): GivenInput {
  let { input, columns } = given;
  for (const list of lists) {
    const rows = columns?.[list];
    if (rows === undefined) continue;
    const { [list]: _, ...others } = columns!;
    const written = Array.from(rows.item, (_item, row) =>
      rowOfColumns(problem, list, given.columns!, row),
    );
    input = { ...input, [list]: written };
    columns = others;
  }
  return { input, columns: columns && Object.keys(columns).length > 0 ? columns : undefined };
}
