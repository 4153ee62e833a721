import { firstReceiptFrom } from "../compile/day-tables.js";
import { NEVER } from "../input/problem.js";
import type { Arena } from "./arena.js";
import type { Netting } from "./netting.js";

/** Marks the days on which something happens besides needs and standing supply. */
export function touchTurningDays(netting: Netting): void {
  const { arena, detail, lastDayOfFence, model, pass, point } = netting;
  const touch = (day: number): void => {
    if (day < model.days) arena.touch(Math.max(0, day));
  };
  touch(0);
  if (lastDayOfFence >= 0) touch(lastDayOfFence);
  touch(detail.fenceEnd);
  for (const { validFrom } of model.sources.at(point)) {
    // A shortage that no source could take is taken up by one that becomes valid.
    if (validFrom <= 0 || validFrom >= model.days) continue;
    touch(firstReceiptFrom(detail.calendar, model.startDay, validFrom));
  }
  const { expediteWithin } = detail.parameters;
  if (expediteWithin !== NEVER) {
    for (const { due, scheduled } of pass.waiting) {
      const from = due - expediteWithin;
      if (scheduled || from >= model.days) continue;
      touch(Math.min(due, firstReceiptFrom(detail.calendar, model.startDay, from)));
    }
  }
  netting.largestNeed?.touchDays(touch);
  for (const step of detail.floor) touch(step.day);
  for (const { due } of pass.waiting) if (due < detail.fenceEnd) touch(due);
  for (const lot of pass.lots) {
    touch(lot.day);
    touch(lot.expires);
  }
  for (const { expires } of pass.waiting) if (expires !== NEVER) touch(expires);
  for (const { due } of netting.waiting.kept) touch(due);
}

/** Wipes the days that are touched, a word of bits at a time. */
export function wipeTouchedDays({ delta, supply, landing, touched }: Arena): void {
  for (let word = 0; word < touched.length; word++) {
    if (touched[word] === 0) continue;
    const [from, to] = [word << 5, (word + 1) << 5];
    delta.fill(0, from, to);
    supply.fill(0, from, to);
    landing.fill(0, from, to);
    touched[word] = 0;
  }
}
