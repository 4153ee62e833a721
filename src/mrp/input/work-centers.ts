import { makeWorkCenter, type WorkCenter } from "../../routing/index.js";
import { workCenter as workCenterSchema } from "../schema/capacity.js";
import { type Context, firstOfId, siteNumber } from "./context.js";
import { knownFields } from "./known-fields.js";
import { namedCalendar } from "./places.js";
import type { Tool } from "./problem.js";
import { reportOf } from "./row-report.js";
import { UniqueIds } from "./unique-ids.js";

/** A work centre at its site. */
export interface PlacedWorkCenter {
  /** `undefined` where something is wrong with it, which is noted. */
  readonly workCenter: WorkCenter | undefined;
  /** {@link NONE} when it names none, which is noted. */
  readonly site: number;
}

/** C2, K51: work centres by id, each with its own calendar, else that of its site. */
export function readWorkCenters(context: Context): Map<string, PlacedWorkCenter> {
  const found = new Map<string, PlacedWorkCenter>();
  const ids = new UniqueIds();
  for (const [k, row] of (context.input.workCenters ?? []).entries()) {
    const path = ["workCenters", k];
    const isFirst = firstOfId(context, ids, row.id, path, "work center");
    const site = siteNumber(context, row.site, path);
    const own = namedCalendar(context, row.calendar, [...path, "calendar"]);
    const calendar = own ?? context.sites[site]?.calendar;
    // As a plain object, whatever class of rows it comes from.
    const given = {
      ...knownFields(workCenterSchema, row),
      site: context.sites[site]?.id,
      calendar: own?.id,
    };
    const workCenter = reportOf(context, path, () => makeWorkCenter(given, calendar));
    if (isFirst) found.set(row.id, { workCenter, site });
  }
  return found;
}

/** Tools, and how many of each there are. */
export function readTools(context: Context): Tool[] {
  const ids = new UniqueIds();
  return (context.input.tools ?? []).flatMap(({ id, units = 1 }, k) =>
    firstOfId(context, ids, id, ["tools", k], "tool") ? [{ id, units }] : [],
  );
}
