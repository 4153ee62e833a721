import { NONE } from "../input/problem.js";
import type { Need } from "./need.js";
import { inNettingOrder } from "./needs.js";
import type { Netting } from "./netting.js";
import { inFollowUp, moveNeed, needsByOwnDay } from "./pass-on.js";

/**
 * B6: what becomes of a shortage on days on which nothing new may come. It is taken off the dependent
 * needs of the day, the last ones first, and moves to the follow-up; what is left is said, once (K37).
 */
export class EndOfItem {
  readonly #netting: Netting;
  /** Dependent needs in the order of T2, made when something is first short. */
  #needs: Need[] | undefined;
  /** The first need of a later day. */
  #next = 0;
  #moved = false;

  constructor(netting: Netting) {
    this.#netting = netting;
  }

  /** Ends a day: stock is short by what lies below 0. */
  settle(day: number): void {
    const netting = this.#netting;
    if (netting.projected >= 0) return;
    this.#moveNeeds(day);
    if (netting.projected >= 0) return;
    const { arena, pass, point, projected } = netting;
    const isSaid = pass.orders ? netting.saidNoSource : netting.saidBelow;
    if (isSaid) return;
    const code = pass.orders ? "noSource" : "belowSafetyStock";
    if (pass.orders) netting.saidNoSource = true;
    else netting.saidBelow = true;
    arena.say({ code, point, day, quantity: -projected });
  }

  /** Leaves the needs that have not moved for those who ask later. */
  finish(): void {
    const { arena, point } = this.#netting;
    if (!this.#moved) return;
    arena.keptNeeds.set(
      point,
      this.#needs!.filter(({ quantity }) => quantity > 0),
    );
  }

  #moveNeeds(day: number): void {
    const netting = this.#netting;
    const { arena, model, point } = netting;
    const ended = model.ended.get(point)!;
    if (ended.followUp === NONE) return;
    this.#needs ??= needsByOwnDay(model, arena, point).sort(
      (a, b) => inNettingOrder(model, a, b) || a.ownDay - b.ownDay,
    );
    const needs = this.#needs;
    while (this.#next < needs.length && needs[this.#next]!.day <= day) this.#next++;
    for (let n = this.#next - 1; n >= 0 && netting.projected < 0; n--) {
      const need = needs[n]!;
      if (need.day < day) break;
      if (need.isShipped) continue;
      const part = Math.min(need.quantity, -netting.projected);
      moveNeed(model, arena, need, ended.followUp, inFollowUp(ended, part));
      needs[n] = { ...need, quantity: need.quantity - part };
      netting.projected += part;
      netting.taken -= part;
      this.#moved = true;
    }
  }
}
