import type { Issue, Ratio } from "../../core/index.js";

/** One line of a product structure, between places in the list of items. */
export interface Component {
  readonly item: number;
  /** The line's place in the list of lines. */
  readonly line: number;
  /** How many go into one of the parent. */
  readonly quantity: Ratio;
}

/** A line as it is given. */
export interface GivenLine {
  readonly parent: string;
  readonly component: string;
  readonly quantity: Ratio;
}

/** By item, in the order of the ids: its components. */
export function componentsOf(
  ids: readonly string[],
  lines: readonly GivenLine[],
  issues: Issue[],
): Component[][] {
  const numberOf = new Map<string, number>();
  for (const [n, id] of ids.entries()) {
    if (numberOf.has(id)) {
      const message = `The id (${JSON.stringify(id)}) names another item too. Give each item its own.`;
      issues.push({ code: "contradiction", path: ["items", n, "id"], message });
    }
    numberOf.set(id, n);
  }
  const components = ids.map((): Component[] => []);
  for (const [n, line] of lines.entries()) {
    for (const field of ["parent", "component"] as const) {
      if (numberOf.has(line[field])) continue;
      const message = `The ${field} (${JSON.stringify(line[field])}) is none of the items. Correct the id.`;
      issues.push({ code: "contradiction", path: ["lines", n, field], message });
    }
    const item = numberOf.get(line.component);
    if (item === undefined) continue;
    components[numberOf.get(line.parent) ?? -1]?.push({
      item,
      line: n,
      quantity: line.quantity,
    });
  }
  return components;
}

/** The items, each after all that it goes into (Kahn); those in or below a loop are left out. */
export function parentsFirst(components: readonly (readonly Component[])[]): number[] {
  const parents = components.map(() => 0);
  for (const { item } of components.flat()) parents[item]! += 1;
  const order = components.flatMap((_, item) => (parents[item] === 0 ? [item] : []));
  for (const parent of order) {
    for (const { item } of components[parent]!) {
      parents[item]! -= 1;
      if (parents[item] === 0) order.push(item);
    }
  }
  return order;
}
