import { describe, expect, test } from "vitest";
import {
  type BackorderInput,
  type BackorderResult,
  backordersOf,
  planRequirements,
  rescheduleBackorders,
} from "../../index.js";

const day = (n: number): string => `2026-03-${`${n}`.padStart(2, "0")}`;
const on = (n: number, quantity: number) => ({ date: day(n), quantity });

type Wish = BackorderInput["requirements"][number];
function wish(
  id: string,
  strategy: Wish["strategy"],
  wanted: ReturnType<typeof on>,
  ...confirmed: ReturnType<typeof on>[]
): Wish {
  return { id, strategy, requestedDate: wanted.date, quantity: wanted.quantity, confirmed };
}

function serve(supply: BackorderInput["supply"], ...requirements: readonly Wish[]) {
  return rescheduleBackorders({ startDate: day(2), supply, requirements });
}

/** Each requirement with what it has: `id: quantity on day`. */
function textOf({ lines }: BackorderResult): string[] {
  return lines.map(
    ({ id, after }) =>
      `${id}: ${after.map(({ date, quantity }) => `${quantity} on ${Number(date.slice(8))}`).join(", ")}`,
  );
}

describe("Backorders confirmed anew", () => {
  test("win gets all of it on its day, or as early as it is there", () => {
    const supply = [on(4, 5), on(9, 5)];
    expect(textOf(serve(supply, wish("a", "win", on(4, 5))))).toEqual(["a: 5 on 4"]);
    expect(textOf(serve(supply, wish("a", "win", on(4, 8))))).toEqual(["a: 5 on 4, 3 on 9"]);
    expect(textOf(serve(supply, wish("a", "win", on(6, 8))))).toEqual(["a: 5 on 6, 3 on 9"]);
  });

  test("gain keeps what it has, also against what wins, and gets better from what is left", () => {
    const gain = wish("g", "gain", on(4, 6), on(4, 2), on(9, 4));
    expect(textOf(serve([on(4, 5), on(9, 10)], gain, wish("w", "win", on(4, 10))))).toEqual([
      "w: 3 on 4, 6 on 9",
      "g: 2 on 4, 4 on 9",
    ]);
    expect(textOf(serve([on(4, 5), on(9, 10)], gain))).toEqual(["g: 5 on 4, 1 on 9"]);
  });

  test("what is overdue is served in the turn in which it was wanted, not by id", () => {
    const rows = [
      { ...wish("a", "redistribute", on(4, 4)), requestedDate: "2026-02-27" },
      { ...wish("z", "redistribute", on(4, 4)), requestedDate: "2026-01-26" },
    ];
    expect(textOf(serve([on(2, 4)], ...rows))).toEqual(["z: 4 on 2", "a: "]);
  });

  test("redistribute gets anew from what is left, by priority, day wanted and id", () => {
    const late = { ...wish("urgent", "redistribute", on(9, 4)), priority: 1 };
    const rows = [
      wish("b", "redistribute", on(4, 4), on(4, 4)),
      wish("a", "redistribute", on(4, 4)),
      late,
    ];
    const expected = ["urgent: 4 on 9", "a: 4 on 4", "b: 2 on 4"];
    expect(textOf(serve([on(4, 10)], ...rows))).toEqual(expected);
    expect(textOf(serve([on(4, 10)], ...rows.toReversed()))).toEqual(expected);
  });

  test("fill gets from what is left, nothing sooner or more than it has", () => {
    const fill = wish("f", "fill", on(4, 6), on(9, 4));
    expect(textOf(serve([on(4, 20)], fill))).toEqual(["f: 4 on 9"]);
    expect(textOf(serve([on(4, 3)], fill))).toEqual(["f: 3 on 9"]);
    expect(textOf(serve([on(11, 6)], fill))).toEqual(["f: 4 on 11"]);
  });

  test("lose gives up everything, and gets what nobody wants, nothing better than it has", () => {
    const lose = wish("l", "lose", on(4, 6), on(4, 6));
    const fill = wish("f", "fill", on(4, 6), on(4, 5));
    expect(textOf(serve([on(4, 8)], lose, fill))).toEqual(["f: 5 on 4", "l: 3 on 4"]);
  });

  test("nobody who was served falls short because a later one takes early supply", () => {
    // On day 9 all that is there is wanted, so that day 4 cannot give any of it away.
    const keeps = wish("k", "gain", on(9, 10), on(9, 10));
    expect(textOf(serve([on(4, 6), on(9, 4)], keeps, wish("a", "redistribute", on(4, 6))))).toEqual(
      ["k: 10 on 9", "a: "],
    );
  });

  test("from whom and to whom: from what others gave up, else from supply that nobody had", () => {
    const { lines } = serve(
      [on(4, 6), on(9, 4)],
      wish("large", "win", on(4, 8)),
      wish("small", "redistribute", on(4, 6), on(4, 6)),
    );
    const [large, small] = lines;
    expect(large?.from.map(({ id, quantity }) => [id, Number(quantity)])).toEqual([
      ["small", 6],
      [null, 2],
    ]);
    expect(small?.to.map(({ id, quantity }) => [id, Number(quantity)])).toEqual([["large", 6]]);
    expect(small?.from.map(({ id, quantity }) => [id, Number(quantity)])).toEqual([[null, 2]]);
    expect(`${small?.open}`).toBe("4");
  });

  test("what becomes of each weighs its quantity × days", () => {
    // Up to day 9: 6 from day 4 on are 36; 2 from day 9 on are 2.
    const { lines, free } = serve(
      [on(4, 6), on(9, 4)],
      wish("w", "win", on(4, 8)),
      wish("r", "redistribute", on(4, 6), on(4, 6)),
      wish("k", "gain", on(9, 0)),
    );
    expect(lines.map(({ id, change, quantityDays }) => `${id} ${change} ${quantityDays}`)).toEqual([
      ...["w gained 38", "k kept 0", "r lost -34"],
    ]);
    expect(free).toEqual([]);
  });

  test("what is shifted without weight is neither gained nor lost", () => {
    const { lines } = serve(
      [on(4, 1), on(6, 1)],
      wish("w", "win", on(4, 1)),
      wish("r", "redistribute", on(3, 2), on(4, 1), on(8, 1)),
    );
    expect(lines.map(({ id, change }) => `${id} ${change}`)).toEqual(["w gained", "r lost"]);
    const even = serve([on(5, 2)], wish("r", "redistribute", on(3, 2), on(4, 1), on(6, 1)));
    expect(even.lines[0]).toMatchObject({ change: "shifted" });
  });

  test("stock on hand is supply of the first day, and what nobody has is free", () => {
    const result = rescheduleBackorders({
      ...{ startDate: day(2), onHand: 7, decimals: 0 },
      supply: [on(1, 1), on(9, 4)],
      requirements: [{ id: "a", strategy: "win", requestedDate: day(1), quantity: 5 }],
    });
    expect(textOf(result)).toEqual(["a: 5 on 2"]);
    expect(result.free.map(({ date, quantity }) => [date, Number(quantity)])).toEqual([
      [day(2), 3],
      [day(9), 4],
    ]);
  });

  test("what is confirmed before the day wanted counts on that day", () => {
    const { lines } = serve([on(4, 3)], wish("a", "gain", on(6, 3), on(4, 3)));
    expect(lines[0]).toMatchObject({ change: "kept", before: [{ date: day(6) }] });
  });

  test("a contradiction where what gains cannot keep what it has", () => {
    const rows = [wish("f", "gain", on(4, 5), on(4, 5)), wish("g", "gain", on(4, 5), on(4, 5))];
    expect(() => serve([on(4, 8)], ...rows)).toThrow("2 is missing");
    expect(() => serve([on(4, 8)], ...rows)).toThrow("contradiction");
    expect(textOf(serve([on(4, 10)], ...rows))).toEqual(["f: 5 on 4", "g: 5 on 4"]);
  });

  test("what wins keeps what it has where all of that can be, else it is served as early as can be", () => {
    const late = wish("late", "win", on(4, 5), on(9, 5));
    const early = wish("early", "win", on(4, 5), on(4, 5));
    // Served in turn, "early" goes first by its id.
    expect(textOf(serve([on(4, 5), on(9, 5)], late, early))).toEqual([
      "early: 5 on 4",
      "late: 5 on 9",
    ]);
    const urgent = { ...late, priority: 1 };
    expect(textOf(serve([on(4, 5), on(9, 5)], urgent, early))).toEqual([
      "late: 5 on 9",
      "early: 5 on 4",
    ]);
    expect(textOf(serve([on(4, 4), on(9, 6)], urgent, early))).toEqual([
      "late: 4 on 4, 1 on 9",
      "early: 5 on 9",
    ]);
  });

  test("mistakes are named all at once", () => {
    const wrong = {
      ...{ startDate: day(2), decimals: 0 },
      supply: [on(4, 0.5)],
      requirements: [wish("a", "win", on(4, 5), on(4, 6)), wish("a", "hope" as "win", on(4, 5))],
    };
    const paths = ["supply[0].quantity", "requirements[0].confirmed", "requirements[1].strategy"];
    for (const path of paths) expect(() => rescheduleBackorders(wrong)).toThrow(path);
    const twice = { ...wrong, supply: [], requirements: [wish("a", "win", on(4, 1))] };
    const again = { ...twice, requirements: [...twice.requirements, ...twice.requirements] };
    expect(() => rescheduleBackorders(again)).toThrow("duplicateId");
  });
});

describe("Backorders of a plan", () => {
  const plan = planRequirements({
    ...{ startDate: "2026-01-05", horizonEnd: "2026-02-27" },
    items: [
      { id: "wheel", decimals: 0, onHand: 10, leadTime: 10 },
      { id: "bike", decimals: 0 },
    ],
    boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
    supplies: [
      {
        ...{ id: "po", item: "wheel", quantity: 5, due: "2026-01-09" },
        kind: "purchase",
        frozen: true,
      },
    ],
    demands: [
      { id: "bikes", item: "bike", quantity: 2, due: "2026-01-07" },
      {
        ...{ id: "spares", item: "wheel", quantity: 9, due: "2026-01-08", priority: 1 },
        attributes: { requestedDate: "2026-01-06" },
      },
      { id: "others", item: "wheel", quantity: 4, due: "2026-01-12" },
      { id: "hope", item: "wheel", quantity: 50, due: "2026-02-12", kind: "forecast" },
    ],
  });

  test("stock and supply less the needs of other orders, on the days on which they are really there", () => {
    const input = backordersOf(plan, "wheel", { strategyOf: () => "gain" });
    // 10 in stock less 4 for the bikes; 5 on 9 January; the order for 2 more and the forecast from 15 on.
    expect(input.supply?.slice(0, 2)).toEqual([
      { date: "2026-01-05", quantity: "6" },
      { date: "2026-01-09", quantity: "5" },
    ]);
    expect(input.requirements.map(({ id, requestedDate }) => [id, requestedDate])).toEqual([
      ["spares", "2026-01-06"],
      ["others", "2026-01-12"],
    ]);
  });

  test("who wins gets what is there, and the other what comes", () => {
    const strategyOf = ({ id }: { readonly id: string }) =>
      id === "others" ? "win" : "redistribute";
    const { lines } = rescheduleBackorders(backordersOf(plan, "wheel", { strategyOf }));
    expect(
      lines.map(({ id, after }) => [id, ...after.map((c) => `${c.quantity} on ${c.date}`)]),
    ).toEqual([
      ["others", "4 on 2026-01-12"],
      ["spares", "6 on 2026-01-06", "1 on 2026-01-09", "2 on 2026-01-15"],
    ]);
  });

  test("what a schedule dated serves nobody before it comes in, though it counts before", () => {
    const plan = planRequirements({
      startDate: day(2),
      items: [{ id: "wheel" }],
      supplies: [
        {
          id: "MO",
          item: "wheel",
          quantity: 4,
          due: day(20),
          kind: "production",
          firm: true,
          scheduled: true,
        },
      ],
      demands: [{ id: "d", item: "wheel", quantity: 4, due: day(6) }],
    });
    expect(plan.supplies.at(0)).toMatchObject({ date: day(6), arrives: day(20) });
    expect(
      textOf(rescheduleBackorders(backordersOf(plan, "wheel", { strategyOf: () => "win" }))),
    ).toEqual(["d: 4 on 20"]);
  });
});
