import {
  type Peg,
  type PegNeed,
  type PegSupply,
  type Plan,
  type PlanningInput,
  pegDemand,
  pegOrder,
  pegs,
  planRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { blocksOf, codesIn, read, sectionOf, tableRows } from "./markdown.js";

const page = "docs/pegging.md";
const blockOf = (language: string) =>
  blocksOf(page).find((block) => block.language === language)?.text ?? "";
const input = JSON.parse(blockOf("json")) as PlanningInput;
const plan = planRequirements(input);

/** A planned order by its item and due day, anything else by its id. */
function nameOf(side: PegNeed | PegSupply): string {
  if (!("id" in side)) return side.kind;
  if (side.kind !== "order") return side.id;
  const [item, , , due] = JSON.parse(side.id) as string[];
  return `${item} due ${due}`;
}

/** What is below a demand, as a picture: a box for each order and supply, an arrow for each peg. */
function pictureOf(of: Plan, demand: string): string {
  const { item, rows } = pegDemand(of, demand);
  const boxes = new Map([[demand, "d"]]);
  const lines = [`  d["${demand}: ${item}"]`];
  for (const { supply } of rows) {
    const name = nameOf(supply);
    if (boxes.has(name)) continue;
    const letter = supply.kind === "order" ? "o" : "s";
    const count = [...boxes.values()].filter((box) => box.startsWith(letter)).length;
    boxes.set(name, `${letter}${count + 1}`);
    lines.push(`  ${boxes.get(name)}["${name}"]`);
  }
  for (const { parent, supply, quantity, item: of } of rows) {
    const [from, to] = [boxes.get(nameOf(parent)), boxes.get(nameOf(supply))];
    lines.push(`  ${from} -->|${quantity} ${of}| ${to}`);
  }
  return ["flowchart TD", ...lines].join("\n");
}

describe("docs/pegging.md shows what comes out", () => {
  test("below a demand: the picture", () => {
    expect(blockOf("mermaid")).toBe(pictureOf(plan, "order 2"));
  });

  test("above the spokes: the customers", () => {
    const spokes = [...plan.orders].filter(({ item }) => item === "spoke");
    expect(spokes).toHaveLength(1);
    const { demands, rest } = pegOrder(plan, spokes[0]!.id);
    const rows = [
      ...demands.map(({ customer, quantity }) => [`${quantity}`, customer]),
      ...rest.map(({ need, quantity }) => [`${quantity}`, need.kind]),
    ];
    expect(tableRows(sectionOf(page, "An example"))).toEqual(rows);
  });

  test("at one stocking point: the pegs, and every name of what is left", () => {
    const [, ...names] = read(page).split("| name | what it is |");
    const rows = (all: readonly Peg[]) =>
      all.map(({ need, supply, quantity }) => [`${quantity}`, nameOf(supply), nameOf(need)]);
    const tables = tableRows(sectionOf(page, "One stocking point"));
    expect(tables.filter((row) => row.length === 3)).toEqual(rows(pegs(plan, "wheel")));
    expect(names).toHaveLength(1);
    expect(
      tables.filter((row) => row.length === 2).flatMap(([name = ""]) => codesIn(name)),
    ).toEqual([
      "safetyStock",
      "targetLevel",
      "lotSurplus",
      "excess",
      "expired",
      "uncovered",
      "negativeStock",
    ]);
  });

  test("of fixed pegs: what is reserved is pegged, and nothing else is ordered", () => {
    const reservations = [{ demand: "order 2", lot: "red", quantity: 3 }];
    expect(blockOf("ts")).toBe(`reservations: [{ demand: "order 2", lot: "red", quantity: 3 }]`);
    const stock = [{ item: "bike", quantity: 3, lot: "red" }];
    const free = planRequirements({ ...input, stock });
    const reserved = planRequirements({ ...input, stock, reservations });
    const ordered = (of: Plan) => [...of.orders].map(({ id, quantity }) => `${id} ${quantity}`);
    expect(ordered(reserved)).toEqual(ordered(free));
    const takers = (of: Plan) =>
      pegs(of, "bike").flatMap(({ need, supply, quantity }) =>
        supply.kind === "stock" && need.kind === "demand" ? [`${quantity} ${need.customer}`] : [],
      );
    expect([takers(free), takers(reserved)]).toEqual([["3 Ann"], ["3 Bob"]]);
  });

  test("when it is really there: the days, and what limits them", () => {
    const late = planRequirements({
      ...input,
      items: input.items!.map((row) => (row.id === "spoke" ? { ...row, leadTime: 11 } : row)),
    });
    const limits = new Map(
      [...late.messages].flatMap((one) =>
        one.code === "demandLate" ? [[one.demand, one.limitedBy.order] as const] : [],
      ),
    );
    const rows = [...late.demands].map(({ id, due, available, daysLate }) => {
      const limit = limits.get(id);
      const name = limit ? nameOf({ kind: "order", id: limit, date: due, due }) : "";
      return [id, due, available, `${daysLate}`, name];
    });
    expect(tableRows(sectionOf(page, "When it is really there"))).toEqual(rows);
  });

  test("the functions that it lists are there", async () => {
    const library = (await import("orlicky")) as Readonly<Record<string, unknown>>;
    const [first] = read(page).split("## An example");
    const names = tableRows(first ?? "").map(([call = ""]) => codesIn(call)[0]!.split("(")[0]!);
    expect(names).toHaveLength(5);
    for (const name of names) expect(library[name]).toBeTypeOf("function");
  });
});
