import type { PlanningInput, PlanningRow } from "../../../src/index.js";
import { dayText, readDay } from "../../reference/calendar.js";
import {
  decimalText,
  type Fraction,
  fraction,
  ONE,
  over,
  plus,
  readRatio,
  times,
  ZERO,
} from "../../reference/numbers.js";

type Bill = PlanningRow<"boms">;
type Line = Bill["lines"][number];

/** Half open. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** A line in stock units, with the days on which it holds. */
interface WrittenLine extends Window {
  readonly item: string;
  readonly ratio: Fraction;
  readonly fixed: boolean;
  readonly multiple: Fraction | undefined;
  readonly offset: number;
}

/**
 * The same problem in which no line leads to a phantom: each is replaced by the lines of the
 * phantom's bill as composite ratios (B3). Lines to phantoms must have no `multiple`.
 */
export function phantomsWrittenOut(input: PlanningInput): PlanningInput {
  const bills = input.boms ?? [];
  return { ...input, boms: bills.map((bill) => ({ ...bill, lines: linesOf(input, bill) })) };
}

/** The same problem in which what an order draws of a phantom is not rounded to a multiple. */
export function withoutMultiplesOfPhantoms(input: PlanningInput): PlanningInput {
  return {
    ...input,
    boms: (input.boms ?? []).map((bill) => ({
      ...bill,
      lines: bill.lines.map((line) => {
        const { multiple: _, ...without } = line;
        return itemOf(input, line.item).phantom ? without : line;
      }),
    })),
  };
}

function itemOf(input: PlanningInput, id: string) {
  const item = (input.items ?? []).find((row) => row.id === id);
  if (item === undefined) throw new Error(`There is no item ${id}.`);
  return item;
}

function contains(input: PlanningInput, id: string, unit: string | undefined): Fraction {
  const holds = itemOf(input, id).units?.find((row) => row.unit === unit)?.contains;
  return holds === undefined ? ONE : readRatio(holds);
}

function linesOf(input: PlanningInput, bill: Bill): Line[] {
  return bill.lines.flatMap((line) => {
    const { item } = line;
    if (!itemOf(input, item).phantom) return [line];
    return through(input, bill, read(input, line)).map(written);
  });
}

/** A line that leads to a phantom, as lines to what the phantom is made of, however deep. */
function through(input: PlanningInput, bill: Bill, line: WrittenLine): WrittenLine[] {
  if (!itemOf(input, line.item).phantom) return [line];
  if (line.ratio.num === 0n) return [];
  return versionsOf(input, line.item, bill.site).flatMap(({ version, window }) => {
    const output = times(
      readRatio(version.output ?? 1),
      contains(input, version.item, version.outputUnit),
    );
    return version.lines
      .map((row) => read(input, row))
      .map((below) => ({
        item: below.item,
        ratio: below.fixed ? below.ratio : times(line.ratio, over(below.ratio, output)),
        fixed: line.fixed || below.fixed,
        multiple: below.multiple,
        offset: line.offset + below.offset,
        from: Math.max(line.from, window.from, below.from),
        to: Math.min(line.to, window.to, below.to),
      }))
      .filter(({ from, to }) => from < to)
      .flatMap((below) => through(input, bill, below));
  });
}

/** B8: the bills of a phantom, each with the days on which it is the one that holds. */
function versionsOf(input: PlanningInput, item: string, site: string | undefined) {
  const bills = (input.boms ?? []).filter((row) => row.item === item && row.site === site);
  const cuts = new Set(bills.flatMap((row) => [windowOf(row).from, windowOf(row).to]));
  const days = [...cuts, -Infinity, Infinity].sort((a, b) => a - b);
  return days.flatMap((from, n) => {
    const to = days[n + 1] ?? from;
    const valid = bills.filter((row) => windowOf(row).from <= from && to <= windowOf(row).to);
    const [version] = valid.sort((a, b) => windowOf(b).from - windowOf(a).from);
    return version === undefined || from === to ? [] : [{ version, window: { from, to } }];
  });
}

function windowOf(row: Pick<Line, "validFrom" | "validTo">): Window {
  return {
    from: row.validFrom === undefined ? -Infinity : readDay(row.validFrom),
    to: row.validTo === undefined ? Infinity : readDay(row.validTo),
  };
}

function read(input: PlanningInput, line: Line): WrittenLine {
  const holds = contains(input, line.item, line.unit);
  const scrap = plus(ONE, line.scrap === undefined ? ZERO : readRatio(line.scrap));
  return {
    item: line.item,
    ratio: times(times(readRatio(line.quantity), holds), scrap),
    fixed: line.fixed === true,
    multiple: line.multiple === undefined ? undefined : times(readRatio(line.multiple), holds),
    offset: line.offset ?? 0,
    ...windowOf(line),
  };
}

function written({ item, ratio, fixed, multiple, offset, from, to }: WrittenLine): Line {
  return {
    item,
    quantity: `${ratio.num}/${ratio.den}`,
    fixed,
    offset,
    ...(multiple === undefined ? {} : { multiple: asDecimal(multiple) }),
    ...(from === -Infinity ? {} : { validFrom: dayText(from) }),
    ...(to === Infinity ? {} : { validTo: dayText(to) }),
  };
}

/** A multiple is a whole number of 10^-decimals, so nine decimals hold it. */
function asDecimal(of: Fraction): string {
  return decimalText(times(of, fraction(10n ** 9n, 1n)).num, 9);
}
