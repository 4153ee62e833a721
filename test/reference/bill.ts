/**
 * The explosion of one order through its bill of material (B3, B8, Q2, N7): which version, which
 * lines, how much, on which day. A line with a phantom hands on the unrounded amount; everything
 * else is rounded up once to the component's 10^-decimals, then to the line's multiple.
 */
import type { Day } from "./calendar.js";
import { dayText, readDay, shiftWorkingDays } from "./calendar.js";
import { isInside } from "./loops.js";
import type { Fraction } from "./numbers.js";
import {
  ceil,
  compareText,
  fraction,
  ONE,
  over,
  plus,
  powerOfTen,
  readRatio,
  times,
  upTo,
  ZERO,
} from "./numbers.js";
import type { Problem } from "./problem.js";
import { contains, decimalsOf, isPhantom, key, quantityOf, siteCalendar } from "./problem.js";
import type { Need, Origin, Points, Substitute } from "./stocking-points.js";
import { pointAt } from "./stocking-points.js";
import type { BomRow, LineRow } from "./types.js";

/** Half open, [validFrom, validTo). */
export function isValid(row: { validFrom?: string; validTo?: string }, day: Day): boolean {
  const from = row.validFrom === undefined ? -Infinity : readDay(row.validFrom);
  const to = row.validTo === undefined ? Infinity : readDay(row.validTo);
  return from <= day && day < to;
}

/** B8: the version named, else the valid one with the latest validFrom (equal ones contradict). */
export function bomFor(
  problem: Problem,
  item: string,
  site: string,
  day: Day,
  version: string | undefined,
): BomRow | undefined {
  const boms = problem.boms.get(key(item, site)) ?? [];
  if (version !== undefined) {
    return boms.find((bom) => bom.version === version);
  }
  const begin = (bom: BomRow) => (bom.validFrom === undefined ? -Infinity : readDay(bom.validFrom));
  const valid = boms.filter((candidate) => isValid(candidate, day));
  const latest = valid.reduce((last, bom) => Math.max(last, begin(bom)), -Infinity);
  const [best, ...equal] = valid.filter((bom) => begin(bom) === latest);
  if (equal.length > 0) {
    throw new Error(`Two bills of item "${item}" are the latest on ${dayText(day)}.`);
  }
  return best;
}

/** How many times the output of the bill `amount` stock units of its item are. */
export function perOutput(problem: Problem, bom: BomRow, amount: Fraction): Fraction {
  const output = times(readRatio(bom.output ?? 1), contains(problem, bom.item, bom.outputUnit));
  return over(amount, output);
}

/**
 * What the line draws for `amount` stock units of the parent, in stock units of the component (Q2,
 * Q5).
 */
function drawn(problem: Problem, bom: BomRow, line: LineRow, amount: Fraction): Fraction {
  const scrap = plus(ONE, line.scrap === undefined ? ZERO : readRatio(line.scrap));
  const each = times(
    times(readRatio(line.quantity), contains(problem, line.item, line.unit)),
    scrap,
  );
  if (line.fixed === true) {
    return each;
  }
  return times(perOutput(problem, bom, amount), each);
}

/**
 * The line's substitutes in their order, with what each would give: rounded up once (K36). Unit and
 * multiple of the line are those of the preferred component alone.
 */
function substitutesOf(
  problem: Problem,
  bom: BomRow,
  line: LineRow,
  amount: Fraction,
): Substitute[] {
  const { fixed, scrap } = line;
  return [...(line.substitutes ?? [])]
    .sort((a, b) => a.priority - b.priority || compareText(a.item, b.item))
    .map(({ item, quantity, priority }) => {
      const instead: LineRow = {
        item,
        quantity,
        ...(fixed === undefined ? {} : { fixed }),
        ...(scrap === undefined ? {} : { scrap }),
      };
      const exact = drawn(problem, bom, instead, amount);
      const scale = powerOfTen(decimalsOf(problem, item));
      return { item, priority, quantity: ceil(times(exact, scale)) };
    });
}

function upToMultiple(amount: Fraction, multiple: bigint): Fraction {
  return fraction(ceil(over(amount, fraction(multiple, 1n))) * multiple, 1n);
}

export interface Explosion {
  item: string;
  /** Where the bill of the item is found. */
  site: string;
  /** Where its components are needed: elsewhere for an order to a subcontractor (K45). */
  componentSite: string;
  /** Stock units of `item`, exact. */
  amount: Fraction;
  /** The version that the order's source names. */
  version?: string;
  /** The sum of the offsets on the way to `item` (B3). */
  offset: number;
  origin: Origin;
}

/** Adds the needs of one order, or of what a phantom's own stock left of one, to the components. */
export function explode(points: Points, explosion: Explosion): void {
  const { problem } = points;
  const { item, site, componentSite, amount, offset, origin } = explosion;
  const { segment } = origin;
  const bom = bomFor(problem, item, site, origin.judged, explosion.version);
  if (bom === undefined) {
    if (origin.judged > problem.horizonDay) {
      return; // N12: what takes effect after the horizon is not planned
    }
    const message = {
      code: "noBom",
      item,
      site,
      segment,
      order: origin.id === "" ? null : origin.id,
      date: dayText(origin.judged),
    };
    problem.messages.push(message);
    if (origin.firm) {
      problem.ofSupplies.add(message);
    }
    return;
  }
  for (const line of bom.lines) {
    const exact = drawn(problem, bom, line, amount);
    if (exact.num === 0n || !isValid(line, origin.judged)) {
      continue; // a zero quantity is zero
    }
    const relation = { parent: key(item, site), component: key(line.item, componentSite) };
    if (isInside(points.loops, relation)) {
      continue; // K38
    }
    const total = offset + (line.offset ?? 0);
    const calendar = siteCalendar(problem, origin.site);
    const moved = shiftWorkingDays(calendar, origin.start, total);
    const component = pointAt(points, line.item, componentSite, segment);
    const need: Need = {
      kind: "dependent",
      id: origin.id,
      own: Math.max(problem.startDay, moved), // N7
      quantity: 0n,
      priority: Infinity,
      forecast: false,
      origin,
      offset: total,
    };
    // Q2: what one order draws on this line is a whole number of multiples, of a phantom too.
    const scale = powerOfTen(decimalsOf(problem, line.item));
    const multiple =
      line.multiple === undefined
        ? undefined
        : quantityOf(problem, line.item, line.multiple, ["boms"], line.unit);
    if (isPhantom(problem, line.item)) {
      const drawnAmount =
        multiple === undefined ? exact : over(upToMultiple(times(exact, scale), multiple), scale);
      component.phantomNeeds.push({ need, amount: drawnAmount, offset: total, origin });
      continue;
    }
    const whole = ceil(times(exact, scale));
    const substitutes = substitutesOf(problem, bom, line, amount);
    component.needs.push({
      ...need,
      quantity: upTo(whole, multiple ?? 1n),
      ...(substitutes.length === 0 ? {} : { substitutes }),
    });
  }
}
