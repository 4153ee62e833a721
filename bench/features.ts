import type { PlanningColumns, PlanningInput, PlanningRow } from "../src/mrp/index.js";

/** Rows, and what is handed over as columns beside them. */
export interface Given {
  readonly input: PlanningInput;
  readonly columns: PlanningColumns | undefined;
}

/** A feature that a problem of {@link generateProblem} may use. */
export interface Feature {
  readonly title: string;
  /** The same problem with the feature in it. */
  readonly use: (given: Given) => Given;
}

type Item = PlanningRow<"items">;
type BomLine = PlanningRow<"boms">["lines"][number];
type Source = PlanningRow<"sources">;

/** In the middle of the horizon. */
const MIDDLE = "2026-05-01";
const WEEK = ["mon", "tue", "wed", "thu", "fri"] as const;
const MONTH = { rule: "periodOrderQuantity", months: 1 } as const;
const CALENDARS = 8;
/** A prime, by which a quantity with six decimals does not divide. */
const WIDE = 1_000_003;

/** Features whose time is measured at L, with demands and supplies as columns. */
export const FEATURES = {
  calendars: {
    title: "8 calendars",
    use: changed((input) => ({ ...input, ...eightCalendars(input) })),
  },
  datedLines: {
    title: "a fifth of the lines dated",
    use: lines((line, n) => (n % 5 === 0 ? { ...line, validTo: MIDDLE } : line)),
  },
  datedSources: {
    title: "two dated sources on a third of the items",
    use: changed((input) => ({ ...input, sources: twoSources(input) })),
  },
  steppedSafetyStock: {
    title: "stepped safety stock",
    use: items((item) => ({ ...item, safetyStock: twoSteps(item) })),
  },
  assume: { title: "assume with a tenth of the supplies frozen", use: assume },
  fences: {
    title: "planning time fences",
    use: items((item) => ({ ...item, planningTimeFence: 10 })),
  },
  months: {
    title: "period order quantities in months",
    use: items((item) =>
      item.lotSizing?.rule === "periodOrderQuantity" ? { ...item, lotSizing: MONTH } : item,
    ),
  },
  monthsEverywhere: {
    title: "all items in months",
    use: items((item) => ({ ...item, lotSizing: MONTH })),
  },
  wideRatios: {
    title: "wide ratios everywhere",
    use: lines((line) => ({ ...line, quantity: wide(Number(line.quantity)) })),
  },
  maximumOrder: {
    title: "a maximum order of 200 on a third of the items",
    use: changed(cutOrders),
  },
  offsets: {
    title: "lead-time offsets on lines",
    use: lines((line, n) => ({ ...line, offset: n % 3 })),
  },
  yield: { title: "yields", use: items((item) => ({ ...item, yield: 0.95 })) },
  segments: {
    title: "demands in four segments",
    use: changed((input) => ({
      ...input,
      demands: input.demands!.map((demand, n) => ({ ...demand, segment: `project ${n % 4}` })),
    })),
  },
  byDemand: {
    title: "one order for each demand",
    use: changed((input) => ({
      ...input,
      conventions: { ...input.conventions, grouping: "demand" },
    })),
  },
} satisfies Record<string, Feature>;

export type FeatureName = keyof typeof FEATURES;

function changed(change: (input: PlanningInput) => PlanningInput): Feature["use"] {
  return ({ input, columns }) => ({ input: change(input), columns });
}

function items(change: (item: Item, n: number) => Item): Feature["use"] {
  return changed((input) => ({ ...input, items: input.items!.map(change) }));
}

function lines(change: (line: BomLine, n: number) => BomLine): Feature["use"] {
  return changed((input) => ({
    ...input,
    boms: input.boms!.map((bom) => ({ ...bom, lines: bom.lines.map(change) })),
  }));
}

/** One for the plant and its suppliers each, five or six days a week, with a holiday. */
function eightCalendars(input: PlanningInput): Partial<PlanningInput> {
  const all = Array.from({ length: CALENDARS }, (_, n) => n);
  const made = madeItems(input);
  const bought = input.items!.filter(({ id }) => !made.has(id));
  return {
    calendars: all.map((n) => ({
      id: `calendar ${n}`,
      workingDays: n % 2 === 0 ? [...WEEK, "sat"] : [...WEEK],
      exceptions: [{ date: `2026-0${n + 1}-07`, working: false }],
    })),
    sites: [{ id: "plant", calendar: "calendar 0" }],
    suppliers: all.map((n) => ({ id: `supplier ${n}`, calendar: `calendar ${n}` })),
    sources: bought.map(({ id }, n) => ({
      item: id,
      kind: "buy",
      supplier: `supplier ${n % CALENDARS}`,
    })),
  };
}

function twoSources(input: PlanningInput): Source[] {
  const made = madeItems(input);
  return input
    .items!.filter((_, n) => n % 3 === 0)
    .flatMap(({ id, leadTime = 0 }) => {
      const kind = made.has(id) ? "make" : "buy";
      return [
        { id: `${id} early`, item: id, kind, validTo: MIDDLE },
        { id: `${id} late`, item: id, kind, validFrom: MIDDLE, leadTime: leadTime + 1 },
      ];
    });
}

function twoSteps({ safetyStock }: Item): NonNullable<Item["safetyStock"]> {
  const first = typeof safetyStock === "number" ? safetyStock : 0;
  return [
    { from: "2026-01-01", quantity: first },
    { from: MIDDLE, quantity: 5 },
  ];
}

function assume({ input, columns }: Given): Given {
  const { supplies, ...others } = columns!;
  const frozen = Uint8Array.from(supplies!.item, (_, row) => (row % 10 === 0 ? 1 : 0));
  return {
    input: { ...input, conventions: { ...input.conventions, rescheduling: "assume" } },
    columns: { ...others, supplies: { ...supplies!, frozen } },
  };
}

function wide(quantity: number): string {
  return `${Math.round(quantity * 1e6) + 1}/${WIDE}`;
}

/** No minimum stands against the maximum; there are more orders than usual. */
function cutOrders(input: PlanningInput): PlanningInput {
  return {
    ...input,
    conventions: { ...input.conventions, maxOrders: 1_000_000_000 },
    items: input.items!.map((item, n) => {
      if (n % 3 !== 0) return item;
      const { minimumOrder: _, orderMultiple: __, ...other } = item;
      return { ...other, maximumOrder: 200 };
    }),
  };
}

function madeItems(input: PlanningInput): Set<string> {
  return new Set(input.boms!.map(({ item }) => item));
}
