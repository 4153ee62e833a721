import { formatDay, parseDay } from "../../../src/core/index.js";

/** The same data with every date so many days later, also those that stand in the ids of orders. */
export function shifted<Thing>(thing: Thing, days: number): Thing {
  const text = JSON.stringify(thing).replaceAll(/\d{4}-\d\d-\d\d/g, (date) => {
    const day = parseDay(date);
    return day === undefined ? date : formatDay(day + days);
  });
  return JSON.parse(text) as Thing;
}
