import {
  addRatios,
  compareText,
  type Issue,
  PlanningInputError,
  type Ratio,
} from "../../core/index.js";
import {
  flag,
  identifier,
  listOf,
  objectOf,
  optional,
  readArgument,
  refuse,
  show,
} from "../argument.js";
import { asNumber, compareRatios, exactly, ZERO } from "../exact-number.js";
import { finite } from "../finite.js";
import { acyclicOrder, incidence } from "../multi-echelon/acyclic-order.js";
import { nonNegative } from "../number-argument.js";

/** An item of a bill, with its own lead time. */
export interface LeadTimeItem {
  readonly id: string;
  /** Days to make, buy or move it when everything for it is there. */
  readonly leadTime: number;
  /** Whether a buffer stands at it, so that whoever needs it does not wait; `false` without. */
  readonly buffered?: boolean | undefined;
}

/** A bill, as items and lines. */
export interface DecoupledLeadTimesInput {
  readonly items: readonly LeadTimeItem[];
  /** What goes into what; quantities play no part. */
  readonly lines: readonly { readonly parent: string; readonly component: string }[];
}

/** The decoupled lead time of one item. */
export interface DecoupledLeadTime {
  readonly item: string;
  /** Days of the longest way down through items without a buffer, its own included. */
  readonly decoupledLeadTime: number;
  /** The component through which that way goes on; none when it ends here. */
  readonly via?: string;
}

/**
 * The decoupled lead time of every item: its own, and that of the longest way below it without a
 * buffer. Computed exactly from the decimals that are written.
 *
 * @param input - items with lead times in days and where buffers stand, and the lines of the bill
 * @returns one row for each item, in the order in which they were given. Following `via` from an item
 * gives its longest way; of equally long ones the component whose id comes first
 * @throws PlanningInputError when a field is wrong, a line names no item, or items contain themselves
 *
 * Ptak & Smith, *Orlicky's Material Requirements Planning*, 3rd edition, demand driven MRP.
 *
 * @example
 * ```ts
 * decoupledLeadTimes({
 *   items: [
 *     { id: "bike", leadTime: 2 },
 *     { id: "frame", leadTime: 5 },
 *     { id: "tube", leadTime: 20, buffered: true },
 *   ],
 *   lines: [
 *     { parent: "bike", component: "frame" },
 *     { parent: "frame", component: "tube" },
 *   ],
 * });
 * // => [
 * //   { item: "bike", decoupledLeadTime: 7, via: "frame" },
 * //   { item: "frame", decoupledLeadTime: 5 },
 * //   { item: "tube", decoupledLeadTime: 20 },
 * // ]
 * ```
 */
export function decoupledLeadTimes(input: DecoupledLeadTimesInput): DecoupledLeadTime[] {
  const { items, lines } = readArgument(input, {
    items: listOf(
      objectOf({ id: identifier, leadTime: nonNegative, buffered: optional(flag, false) }),
    ),
    lines: listOf(objectOf({ parent: identifier, component: identifier })),
  });
  const numberOf = numbersOf(items, lines);
  const parents = Int32Array.from(lines, ({ parent }) => numberOf.get(parent)!);
  const components = Int32Array.from(lines, ({ component }) => numberOf.get(component)!);
  const below = incidence(items.length, parents);
  // Components first, so that those of an item are known when it comes.
  const { order, cycle } = acyclicOrder(items.length, components, parents);
  if (cycle !== undefined) refuseCycle(cycle.map((n) => items[n]!.id));
  const days = new Array<Ratio>(items.length).fill(ZERO);
  const via = new Int32Array(items.length).fill(-1);
  for (const n of order) {
    let [longest, next] = [ZERO, -1];
    for (let k = below.start[n]!; k < below.start[n + 1]!; k++) {
      const component = components[below.arc[k]!]!;
      const longer = compareRatios(days[component]!, longest);
      if (items[component]!.buffered || longer < 0) continue;
      const isFirst = next < 0 || compareText(items[component]!.id, items[next]!.id) < 0;
      if (longer > 0 || isFirst) next = component;
      longest = days[component]!;
    }
    days[n] = addRatios(exactly(items[n]!.leadTime), longest);
    via[n] = next;
  }
  return finite(
    items.map(({ id }, n) => ({
      item: id,
      decoupledLeadTime: asNumber(days[n]!),
      ...(via[n]! < 0 ? {} : { via: items[via[n]!]!.id }),
    })),
  );
}

function numbersOf(
  items: readonly { readonly id: string }[],
  lines: readonly { readonly parent: string; readonly component: string }[],
): ReadonlyMap<string, number> {
  const issues: Issue[] = [];
  const numberOf = new Map<string, number>();
  for (const [n, { id }] of items.entries()) {
    if (!numberOf.has(id)) numberOf.set(id, n);
    else {
      const message = `The id (${show(id)}) stands for two items. Give each its own.`;
      issues.push({ code: "contradiction", path: ["items", n, "id"], message });
    }
  }
  for (const [n, line] of lines.entries()) {
    for (const end of ["parent", "component"] as const) {
      if (numberOf.has(line[end])) continue;
      const message = `The ${end} (${show(line[end])}) of a line is none of the items. Add it, or correct the id.`;
      issues.push({ code: "contradiction", path: ["lines", n, end], message });
    }
  }
  if (issues.length > 0) throw new PlanningInputError(issues);
  return numberOf;
}

function refuseCycle(ids: readonly string[]): never {
  const shown = ids.map(show).reverse();
  const around = shown.length > 10 ? [...shown.slice(0, 9), "…", shown[0]] : shown;
  const message = `The items ${around.join(" → ")} contain one another in a circle. Take one of the lines out.`;
  refuse("contradiction", ["lines"], message);
}
