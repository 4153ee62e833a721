import fc from "fast-check";
import { amount, roughly, someOf, written } from "./amounts.js";
import { draft, given, rareFlag, rarely, sometimes, upTo, type Value } from "./optional.js";
import type { Scene, SceneItem } from "./scene.js";

/** Half open, and never empty (T1): a first day, and how many days it lasts. */
export const validity = draft({
  from: sometimes(fc.integer({ min: -5, max: 15 })),
  lasts: sometimes(fc.integer({ min: 1, max: 20 })),
});

interface Dates {
  readonly validFrom?: string;
  readonly validTo?: string;
}

export function writeValidity({ from, lasts }: Value<typeof validity>, date: Scene["date"]): Dates {
  return given({
    validFrom: from === undefined ? undefined : date(from),
    validTo: lasts === undefined ? undefined : date((from ?? 0) + lasts),
  });
}

/** Ratios whose products with a fine quantity do not fit into 53 bits, the last not even itself. */
const LONG = [
  "123456789/123456787",
  "999999937/1000000007",
  "12345678901234567890/12345678901234567891",
];

const line = draft({
  /** How far below its parent the component stands among the items. */
  further: fc.nat(4),
  quantity: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(1, 2) },
    { weight: 2, arbitrary: fc.constantFrom(3, 0.5, 1.25, "1/3", "2/3", "1/7", 0) },
    { weight: 1, arbitrary: fc.constantFrom(...LONG) },
  ),
  unit: rarely(fc.constantFrom("box", "pack")),
  fixed: rareFlag,
  scrap: rarely(fc.constantFrom(0.05, "1/3", 0.1)),
  multiple: rarely(amount),
  offset: sometimes(fc.integer({ min: -3, max: 3 })),
  dated: rareFlag,
  validity,
});

const bill = draft({
  lines: upTo(line, 3, 1),
  /** At which sites it holds, as bits. */
  sites: fc.integer({ min: 1, max: 7 }),
  version: sometimes(fc.constant(true)),
  validity,
  output: rarely(fc.constantFrom(2, 10, "1/2")),
  outputInBoxes: rareFlag,
});

/** The bills of one item; all but the first are other versions of it. */
export const bills = fc.oneof(
  { weight: 3, arbitrary: fc.array(bill, { maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(bill, { minLength: 2, maxLength: 3 }) },
);

/** What the orders of an item may grow to, in its parents' orders; random ones stay below this. */
const LARGEST_GROWTH = 300;

/** Writes the bills of all items, those of parents first. */
export function writeBills(scene: Scene, of: readonly Value<typeof bills>[]) {
  const growth = scene.items.map(() => 1);
  return of.flatMap((versions, n) => {
    const parent = scene.items[n];
    if (parent === undefined || n === scene.items.length - 1) return [];
    const begins = new Set<string>();
    return versions.flatMap((one, v) => {
      const dates: Dates = scene.has("datedBills") ? writeValidity(one.validity, scene.date) : {};
      const row = {
        item: parent.id,
        ...(one.version ? { version: `v${v}` } : {}),
        ...dates,
        ...writeOutput(scene, parent, one),
        lines: one.lines
          .slice(0, scene.has("chain") ? 1 : undefined)
          .map((l) => writeLine(scene, l, n, growth)),
      };
      const sites = scene.sites.length === 0 ? [undefined] : scene.sites;
      return sites.flatMap((site, s) => {
        const begin = `${site} ${dates.validFrom}`;
        const isHere = site === undefined || (one.sites & (1 << s)) !== 0;
        if (!isHere || begins.has(begin)) return [];
        begins.add(begin);
        return [site === undefined ? row : { ...row, site }];
      });
    });
  });
}

function writeOutput(scene: Scene, parent: SceneItem, of: Value<typeof bill>) {
  if (of.outputInBoxes && parent.box !== undefined)
    return { output: of.output ?? 1, outputUnit: "box" };
  return of.output === undefined || !scene.has("scrap") ? {} : { output: of.output };
}

function writeLine(scene: Scene, of: Value<typeof line>, parent: number, growth: number[]) {
  const further = scene.has("chain") ? 0 : of.further;
  const n = Math.min(parent + 1 + further, scene.items.length - 1);
  const component = scene.items[n] as SceneItem;
  const holds = of.unit === undefined ? undefined : component[of.unit];
  const grown = (growth[parent] ?? 1) * roughly(of.quantity) * 1.5 * 2 * roughly(holds ?? 1);
  const quantity = grown > LARGEST_GROWTH ? "1/20" : of.quantity;
  growth[n] = (growth[n] ?? 1) + (grown > LARGEST_GROWTH ? grown / 20 : grown);
  const unit = holds === undefined || grown > LARGEST_GROWTH ? undefined : of.unit;
  const multiple =
    scene.has("lineMultiples") && of.multiple && unit !== "pack"
      ? written(someOf(of.multiple, component.decimals), component.decimals)
      : undefined;
  return given({
    item: component.id,
    quantity,
    unit,
    fixed: scene.has("fixedLines") && of.fixed ? true : undefined,
    scrap: scene.has("scrap") ? of.scrap : undefined,
    multiple,
    offset: scene.has("offsets") ? of.offset : undefined,
    ...(scene.has("datedBills") && of.dated ? writeValidity(of.validity, scene.date) : {}),
  });
}
