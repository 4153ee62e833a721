import { compareText } from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import type { Context } from "./context.js";
import { plainFigures } from "./plain-figures.js";
import { type Item, type ItemFigures, NONE, type OrderWindow, type Parameters } from "./problem.js";
import {
  isUsual,
  saysNoMore,
  type UsualFigures,
  usualFigures,
  usualParameters,
} from "./usual-parameters.js";

/** Planning parameters of items that are put into columns as they are read. */
export class DraftFigures {
  readonly #context: Pick<Context, "items" | "conventions" | "startDay">;
  readonly #columns: ReturnType<typeof emptyColumns>;
  readonly #windows = new Windows();
  /** 1: a row for a site says more of the item. */
  readonly #differs: Uint8Array;
  /** 1: the columns are all that is to be said of the item. */
  readonly #isSaid: Uint8Array;
  readonly #isLotStated: Uint8Array;
  /** What was made last: orders of one item ask for it one after the other. */
  #last: { readonly item: number; readonly of: Parameters } | undefined;

  /** @param itemSites - rows by which items are planned otherwise at some site */
  constructor(context: Context, itemSites: readonly { readonly item: number }[]) {
    const count = context.items.length;
    this.#context = context;
    this.#columns = emptyColumns(count);
    this.#differs = new Uint8Array(count);
    for (const { item } of itemSites) this.#differs[item] = 1;
    this.#isSaid = new Uint8Array(count);
    this.#isLotStated = new Uint8Array(count);
  }

  /** @returns whether {@link DraftFigures.at} can say all of it again */
  add(n: number, of: Parameters): boolean {
    const { items, startDay, conventions } = this.#context;
    if (this.#differs[n] === 1 || items[n]!.phantom || !isUsual(of, startDay)) return false;
    this.#write(n, usualFigures(of));
    const isSaid = saysNoMore(of, conventions);
    this.#isSaid[n] = isSaid ? 1 : 0;
    return isSaid;
  }

  /**
   * Adds an item as its row says it, without making parameters of it.
   *
   * @returns whether it is added; not where its row says more, or anything is to be said of that
   */
  addPlain(n: number, row: PlanningRow<"items">): boolean {
    if (this.#differs[n] === 1) return false;
    const figures = plainFigures(row, this.#context.items[n]!);
    if (figures === undefined) return false;
    this.#write(n, figures);
    this.#isSaid[n] = 1;
    return true;
  }

  #write(n: number, figures: UsualFigures): void {
    const columns = this.#columns;
    const { window } = figures;
    columns.isUsual[n] = 1;
    columns.leadTime[n] = figures.leadTime;
    columns.safetyStock[n] = figures.safetyStock;
    columns.lotQuantity[n] = figures.lotQuantity;
    if (window !== undefined) columns.window[n] = this.#windows.numberOf(window);
    columns.minimum[n] = figures.minimum;
    columns.multiple[n] = figures.multiple;
    this.#isLotStated[n] = figures.isLotStated ? 1 : 0;
  }

  /** The parameters of an item, made from the columns; `undefined` when these do not say all of them. */
  at(n: number): Parameters | undefined {
    if (this.#isSaid[n] === 0) return undefined;
    if (this.#last?.item !== n) this.#last = { item: n, of: this.#make(n) };
    return this.#last.of;
  }

  #make(n: number): Parameters {
    const columns = this.#columns;
    const { conventions } = this.#context;
    const window = columns.window[n]!;
    return usualParameters(conventions, {
      leadTime: columns.leadTime[n]!,
      safetyStock: columns.safetyStock[n]!,
      lotQuantity: columns.lotQuantity[n]!,
      window: window === NONE ? undefined : this.#windows.all[window],
      isLotStated: this.#isLotStated[n] === 1,
      minimum: columns.minimum[n]!,
      multiple: columns.multiple[n]!,
    });
  }

  /** The columns, when all items are added that no row for a site speaks of. */
  figures(): ItemFigures {
    const { items } = this.#context;
    return {
      decimals: new Uint8Array(items.map(({ decimals }) => decimals)),
      hasPhantoms: items.some(({ phantom }) => phantom),
      rank: ranked(items),
      windows: this.#windows.all,
      ...this.#columns,
    };
  }
}

function emptyColumns(items: number) {
  return {
    isUsual: new Uint8Array(items),
    leadTime: new Int32Array(items),
    safetyStock: new Float64Array(items),
    lotQuantity: new Float64Array(items),
    minimum: new Float64Array(items),
    multiple: new Float64Array(items),
    window: new Int32Array(items).fill(NONE),
  };
}

/** Windows that say the same have one number. */
class Windows {
  readonly all: OrderWindow[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(window: OrderWindow): number {
    const key = `${window.length} ${window.unit}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.all.push(window) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** The place of each item by its id; `undefined` when it is its own. */
function ranked(items: readonly Item[]): Int32Array | undefined {
  if (isAscending(items)) return undefined;
  const order = Int32Array.from(items, (_, n) => n).sort((a, b) =>
    compareText(items[a]!.id, items[b]!.id),
  );
  const rank = new Int32Array(items.length);
  for (let place = 0; place < order.length; place++) rank[order[place]!] = place;
  return rank;
}

function isAscending(items: readonly Item[]): boolean {
  for (let n = 1; n < items.length; n++) if (items[n - 1]!.id > items[n]!.id) return false;
  return true;
}
