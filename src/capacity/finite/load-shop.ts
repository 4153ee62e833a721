import { aroundBottleneck, joinedDrafts } from "./around-bottleneck.js";
import { listSchedule } from "./list-schedule.js";
import { type Draft, type Pass, REASON, ROLE } from "./pass.js";
import { NEVER } from "./pass-clock.js";
import { priorities, ranking, reversed } from "./priority.js";
import type { ReadSequenced } from "./read-sequence.js";
import type { ReadShop } from "./read-shop.js";
import { type SequencedChoice, sequenceSchedule } from "./sequence-schedule.js";
import { settledDraft, settledWhereMoved } from "./settle.js";
import { beginNode, endNode, type Shop } from "./shop.js";

/** How far before the start of a schedule a draft backward looks for open time. */
const TEN_YEARS = 3653 * 1440;

/** Places everything in a shop, and what the priority rule gave each operation. */
export interface Loaded {
  readonly draft: Draft;
  readonly priority: Float64Array;
}

/** Loads a shop in the direction asked for (K59). */
export function loadShop(shop: Shop, read: ReadShop): Loaded {
  const priority = priorities(shop, read.priority);
  const load = new Load(shop, ranking(shop, priority), read.infinite);
  return { draft: draftOf(load, read), priority };
}

function draftOf(load: Load, read: ReadShop): Draft {
  if (read.sequence !== undefined) return load.inSequence(read.sequence);
  if (read.direction === "backward") return load.backward();
  return read.direction === "forward" ? load.forward() : load.around(read.bottleneck);
}

class Load {
  readonly #shop: Shop;
  readonly #rankOf: Int32Array;
  /** By work centre: whether its capacity counts. */
  readonly #finite: Uint8Array;

  constructor(shop: Shop, rankOf: Int32Array, infinite: boolean) {
    this.#shop = shop;
    this.#rankOf = rankOf;
    this.#finite = new Uint8Array(shop.centers.length).fill(infinite ? 0 : 1);
  }

  forward(): Draft {
    return listSchedule(this.#forwardPass());
  }

  inSequence(sequence: readonly ReadSequenced[]): Draft {
    const shop = this.#shop;
    const jobs = new Map(shop.jobIds.map((id, job) => [id, job]));
    const places = new Map<number, Map<string, number>>();
    const choices = sequence.map(({ job: id, operation, workCenter }): SequencedChoice => {
      const job = jobs.get(id)!;
      let known = places.get(job);
      if (known === undefined) {
        known = new Map();
        for (let k = shop.firstOperation[job]!; k < shop.firstOperation[job + 1]!; k++) {
          known.set(shop.operationIds[k]!, k);
        }
        places.set(job, known);
      }
      const number = known.get(operation)!;
      let choice = shop.firstChoice[number]!;
      if (workCenter !== undefined) {
        while (shop.centers[shop.choiceCenter[choice]!]!.center.id !== workCenter) choice++;
      }
      return { operation: number, choice };
    });
    return sequenceSchedule(this.#forwardPass(), choices);
  }

  /**
   * From due dates back; jobs that would begin too early are then begun as early as they can, and all
   * is settled forward in the order of the drafted starts.
   */
  backward(): Draft {
    const shop = this.#shop;
    return settledWhereMoved(shop, (only) => {
      const draft = listSchedule({ ...this.#backwardPass(), only });
      const tooEarly = this.#tooEarly(draft, () => true);
      const isKeptBack = (operation: number): boolean => tooEarly[shop.jobOf[operation]!] === 0;
      const isSettled = !tooEarly.includes(1) && !this.#usesMatrix();
      const settled = isSettled
        ? draft
        : settledDraft({ ...this.#forwardPass(), only }, draft, isKeptBack);
      return { draft, isKeptBack, settled };
    });
  }

  /** The bottleneck first, what comes before it backward, all else forward; then settled as backward. */
  around(bottleneck: number): Draft {
    const shop = this.#shop;
    const alone = new Uint8Array(shop.centers.length);
    alone[bottleneck] = 1;
    const heads = listSchedule({ ...this.#forwardPass(), finite: alone });
    const isThere = (task: number): boolean => {
      const choice = heads.choice[task]!;
      return choice >= 0 && shop.choiceCenter[choice] === bottleneck;
    };
    const [isBefore, isBottleneck] = aroundBottleneck(shop, isThere);
    const roles = (node: (node: number) => number): Uint8Array =>
      Uint8Array.from(shop.jobOf, (_, k) => node(k));
    let latest = shop.start;
    for (const start of heads.start) if (start > latest) latest = start;
    const on = listSchedule({
      ...this.#forwardPass(),
      roles: roles((k) => (isBottleneck[k] ? ROLE.fixed : isBefore[k] ? ROLE.skip : ROLE.load)),
      fixed: heads,
    });
    return settledWhereMoved(shop, (only) => {
      const back = listSchedule({
        ...this.#backwardPass(latest),
        roles: roles((k) => (isBottleneck[k] ? ROLE.fixed : isBefore[k] ? ROLE.load : ROLE.skip)),
        fixed: heads,
        only,
      });
      const draft = joinedDrafts(shop, back, on, isBefore);
      const tooEarly = this.#tooEarly(draft, (operation) => isBefore[operation] === 1);
      const isKeptBack = (operation: number): boolean =>
        isBefore[operation] === 1 && tooEarly[shop.jobOf[operation]!] === 0;
      const settled = settledDraft({ ...this.#forwardPass(), only }, draft, isKeptBack);
      return { draft, isKeptBack, settled };
    });
  }

  #forwardPass(): Pass {
    const shop = this.#shop;
    const earliest = new Float64Array(shop.jobOf.length).fill(shop.start);
    for (let job = 0; job < shop.jobIds.length; job++) {
      earliest[beginNode(shop, job)] = Math.max(shop.start, shop.release[job]!);
    }
    return {
      shop,
      sign: 1,
      from: shop.start,
      until: shop.until,
      rankOf: this.#rankOf,
      earliest,
      finite: this.#finite,
      matrix: !this.#isInfinite(),
    };
  }

  /**
   * On mirrored time the order is mirrored too: what is placed last is what comes first.
   *
   * @param latest - where operations are fixed: none of them begins after this minute, and only jobs
   * with a due date are bound by themselves
   */
  #backwardPass(latest?: number): Pass {
    const shop = this.#shop;
    const bounds = shop.due.map((due, job) =>
      due < NEVER || latest === undefined ? this.#latestEnd(due, job) : -NEVER,
    );
    const from = bounds.reduce((first, bound) => Math.min(first, -bound), -(latest ?? -NEVER));
    const earliest = new Float64Array(shop.jobOf.length).fill(from);
    for (const [job, bound] of bounds.entries()) {
      earliest[endNode(shop, job)] = bound === -NEVER ? from : -bound;
    }
    return {
      shop,
      sign: -1,
      from,
      until: TEN_YEARS - shop.start,
      rankOf: reversed(this.#rankOf),
      earliest,
      finite: this.#finite,
      matrix: false,
    };
  }

  /** By when a job ends by itself; always where only other jobs need it sometime. */
  #latestEnd(due: number, job: number): number {
    const shop = this.#shop;
    const end = endNode(shop, job);
    const isNeeded = shop.linksFrom.start[end]! < shop.linksFrom.start[end + 1]!;
    if (due === NEVER && isNeeded) return -NEVER;
    return Math.min(due, shop.until);
  }

  #isInfinite(): boolean {
    return this.#finite.every((counts) => counts === 0);
  }

  /** Whether some setup depends on what was done before: then a draft backward does not know it. */
  #usesMatrix(): boolean {
    const shop = this.#shop;
    return (
      !this.#isInfinite() &&
      shop.groupIds.length > 0 &&
      shop.centers.some(({ center }) => center.setups.size > 0)
    );
  }

  /** By job: 1 where a draft begins some operation before it may, or knows no place for it. */
  #tooEarly(draft: Draft, isDrafted: (operation: number) => boolean): Uint8Array {
    const shop = this.#shop;
    const tooEarly = new Uint8Array(shop.jobIds.length);
    for (let task = 0; task < shop.operationOf.length; task++) {
      const operation = shop.operationOf[task]!;
      if (!isDrafted(operation)) continue;
      const job = shop.jobOf[operation]!;
      const least = Math.max(shop.start, shop.release[job]!);
      const isPlaced = draft.reason[task] === REASON.none;
      if (!isPlaced || draft.queueStart[task]! < least) tooEarly[job] = 1;
    }
    return tooEarly;
  }
}
