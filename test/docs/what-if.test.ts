import {
  changeInput,
  Decimal,
  explanationText,
  type Plan,
  pegDemand,
  pegOrder,
  planRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { whatIf } from "../../examples/what-if/story.js";
import { whatIfText } from "../../examples/what-if/what-if.js";
import { blocksOf, read } from "./markdown.js";

const story = whatIf();
const { input, plan, late, pegging, worst, outcomes } = story;
const file = JSON.parse(read("examples/what-if/what-if.json"));
const page = "examples/what-if/README.md";

const lateOf = (of: Plan) =>
  Object.fromEntries(
    [...of.demands].flatMap(({ id, daysLate }) => (daysLate === 0 ? [] : [[id, daysLate]])),
  );
const outcome = (title: string) => outcomes.find((one) => one.title === title)!;
const added = (title: string) =>
  outcome(title).comparison.orders.map(({ change, item, after }) => [
    change,
    item,
    after?.kind,
    Number(after?.quantity),
    after?.due,
  ]);

describe("What if: a supplier is late", () => {
  test("before the news all customers are served in time", () => {
    expect(lateOf(plan)).toEqual({});
  });

  test("the forty motors are for five customer orders, and all of them for customers", () => {
    expect(pegging.demands.map(({ demand, quantity }) => [demand, Number(quantity)])).toEqual([
      ["C-3", 7],
      ["C-4", 10],
      ["C-5", 9],
      ["C-6", 6],
      ["C-7", 8],
    ]);
    expect(pegging.rest).toEqual([]);
    expect(Number(pegging.quantity)).toBe(40);
  });

  test("what they are for from above is what customers get from below", () => {
    for (const { demand, quantity } of pegging.demands) {
      const motors = pegDemand(plan, demand).rows.filter(
        ({ supply }) => supply.kind === "supply" && supply.id === "PO 101",
      );
      const sum = motors.reduce((all, row) => all.plus(row.quantity), new Decimal(0));
      expect(sum.eq(quantity)).toBe(true);
    }
  });

  test("three of the five wait, 22 days in all; the plan says so and because of what", () => {
    expect(lateOf(late)).toEqual({ "C-3": 11, "C-4": 8, "C-5": 3 });
    const said = [...late.messages].flatMap((message) =>
      message.code === "demandLate"
        ? [[message.demand, message.days, message.limitedBy.supply]]
        : [],
    );
    expect(said).toEqual([
      ["C-5", 3, "PO 101"],
      ["C-3", 11, "PO 101"],
      ["C-4", 8, "PO 101"],
    ]);
  });

  test("the fire pumps of C-3 wait for drives, and the drives for the motors", () => {
    expect([worst.demand, worst.available, worst.daysLate]).toEqual(["C-3", "2026-03-31", 11]);
    expect(worst.chain.map((one) => [one.item, one.feasibleStart, one.feasibleDue])).toEqual([
      ["fire pump", "2026-03-24", "2026-03-31"],
      ["drive", "2026-03-20", "2026-03-24"],
    ]);
    expect(worst.chain.at(-1)?.limit).toEqual({ kind: "supply", supply: "PO 101" });
    expect(explanationText(worst)).toContain("all of it is there on 2026-03-31, 11 days late");
  });

  test("every order of the chain leads up to C-3 alone", () => {
    for (const { order } of worst.chain) {
      expect(pegOrder(late, order!).demands.map(({ demand }) => demand)).toEqual(["C-3"]);
    }
  });
});

describe("What if: the remedies", () => {
  test("expedited by a week, two orders are late by 5 days, and only the supply has changed", () => {
    const { plan: next, comparison } = outcome("expedite by a week");
    expect(lateOf(next)).toEqual({ "C-3": 4, "C-4": 1 });
    expect(comparison.orders).toEqual([]);
    expect(comparison.supplies.map(({ supply, days }) => [supply, days])).toEqual([["PO 101", -7]]);
  });

  test("Swift, ranked second, brings what the first source cannot: nobody waits", () => {
    expect(lateOf(outcome("buy from Swift").plan)).toEqual({});
    expect(added("buy from Swift")).toEqual([
      ["added", "motor", "buy", 7, "2026-03-11"],
      ["added", "motor", "buy", 10, "2026-03-12"],
      ["added", "motor", "buy", 9, "2026-03-17"],
    ]);
  });

  test("Swift's 26 motors cost 494 more, and 26 of those on order are needed no longer", () => {
    const { plan: next, comparison } = outcome("buy from Swift");
    const price = (id: string) =>
      changeInput(input, file.remedies[1].changes).sources?.find((row) => row.id === id)?.price;
    const dearer = new Decimal(price("Swift")!).minus(price("Northern")!);
    const bought = comparison.orders.reduce((sum, { quantity }) => sum + Number(quantity), 0);
    expect([bought, Number(dearer), Number(dearer.times(bought))]).toEqual([26, 19, 494]);
    expect(read(page)).toContain("Its 26 motors cost 19 more each, 494 in all");
    const unneeded = [...next.messages].flatMap((message) =>
      (message.code === "cancel" || message.code === "excess") && message.site === "works"
        ? [[message.code, Number(message.quantity)]]
        : [],
    );
    expect(unneeded).toEqual([
      ["cancel", 18],
      ["excess", 8],
    ]);
  });

  test("the depot gives the 12 motors that its own customer leaves: C-3 is saved, half of C-4 is not enough", () => {
    const title = "transfer from the depot";
    expect(lateOf(outcome(title).plan)).toEqual({ "C-4": 8, "C-5": 3 });
    expect(added(title)).toEqual([
      ["added", "motor", "transfer", 7, "2026-03-11"],
      ["added", "motor", "transfer", 5, "2026-03-12"],
    ]);
    const [atDepot] = [...late.messages].filter(({ code }) => code === "excess");
    expect(atDepot).toMatchObject({ item: "motor", site: "depot" });
    expect(`${atDepot?.code === "excess" && atDepot.quantity}`).toBe("12");
  });

  test("overtime saves nine days, and moves the work of every level below", () => {
    const { plan: next, comparison, daysLate } = outcome("overtime in assembly");
    expect(lateOf(next)).toEqual({ "C-3": 6, "C-4": 6, "C-5": 1 });
    expect(daysLate).toBe(22 - 9);
    expect(new Set(comparison.orders.map(({ item }) => item))).toEqual(
      new Set(["garden pump", "cellar pump", "fire pump", "drive", "housing", "coupling"]),
    );
  });

  test("each is what planning anew with the changed rows gives", () => {
    const changed = changeInput(input, file.late.changes);
    expect([...planRequirements(changed).orders]).toEqual([...late.orders]);
    for (const [n, { plan: next }] of outcomes.slice(1).entries()) {
      const anew = planRequirements(changeInput(changed, file.remedies[n].changes));
      expect([...next.orders]).toEqual([...anew.orders]);
      expect([...next.messages]).toEqual([...anew.messages]);
    }
  });

  test("tried one after the other they leave the late plan as it was", () => {
    expect(lateOf(late)).toEqual({ "C-3": 11, "C-4": 8, "C-5": 3 });
    expect(outcomes.map((one) => [one.late.length, one.daysLate, one.ordersChanged])).toEqual([
      [3, 22, 0],
      [2, 5, 1],
      [0, 0, 3],
      [2, 11, 2],
      [3, 13, 22],
    ]);
  });

  test("examples/what-if/README.md shows what comes out", () => {
    const [shown] = blocksOf(page);
    expect(whatIfText(story)).toBe(shown?.text);
  });
});
