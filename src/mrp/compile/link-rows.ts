import type { ByItemSite } from "../input/by-item-site.js";
import type { Bill, Problem } from "../input/problem.js";
import type { DayTables } from "./day-tables.js";
import type { FirmOrder } from "./model.js";
import type { PointColumns } from "./point-columns.js";
import type { Points } from "./points.js";

/** What links are made of. */
export interface LinkRows {
  readonly problem: Problem;
  readonly points: Points;
  readonly columns: PointColumns;
  readonly bills: ByItemSite<Bill>;
  /** The only bill of each point, see {@link onlyBills}. */
  readonly onlyBill: Int32Array;
  readonly firm: ReadonlyMap<number, readonly FirmOrder[]>;
  readonly tables: DayTables;
}
