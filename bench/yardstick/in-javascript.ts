import type { PlannedOrders } from "../plan-hash.js";
import { type BenchProblem, RULES } from "../problem.js";

/**
 * yardstick.c line by line in JavaScript: what is left of the limit of the machine in the language of the
 * library, when nothing else is done. Counts are doubles here, days without a table, rows of a part one
 * behind the other.
 */

const FIXED_ORDER_QUANTITY = RULES.indexOf("fixedOrderQuantity");
const PERIOD_ORDER_QUANTITY = RULES.indexOf("periodOrderQuantity");
const DAYS = 512;
const POWERS_OF_TEN = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** The compiled form: parts by place, in an order in which parents come before components. */
export interface BareModel {
  readonly days: number;
  /** By item. */
  readonly placeOf: Int32Array;
  readonly opening: Float64Array;
  readonly minimum: Float64Array;
  readonly multiple: Float64Array;
  readonly window: Int32Array;
  readonly lead: Int32Array;
  /** The first link of each part, and one behind the last. */
  readonly links: Int32Array;
  /** The first change of each part, and one behind the last. */
  readonly changes: Int32Array;
  readonly num: Float64Array;
  readonly den: Float64Array;
  /** Its place. */
  readonly parent: Int32Array;
  /** A receipt is positive, a need negative. */
  readonly quantity: Float64Array;
  readonly day: Int32Array;
  /** No plan has more orders. */
  readonly rowLimit: number;
}

/** Orders by place, those of a place by due day. */
export interface BareOrders {
  /** By place, and one behind the last. */
  readonly firstRow: Int32Array;
  readonly due: Int32Array;
  readonly size: Float64Array;
}

/** Compiles a problem. */
export function compileBare({ days, items, lines, demands, supplies }: BenchProblem): BareModel {
  const placeOf = placeItems(items.leadTime.length, lines);
  const count = placeOf.length;
  const opening = new Float64Array(count);
  const minimum = new Float64Array(count);
  const multiple = new Float64Array(count);
  const window = new Int32Array(count);
  const lead = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const at = placeOf[i]!;
    const rule = items.rule[i]!;
    opening[at] = items.onHand[i]! - items.safetyStock[i]!;
    minimum[at] = items.minimumOrder[i]!;
    multiple[at] = rule === FIXED_ORDER_QUANTITY ? items.lotQuantity[i]! : items.orderMultiple[i]!;
    window[at] = rule === PERIOD_ORDER_QUANTITY ? items.periodDays[i]! : 1;
    lead[at] = items.leadTime[i]!;
  }
  const links = new Int32Array(count + 1);
  const changes = new Int32Array(count + 1);
  const lineCount = lines.parent.length;
  const demandCount = demands.item.length;
  const supplyCount = supplies.item.length;
  for (let l = 0; l < lineCount; l++) links[placeOf[lines.component[l]!]!]!++;
  for (let d = 0; d < demandCount; d++) changes[placeOf[demands.item[d]!]!]!++;
  for (let s = 0; s < supplyCount; s++) changes[placeOf[supplies.item[s]!]!]!++;
  for (let at = 1; at <= count; at++) {
    links[at]! += links[at - 1]!;
    changes[at]! += changes[at - 1]!;
  }
  const num = new Float64Array(lineCount);
  const den = new Float64Array(lineCount);
  const parent = new Int32Array(lineCount);
  for (let l = lineCount - 1; l >= 0; l--) {
    const from = lines.parent[l]!;
    const component = lines.component[l]!;
    const used = lines.quantity[l]! * (10_000 + lines.scrap[l]!);
    const above = used * POWERS_OF_TEN[items.decimals[component]!]!;
    const below = 10_000 * POWERS_OF_TEN[lines.quantityDecimals[l]! + items.decimals[from]!]!;
    const divisor = greatestDivisor(above, below);
    const k = --links[placeOf[component]!]!;
    num[k] = above / divisor;
    den[k] = below / divisor;
    parent[k] = placeOf[from]!;
  }
  const quantity = new Float64Array(demandCount + supplyCount);
  const day = new Int32Array(demandCount + supplyCount);
  for (let s = supplyCount - 1; s >= 0; s--) {
    const c = --changes[placeOf[supplies.item[s]!]!]!;
    quantity[c] = supplies.quantity[s]!;
    day[c] = supplies.due[s]!;
  }
  for (let d = demandCount - 1; d >= 0; d--) {
    const c = --changes[placeOf[demands.item[d]!]!]!;
    quantity[c] = -demands.quantity[d]!;
    day[c] = demands.due[d]!;
  }
  const most = new Int32Array(count);
  let rowLimit = 0;
  for (let at = 0; at < count; at++) {
    let causes = 1 + changes[at + 1]! - changes[at]!;
    for (let k = links[at]!; k < links[at + 1]!; k++) causes += most[parent[k]!]!;
    most[at] = causes < days ? causes : days;
    rowLimit += most[at]!;
  }
  return {
    ...{ days, placeOf, opening, minimum, multiple, window, lead, links, changes },
    ...{ num, den, parent, quantity, day, rowLimit },
  };
}

/** Places items wave by wave: those of a wave have all their parents in earlier ones, and one at least in the last. */
function placeItems(count: number, { parent, component }: BenchProblem["lines"]): Int32Array {
  const lineCount = parent.length;
  const head = new Int32Array(count + 1);
  const below = new Int32Array(lineCount);
  const waiting = new Int32Array(count);
  const wave = new Int32Array(count);
  const placeOf = new Int32Array(count);
  for (let l = 0; l < lineCount; l++) {
    head[parent[l]! + 1]!++;
    waiting[component[l]!]!++;
  }
  for (let i = 0; i < count; i++) head[i + 1]! += head[i]!;
  for (let l = lineCount - 1; l >= 0; l--) below[--head[parent[l]! + 1]!] = component[l]!;
  // head[i + 1] is now where the lines of i begin.
  let placed = 0;
  for (let i = 0; i < count; i++) if (waiting[i] === 0) wave[placed++] = i;
  for (let at = 0; at < placed; at++) {
    const item = wave[at]!;
    placeOf[item] = at;
    const end = item + 2 <= count ? head[item + 2]! : lineCount;
    for (let k = head[item + 1]!; k < end; k++) {
      if (--waiting[below[k]!]! === 0) wave[placed++] = below[k]!;
    }
  }
  return placeOf;
}

function greatestDivisor(a: number, b: number): number {
  let large = a;
  let small = b;
  while (small !== 0) {
    const rest = large % small;
    large = small;
    small = rest;
  }
  return large;
}

/** Makes room for a plan. */
export function roomFor({ placeOf, rowLimit }: BareModel): BareOrders {
  return {
    firstRow: new Int32Array(placeOf.length + 1),
    due: new Int32Array(rowLimit),
    size: new Float64Array(rowLimit),
  };
}

/** Change of stock of the part at work by day, and a bit for each day that has one; clean between parts. */
const change = new Float64Array(DAYS);
const marks = new Int32Array(DAYS / 32);
const days = new Int32Array(DAYS);

/** Plans all parts. */
export function planBare(model: BareModel, orders: BareOrders): void {
  const { opening, links, changes, quantity, day } = model;
  const { firstRow } = orders;
  const count = opening.length;
  let row = 0;
  for (let at = 0; at < count; at++) {
    if (opening[at]! < 0) marks[0]! |= 1;
    for (let c = changes[at]!; c < changes[at + 1]!; c++) {
      const on = day[c]!;
      change[on]! += quantity[c]!;
      marks[on >> 5]! |= 1 << (on & 31);
    }
    for (let k = links[at]!; k < links[at + 1]!; k++) pull(model, orders, k);
    firstRow[at] = row;
    row = net(model, orders, at, row);
  }
  firstRow[count] = row;
}

function pull(
  { parent, num, den, lead }: BareModel,
  { firstRow, due, size }: BareOrders,
  k: number,
): void {
  const from = parent[k]!;
  const end = firstRow[from + 1]!;
  const ahead = lead[from]!;
  const above = num[k]!;
  const below = den[k]!;
  for (let row = firstRow[from]!; row < end; row++) {
    let on = due[row]! - ahead;
    if (on < 0) on = 0;
    const product = size[row]! * above;
    change[on]! -= below === 1 ? product : Math.ceil(product / below);
    marks[on >> 5]! |= 1 << (on & 31);
  }
}

function net(
  { opening, minimum, multiple, window }: BareModel,
  { due, size }: BareOrders,
  at: number,
  first: number,
): number {
  let count = 0;
  for (let word = 0; word < marks.length; word++) {
    let left = marks[word]!;
    if (left === 0) continue;
    marks[word] = 0;
    for (; left !== 0; left &= left - 1) {
      days[count++] = (word << 5) + 31 - Math.clz32(left & -left);
    }
  }
  const least = minimum[at]!;
  const step = multiple[at]!;
  const wide = window[at]!;
  let row = first;
  let stock = opening[at]!;
  for (let n = 0; n < count; n++) {
    const on = days[n]!;
    stock += change[on]!;
    change[on] = 0;
    if (stock >= 0) continue;
    let lowest = stock;
    if (wide > 1) {
      let level = stock;
      for (let later = n + 1; later < count && days[later]! < on + wide; later++) {
        level += change[days[later]!]!;
        if (level < lowest) lowest = level;
      }
    }
    let order = -lowest;
    if (order < least) order = least;
    if (step > 1) order = Math.ceil(order / step) * step;
    due[row] = on;
    size[row++] = order;
    stock += order;
  }
  return row;
}

/** The planned orders by item, as `planHash` wants them. */
export function* bareOrders({ placeOf }: BareModel, orders: BareOrders): PlannedOrders {
  const { firstRow, due, size } = orders;
  for (const [item, at] of placeOf.entries()) {
    for (let row = firstRow[at]!; row < firstRow[at + 1]!; row++) {
      yield { item, day: due[row]!, quantity: size[row]! };
    }
  }
}
