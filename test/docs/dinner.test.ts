import {
  Decimal,
  type PlannedOrder,
  planFromJSON,
  planningRecord,
  planRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { planFile, runDemo } from "../../examples/dinner/demo.js";
import { cheapest, eggPrices } from "../../examples/dinner/egg-prices.js";
import { orderedDemands } from "../../examples/dinner/opening.js";
import { openingDays, story } from "../../examples/dinner/story.js";
import { progressBar } from "../../examples/tables/progress-bar.js";
import { runScript } from "../support/run-script.js";
import { blocksOf, read } from "./markdown.js";

const [atHome, readyMade, rush] = story().map(({ plan }) => plan);
const saturday = "2026-05-16";

const ordersOf = (plan: typeof atHome, item: string): PlannedOrder[] =>
  [...(plan?.orders ?? [])].filter((order) => order.item === item);
const eggRow = (plan: typeof atHome, date: string) =>
  plan && planningRecord(plan, "egg").rows.find((row) => row.date === date);
const figures = (row: ReturnType<typeof eggRow>) =>
  row &&
  [row.gross, row.scheduledReceipts, row.net, row.plannedReceipts, row.projectedOnHand].map(Number);

describe("The dinner: an intention, a talk, an order", () => {
  const days = openingDays();
  const dinner = JSON.parse(read("examples/dinner/dinner.json"));

  test("the intention counts nothing, the talk a dinner, and the order one in its place", () => {
    const counted = days.map(({ demand }) =>
      demand.account.map(({ record, counted, why }) => [record.id, Number(counted), why]),
    );
    expect(counted).toEqual([
      [["intention", 0, "belowThreshold"]],
      [
        ["intention", 0, "superseded"],
        ["talk", 1, "threshold"],
      ],
      [
        ["intention", 0, "superseded"],
        ["talk", 1, "threshold"],
      ],
      [
        ["intention", 0, "superseded"],
        ["talk", 0, "superseded"],
        ["Saturday's dinner", 1, "order"],
      ],
    ]);
    expect(days.flatMap(({ demand }) => demand.issues)).toEqual([]);
  });

  test("what the order asks for is what dinner.json has", () => {
    const [demand, ...more] = orderedDemands(days) ?? [];
    expect(more).toEqual([]);
    expect([{ ...demand, quantity: Number(demand?.quantity) }]).toEqual(dinner.demands);
    const asWritten = planRequirements(dinner);
    expect(JSON.stringify([...(atHome?.orders ?? [])])).toBe(JSON.stringify([...asWritten.orders]));
    expect([...(atHome?.messages ?? [])]).toEqual([...asWritten.messages]);
  });

  test("Saturday could be promised until Monday, then a day later each day, for want of a duck", () => {
    const answers = days.map(({ promise: { lines } }) => {
      const limit = lines[0]?.limit;
      return [lines[0]?.schedule[0]?.date, limit?.kind === "material" ? limit.item : limit];
    });
    expect(answers).toEqual([
      [saturday, null],
      [saturday, null],
      ["2026-05-17", "duck"],
      ["2026-05-18", "duck"],
    ]);
  });

  test("what is told on Wednesday is the day on which the plan has it", () => {
    const [dish] = [...(atHome?.demands ?? [])];
    expect(dish?.available).toBe(days.at(-1)?.promise.lines[0]?.schedule[0]?.date);
  });
});

describe("The dinner: an order for Saturday", () => {
  test("two dishes share ten eggs; two are in the fridge, eight are short, a dozen is bought", () => {
    //                                                     gross, come, short, bought, left
    expect(figures(eggRow(atHome, saturday))).toEqual([10, 0, 8, 12, 4]);
    expect(Number(eggRow(atHome, "2026-05-13")?.projectedOnHand)).toBe(2);
  });

  test("the duck is made at home by rank, and would have to start a day before today", () => {
    expect(ordersOf(atHome, "roast duck").map(({ kind, source }) => [kind, source])).toEqual([
      ["make", "roasted at home"],
    ]);
    expect([...(atHome?.messages ?? [])].map(({ code, item }) => [code, item])).toEqual([
      ["startsInPast", "duck"],
      ["startsInPast", "plucked duck"],
      ["demandLate", "dinner for six"],
    ]);
  });

  test("bought ready made it is in time: nothing else changes, and there is no bad news", () => {
    expect(ordersOf(readyMade, "roast duck").map(({ kind, start }) => [kind, start])).toEqual([
      ["buy", "2026-05-15"],
    ]);
    expect(readyMade?.messages.length).toBe(0);
    const others = (plan: typeof atHome) =>
      [...(plan?.orders ?? [])].filter(({ item }) => !item.includes("duck")).map(({ id }) => id);
    expect(others(readyMade)).toEqual(others(atHome));
  });

  test("wine and cucumbers: five bottles, and one cucumber to the one that is there", () => {
    expect(ordersOf(readyMade, "wine").map(({ quantity }) => Number(quantity))).toEqual([5]);
    expect(ordersOf(readyMade, "cucumber").map(({ quantity }) => Number(quantity))).toEqual([1]);
  });
});

describe("The dinner: a rush order for another table", () => {
  test("it is an order of its own, a day earlier", () => {
    expect(ordersOf(rush, "tomato scrambled eggs").map(({ due }) => due)).toEqual([
      "2026-05-15",
      saturday,
    ]);
  });

  test("the dozen is moved in for it, and so are the tomatoes", () => {
    const messages = [...(rush?.messages ?? [])].map((message) =>
      message.code === "expedite" ? [message.supply, message.from, message.to] : [message.code],
    );
    expect(messages).toEqual([
      ["order of egg", saturday, "2026-05-15"],
      ["order of tomato", saturday, "2026-05-15"],
    ]);
  });

  test("it eats the four that were to be left and two more: eggs are short by two, again", () => {
    expect(figures(eggRow(rush, "2026-05-15"))).toEqual([6, 12, 0, 0, 8]);
    expect(figures(eggRow(rush, saturday))).toEqual([10, 0, 2, 12, 10]);
  });
});

describe("The dinner: the price of eggs", () => {
  const prices = eggPrices(ordersOf(readyMade, "egg")[0] ?? {});
  const cost = (eggs: number) => Number(cheapest(eggs, prices));

  test("the order carries the prices of its source", () => {
    expect(Object.values(prices).map(Number)).toEqual([1, 5, 9.5]);
    expect(prices.twelve).toBeInstanceOf(Decimal);
  });

  test("eight eggs cost 7, half a dozen and two; a dozen 9.50", () => {
    expect([cost(8), cost(12)]).toEqual([7, 9.5]);
  });

  test("a dozen and two cost 11.50, eight and six 12: after the rush order the dozen was right", () => {
    expect([cost(12) + cost(2), cost(8) + cost(6), cost(14)]).toEqual([11.5, 12, 11.5]);
  });
});

describe("npm run demo", () => {
  const demo = (args: readonly string[], input = "") =>
    runScript("examples/dinner/demo.ts", args, input);

  test("prints what examples/dinner/README.md shows", () => {
    const [shown] = blocksOf("examples/dinner/README.md");
    const { text, mistakes, exitCode } = runDemo(undefined);
    expect(text.trimEnd()).toBe(shown?.text);
    expect({ mistakes, exitCode }).toEqual({ mistakes: [], exitCode: 0 });
  });

  test("plans a file, and ends with 0", () => {
    const { stdout, stderr, status } = demo(["examples/dinner/dinner.json"]);
    expect(stdout).toContain("egg: level 2, 2 on hand");
    expect(stdout).toContain("tomato: level 2, 0 on hand");
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  });

  test("prints every mistake of standard input with its path, and ends with 2", () => {
    const broken = {
      startDate: "2026-01-05",
      items: [{ id: "bike", onHand: -1 }, { id: "bike" }],
      boms: [{ item: "bike", lines: [{ item: "whell", quantity: -2 }] }],
      demands: [{ id: "order 1", item: "bike", quantity: 1, unit: "box", due: "2026-01-06" }],
    };
    const { stdout, stderr, status } = demo(["-"], JSON.stringify(broken));
    expect(stdout).toBe("");
    const [count, ...mistakes] = stderr.trimEnd().split("\n");
    expect(count).toBe("4 mistakes:");
    expect(mistakes.map((line) => line.split(": ")[0]).sort()).toEqual([
      "- boms[0].lines[0].item",
      "- boms[0].lines[0].quantity",
      "- demands[0].unit",
      "- items[1].id",
    ]);
    expect(status).toBe(2);
  });

  test.for([
    ["no JSON", "{", "(input): this is no JSON"],
    ["no object", "[]", "(input): "],
  ] as const)("refuses what is %s", ([, json, mistake]) => {
    const { mistakes, exitCode } = planFile(json);
    expect([mistakes.length, exitCode]).toEqual([1, 2]);
    expect(mistakes[0]).toContain(mistake);
  });

  test("tells how far a plan has come, as a bar on one line", () => {
    const told: string[] = [];
    planFile('{ "startDate": "2026-01-05" }', (progress) => told.push(progressBar(progress)));
    expect(told[0]!.trimEnd()).toBe(`[${".".repeat(30)}]   0 % reading`);
    expect(told.at(-1)!.trimEnd()).toBe(`[${"#".repeat(21)}${".".repeat(9)}]  70 % planning`);
    const half = { phase: "planning", level: 3, levels: 8, share: 0.5 } as const;
    expect(progressBar(half)).toMatch(/^\[#{15}\.{15}\] {2}50 % level 4 of 8 +$/);
  });

  test("refuses a file that is not there", () => {
    const { text, mistakes, exitCode } = runDemo("no such file.json");
    expect([text, mistakes.length, exitCode]).toEqual(["", 1, 2]);
    expect(mistakes[0]).toContain("no such file.json cannot be read");
  });

  test("a plan of the story can be saved and read", () => {
    const copy = rush && planFromJSON(JSON.stringify(rush));
    expect([...(copy?.orders ?? [])].map(({ id }) => id)).toEqual(
      [...(rush?.orders ?? [])].map(({ id }) => id),
    );
  });
});
