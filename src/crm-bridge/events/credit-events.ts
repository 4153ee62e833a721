import { type CreditHold, creditHolds } from "../demand/index.js";
import { type CreditEvent, eventFields } from "./crm-event.js";
import type { KnownState } from "./state-argument.js";

/** What came under credit hold from one state to the next, and what came out of it. */
export function creditEvents(before: KnownState, after: KnownState): CreditEvent[] {
  const [was, is] = [holdsOf(before), holdsOf(after)];
  if (was === undefined || is === undefined) return [];
  const held = [...is].filter(([key]) => !was.has(key)).map(([, hold]) => heldEvent(hold));
  const released = [...was].filter(([key]) => !is.has(key));
  return [...held, ...released.flatMap(([, hold]) => releasedEvents(hold, after))];
}

function holdsOf({ plan, records, holds, asOf }: KnownState): Map<string, CreditHold> | undefined {
  const known = holds ?? (records && creditHolds(records, { asOf: asOf ?? plan.startDate }).holds);
  return known && new Map(known.map((hold) => [JSON.stringify([hold.account, hold.order]), hold]));
}

function heldEvent(hold: CreditHold): CreditEvent {
  const { account, order, exposure, limit } = hold;
  const fact = [exposure.toFixed(), limit.toFixed()];
  return { ...eventFields("creditHold", ["credit", account, order], fact), hold, because: null };
}

/** What is cancelled or closed is no news here. */
function releasedEvents(hold: CreditHold, { records }: KnownState): CreditEvent[] {
  const { account, order: id } = hold;
  const order = records?.orders.find((one) => one.id === id);
  if (records !== undefined && order?.status !== "open") return [];
  const released = order?.creditReleased === true ? "released" : "covered";
  const because = order === undefined ? null : released;
  const fields = eventFields("creditReleased", ["credit", account, id], [because]);
  return [{ ...fields, hold, because }];
}
