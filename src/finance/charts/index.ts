/**
 * Money as tables and pictures: plain rows as CSV for any spreadsheet, and Vega-Lite specifications of cash,
 * the value of stock and margin that hold their data. No charting library is needed to make them. Views
 * of what the other folders return; they decide nothing, and round for drawing only.
 *
 * Builds on the ledger and the rows of its reports. Implements rule F.
 */
export { type CashChartOptions, cashChart } from "./cash-chart.js";
export type { ChartedCashRow } from "./cash-flows.js";
export type { ChartedMoney } from "./charted-rows.js";
export {
  type ChartedInventoryRow,
  type InventoryChartOptions,
  inventoryValueChart,
} from "./inventory-value-chart.js";
export { type ChartedMarginRow, type MarginChartOptions, marginChart } from "./margin-chart.js";
export { type TableCsvOptions, tableCsv } from "./table-csv.js";
