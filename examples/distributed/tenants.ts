import type { PlanningInput, PlanningRow } from "../../src/index.js";

/** What a tenant makes: products that share nothing but the days, at one site or a plant each. */
export interface Tenant {
  readonly id: string;
  /** Into how many jobs its planning is parted. */
  readonly parts: number;
  readonly input: PlanningInput;
}

/** How large a problem is. */
export interface Size {
  readonly families: number;
  /** Items of a family on each of its levels. */
  readonly width: number;
  readonly levels: number;
  /** Demands of an end item. */
  readonly demands: number;
  /** With plants every family is made at one of so many sites, and nothing is shipped between them. */
  readonly plants?: number;
}

const START = "2026-01-05";
const DAYS = 120;

/** The tenants of the example: a small one, one with three plants, one with one large site. */
export const tenants: readonly Tenant[] = [
  { id: "bakery", parts: 1, input: problemOf({ families: 2, width: 3, levels: 2, demands: 20 }) },
  {
    id: "pumps",
    parts: 3,
    input: problemOf({ families: 30, width: 6, levels: 4, demands: 40, plants: 3 }),
  },
  {
    id: "machines",
    parts: 4,
    input: problemOf({ families: 60, width: 8, levels: 5, demands: 60 }),
  },
];

/** A problem whose figures are drawn, the same ones each time. */
export function problemOf({ families, width, levels, demands, plants = 0 }: Size): PlanningInput {
  const draw = numbers(families * 7 + width);
  const items: PlanningRow<"items">[] = [];
  const boms: PlanningRow<"boms">[] = [];
  const needs: PlanningRow<"demands">[] = [];
  for (let family = 0; family < families; family++) {
    const at = plants === 0 ? {} : { site: `plant ${1 + (family % plants)}` };
    const idOf = (level: number, n: number) => `f${family} l${level} ${n % width}`;
    for (let level = 0; level < levels; level++) {
      for (let n = 0; n < width; n++) {
        const id = idOf(level, n);
        items.push({
          id,
          decimals: 0,
          leadTime: 1 + (draw() % 4),
          ...(draw() % 3 === 0 ? { safetyStock: draw() % 50 } : {}),
          ...(draw() % 4 === 0 ? { lotSizing: { rule: "periodOrderQuantity", days: 5 } } : {}),
        });
        if (level + 1 === levels) continue;
        const lines = [n, n + 1, n + 3].map((to) => ({
          item: idOf(level + 1, to),
          quantity: 1 + (draw() % 3),
        }));
        boms.push({ item: id, ...at, lines });
      }
    }
    for (let n = 0; n < width * demands; n++) {
      needs.push({
        id: `f${family} d${n}`,
        item: idOf(0, n),
        ...at,
        quantity: 1 + (draw() % 40),
        due: dayAfter(START, 20 + (draw() % (DAYS - 20))),
      });
    }
  }
  const sites = Array.from({ length: plants }, (_, n) => ({ id: `plant ${n + 1}` }));
  return { startDate: START, ...(plants === 0 ? {} : { sites }), items, boms, demands: needs };
}

/** Whole numbers that look drawn: a linear congruential generator. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

function dayAfter(start: string, days: number): string {
  return new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);
}
