/** The rows of the shop floor in the input: work centres, tools and routings (C2). */
import type { Num } from "../types.js";

export interface DayShiftRow {
  from: string;
  until: string;
  breaks?: { from: string; until: string }[];
}

export interface ShiftRow extends DayShiftRow {
  days?: string[];
  validFrom?: string;
  validTo?: string;
}

export interface WorkCenterRow {
  id: string;
  site?: string;
  calendar?: string;
  shifts: ShiftRow[];
  exceptions?: { date: string; shifts: DayShiftRow[] }[];
  units?: number;
  efficiency?: Num;
  utilization?: Num;
}

export interface ToolRow {
  id: string;
  units?: number;
}

export interface OperationRow {
  id: string;
  workCenter?: string;
  subcontract?: { supplier: string; leadTime: number };
  setup?: Num;
  run?: Num;
  batch?: Num;
  teardown?: Num;
  queue?: Num;
  wait?: Num;
  move?: Num;
  yield?: Num;
  split?: number;
  transferBatch?: Num;
  after?: string[];
}

export interface RoutingRow {
  id: string;
  item: string;
  site?: string;
  validFrom?: string;
  validTo?: string;
  operations: OperationRow[];
}
