import { describe, expect, test } from "vitest";
import { day } from "../../../test/support/desk-shop.js";
import { type PlanningInput, planRequirements, scheduleOrders } from "../../index.js";

describe("A late order whose work is done at an alternate says what holds it up", () => {
  interface Alternate {
    /** Hours of a desk at the saw and at the press. */
    readonly saw?: number;
    readonly press?: number;
    readonly shifts?: { readonly from: string; readonly until: string }[];
    readonly tools?: readonly string[];
    readonly jigs?: number;
    /** What else is worked on: item, hours of each step by work centre. */
    readonly others?: readonly (readonly [string, readonly (readonly [string, number])[]])[];
  }

  /** One desk, wanted on the day after, that is cut at the saw, or else at the press; all else is more urgent. */
  const limitOfDesk = (
    { saw = 8, press = 8, shifts = [day], tools = [], jigs = 1, others = [] }: Alternate,
    direction: "forward" | "backward" = "forward",
  ) => {
    const input: PlanningInput = {
      startDate: "2026-01-05",
      tools: [{ id: "jig", units: jigs }],
      workCenters: [
        ...["saw", "bench"].map((id) => ({ id, shifts: [day] })),
        { id: "press", shifts },
      ],
      items: ["desk", ...others.map(([id]) => id)].map((id) => ({ id })),
      sources: ["desk", ...others.map(([id]) => id)].map((item) => ({ item, kind: "make" })),
      routings: [
        {
          ...{ id: "desk", item: "desk" },
          operations: [
            {
              ...{ id: "cut", workCenter: "saw", run: saw, tools },
              alternates: [{ workCenter: "press", priority: 1, run: press }],
            },
          ],
        },
        ...others.map(([id, steps]) => ({
          ...{ id, item: id },
          operations: steps.map(([workCenter, run]) => ({
            id: workCenter,
            workCenter,
            run,
            tools,
          })),
        })),
      ],
      demands: [
        { id: "late", item: "desk", quantity: 1, due: "2026-01-05", priority: others.length },
        ...others.map(([item], priority) => ({
          ...{ id: item, item, quantity: 1, due: "2026-01-05", priority },
        })),
      ],
    };
    const { jobs, operations } = scheduleOrders(planRequirements(input), { direction });
    const [cut] = [...operations].filter(({ operation }) => operation === "cut");
    const [desk] = [...jobs].filter(({ item }) => item === "desk");
    return [cut?.workCenter, cut?.start, cut?.end, desk?.limit];
  };

  const sawUntil = (until: string) => ({
    ...{ kind: "workCenter", workCenter: "saw", operation: "cut" },
    until,
  });

  test.each(["forward", "backward"] as const)(
    "its first choice, and until when that was taken (%s)",
    (direction) => {
      // The saw is taken for 20 hours, until 12:00 on the 7th. The press opens at 16:00: 6 hours, then 2.
      const shifts = [{ from: "16:00", until: "22:00" }];
      const others = [["board", [["saw", 20]]]] as const;
      expect(limitOfDesk({ shifts, others }, direction)).toEqual([
        "press",
        "2026-01-05T16:00",
        "2026-01-06T18:00",
        sawUntil("2026-01-07T12:00"),
      ]);
    },
  );

  test("its first choice also where it waited for its turn there in vain, and the alternate was idle", () => {
    // The saw is taken until 12:00, and would be done with the desk at 16:00, the press after 10 hours
    // only. But at 12:00 the shelf, off the bench, has its turn, for 20 hours: until the end of the 7th.
    const others = [
      ["board", [["saw", 4]]],
      [
        "shelf",
        [
          ["bench", 4],
          ["saw", 20],
        ],
      ],
    ] as const;
    const found = ["press", "2026-01-05T12:00", "2026-01-06T14:00", sawUntil("2026-01-08T08:00")];
    expect(limitOfDesk({ saw: 4, press: 10, others })).toEqual(found);
    // All hold a jig, of which there is one more.
    expect(limitOfDesk({ saw: 4, press: 10, others, tools: ["jig"], jigs: 4 })).toEqual(found);
  });

  test("the alternate where it waited for its turn there, or for its tool", () => {
    // The saw is taken until 12:00 on the 7th, the press, or the only jig beside the saw's, until 12:00.
    const others = (second: string) =>
      [
        ["board", [["saw", 20]]],
        ["shelf", [[second, 4]]],
      ] as const;
    const until = { operation: "cut", until: "2026-01-05T12:00" };
    const places = ["press", "2026-01-05T12:00", "2026-01-06T12:00"];
    expect(limitOfDesk({ others: others("press") })).toEqual([
      ...places,
      { kind: "workCenter", workCenter: "press", ...until },
    ]);
    expect(limitOfDesk({ others: others("bench"), tools: ["jig"], jigs: 2 })).toEqual([
      ...places,
      { kind: "tool", tools: ["jig"], ...until },
    ]);
  });

  test("its own time where its first choice would not have been done with it sooner", () => {
    const others = [["board", [["saw", 20]]]] as const;
    for (const saw of [12, 16]) {
      expect(limitOfDesk({ saw, press: 12, others })).toEqual([
        ...["press", "2026-01-05T08:00", "2026-01-06T12:00"],
        { kind: "ownTime" },
      ]);
    }
  });
});
