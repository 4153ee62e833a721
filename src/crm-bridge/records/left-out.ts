import { formatPath, showValue } from "../../core/index.js";
import type { CrmList } from "../schema/crm-records.js";
import { opportunitiesOf } from "./deal-checks.js";
import { CALLED, CRM_LISTS, type Draft, type Entry } from "./draft.js";
import { referencesOf } from "./references.js";

/** Where a row names a record. */
interface Naming {
  readonly entry: Entry;
  readonly path: readonly (string | number)[];
}

/** Things by list and id. */
class ByRecord<Thing> {
  readonly #lists = new Map<CrmList, Map<string, Thing>>();

  get(list: CrmList, id: string): Thing | undefined {
    return this.#lists.get(list)?.get(id);
  }

  set(list: CrmList, id: string, thing: Thing): void {
    const things = this.#lists.get(list) ?? new Map<string, Thing>();
    this.#lists.set(list, things.set(id, thing));
  }
}

/**
 * Leaves out what names a record that is left out, and so on, and says so of each: the rows that name
 * it, the other versions of a forecast, and a won opportunity without any order left.
 */
export function leaveOutWhatNames(draft: Draft): void {
  const wrong = CRM_LISTS.flatMap((list) => draft.of(list).filter(({ isLeftOut }) => isLeftOut));
  if (wrong.length === 0) return;
  const namings = namingsOf(draft);
  const orders = new OrdersOfWon(draft);
  const reached = new ByRecord<true>();
  const open: Entry[] = [];
  const leaveOut = (list: CrmList, id: string | null): void => {
    if (id === null || reached.get(list, id) !== undefined) return;
    reached.set(list, id, true);
    open.push(...draft.named(list, id));
  };
  for (const { list, id } of wrong) leaveOut(list, id);
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { list, id } = entry;
    if (!entry.isLeftOut && list === "forecasts") sayOfVersion(draft, entry);
    entry.isLeftOut = true;
    for (const naming of namings.get(list, id ?? "") ?? [])
      leaveOut(naming.entry.list, naming.entry.id);
    if (list !== "orders") continue;
    for (const won of orders.lost(entry as Entry<"orders">)) {
      const message = `The opportunity ${showValue(won.id)} is won, but all orders of it are left out.`;
      draft.refuse(won, "leftOut", ["status"], message);
      leaveOut(won.list, won.id);
    }
  }
  sayOfNamings(draft, namings);
}

function namingsOf(draft: Draft): ByRecord<Naming[]> {
  const namings = new ByRecord<Naming[]>();
  for (const list of CRM_LISTS) {
    for (const entry of draft.of(list)) {
      if (entry.row === undefined) continue;
      referencesOf(list, entry.row, (target, id, ...path) => {
        // Rows stand without these; see `withoutLeftOut`.
        if (id === undefined || target === "priceLists" || target === "forecasts") return;
        const known = namings.get(target, id);
        if (known === undefined) namings.set(target, id, [{ entry, path }]);
        else known.push({ entry, path });
      });
    }
  }
  return namings;
}

/** How many orders of won opportunities are left. */
class OrdersOfWon {
  readonly #draft: Draft;
  readonly #left = new Map<string, number>();

  constructor(draft: Draft) {
    this.#draft = draft;
    for (const { row } of draft.of("orders")) {
      if (row === undefined) continue;
      for (const id of opportunitiesOf(draft, row)) {
        this.#left.set(id, (this.#left.get(id) ?? 0) + 1);
      }
    }
  }

  /** Takes an order away. @returns the won opportunities that have none any more */
  lost({ row }: Entry<"orders">): Entry<"opportunities">[] {
    if (row === undefined) return [];
    return [...opportunitiesOf(this.#draft, row)].flatMap((id) => {
      const left = (this.#left.get(id) ?? 0) - 1;
      this.#left.set(id, left);
      if (left > 0) return [];
      return this.#draft.named("opportunities", id).filter((entry) => entry.row?.status === "won");
    });
  }
}

function sayOfVersion(draft: Draft, entry: Entry): void {
  const message = `The forecast ${showValue(entry.id)} has another version that is wrong.`;
  draft.refuse(entry, "leftOut", ["id"], message);
}

function sayOfNamings(draft: Draft, namings: ByRecord<Naming[]>): void {
  for (const list of CRM_LISTS) {
    for (const group of draft.groups(list)) {
      const { id, isLeftOut } = group[0]!;
      if (!isLeftOut || id === null) continue;
      for (const { entry, path } of namings.get(list, id) ?? []) {
        const owner = `${CALLED[entry.list]} ${showValue(entry.id)}`;
        const message = `The ${formatPath(path)} (${showValue(id)}) of ${owner} is left out, since it is wrong itself or names what is.`;
        draft.refuse(entry, "leftOut", path, message, { named: { list, id } });
      }
    }
  }
}
