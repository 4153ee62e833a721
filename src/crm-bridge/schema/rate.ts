import { date, factor, id, row } from "./values.js";

/** How much of one currency is one unit of another, from a day on. */
export const rate = row({ from: id, to: id, rate: factor, date: date.optional() });
