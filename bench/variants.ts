import type { PlanningInput } from "../src/mrp/index.js";

/** A problem with one more feature, to be compared with the same problem without it. */
export interface Variant {
  readonly name: string;
  readonly change: (input: PlanningInput) => PlanningInput;
}

const MIDDLE = "2026-05-01";

/** What leaves the fast loops, feature by feature. */
export const VARIANTS: readonly Variant[] = [
  {
    name: "a five-day calendar",
    change: (input) => ({
      ...input,
      calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
      sites: [{ id: "plant", calendar: "week" }],
    }),
  },
  {
    name: "lines that are valid for a time",
    change: (input) => ({
      ...input,
      boms: input.boms!.map((bom) => ({
        ...bom,
        lines: bom.lines.map((line, n) =>
          n % 2 === 0 ? { ...line, validTo: MIDDLE } : { ...line, validFrom: MIDDLE },
        ),
      })),
    }),
  },
  {
    name: "lead-time offsets on lines",
    change: (input) => ({
      ...input,
      boms: input.boms!.map((bom) => ({
        ...bom,
        lines: bom.lines.map((line, n) => ({ ...line, offset: n % 3 })),
      })),
    }),
  },
  {
    name: "demands in four segments",
    change: (input) => ({
      ...input,
      demands: input.demands!.map((demand, n) => ({ ...demand, segment: `project ${n % 4}` })),
    }),
  },
  {
    name: "open supplies moved in (assume)",
    change: (input) => ({
      ...input,
      conventions: { ...input.conventions, rescheduling: "assume" },
    }),
  },
  {
    name: "yield",
    change: (input) => ({
      ...input,
      items: input.items!.map((item) => ({ ...item, yield: 0.95 })),
    }),
  },
  {
    name: "a planning time fence",
    change: (input) => ({
      ...input,
      items: input.items!.map((item) => ({ ...item, planningTimeFence: 10 })),
    }),
  },
  {
    name: "one order for each demand",
    change: (input) => ({ ...input, conventions: { ...input.conventions, grouping: "demand" } }),
  },
];
