import type { CapacityModel } from "../../mrp/index.js";
import { PAST_DUE } from "./cut-by-profiles.js";
import type { DerivedLoad } from "./derived-loads.js";
import { dayBefore } from "./lag.js";

/**
 * Into which day, counted from the first, a load falls from that on which its end item is due; `undefined`
 * for the load of the end item itself, which falls on the day of its order, working or not.
 */
export function dayPeriods({ startDay, workCenters, calendarOf }: CapacityModel) {
  const siteOf = new Map(workCenters.map(({ id, site }) => [id, site]));
  return ({
    item,
    site,
    component,
    resource,
    lag,
  }: DerivedLoad): ((period: number) => number) | undefined => {
    const place = siteOf.get(resource)!;
    if (component === item && place === site) return undefined;
    const calendar = calendarOf(place);
    return (period: number): number => {
      const day = dayBefore(startDay + period, lag, calendar, startDay);
      return day === undefined ? PAST_DUE : day - startDay;
    };
  };
}
