import { finiteLoading } from "orlicky/capacity";
import { describe, expect, test } from "vitest";

const CLOCK = [{ from: "00:00", until: "24:00" }];
const start = "2026-01-05T00:00";

/** Numbers from 0, each made into something. */
function each<Thing>(count: number, make: (k: number) => Thing): Thing[] {
  return Array.from({ length: count }, (_, k) => make(k));
}

describe("Many operations that wait for tools and alternates", () => {
  test("go through a robot that all need one by one, though each has a mould of its own", () => {
    const { operations, makespan } = finiteLoading({
      start,
      workCenters: [{ id: "cell", shifts: CLOCK, units: 3 }],
      tools: [{ id: "robot" }, ...each(1500, (k) => ({ id: `mould ${k}` }))],
      jobs: each(1500, (k) => ({
        id: `job ${k}`,
        rank: k,
        operations: [{ id: "1", workCenter: "cell", run: 0.1, tools: ["robot", `mould ${k}`] }],
      })),
    });
    expect(makespan).toBe(1500 * 6);
    const inOrder = Array.from(operations).sort((a, b) => (a.start < b.start ? -1 : 1));
    expect(inOrder.map(({ job }) => job)).toEqual(each(1500, (k) => `job ${k}`));
  });

  test("are shared out evenly where each may go to any of two hundred machines", () => {
    const machines = each(200, (k) => `machine ${k}`);
    const { operations, makespan } = finiteLoading({
      start,
      workCenters: machines.map((id) => ({ id, shifts: CLOCK })),
      jobs: each(600, (k) => ({
        id: `job ${k}`,
        operations: [
          {
            id: "1",
            workCenter: machines[0]!,
            run: 1,
            alternates: machines.slice(1).map((workCenter) => ({ workCenter })),
          },
        ],
      })),
    });
    expect(makespan).toBe(180);
    const done = new Map<string | null, number>();
    for (const { workCenter } of operations) {
      done.set(workCenter, (done.get(workCenter) ?? 0) + 1);
    }
    expect([...new Set(done.values())]).toEqual([3]);
  });

  test("wait for their first choice where an alternate of their own would take longer", () => {
    const { operations } = finiteLoading({
      start,
      workCenters: each(2001, (k) => ({ id: `machine ${k}`, shifts: CLOCK })),
      jobs: each(4000, (k) => ({
        id: `job ${k}`,
        operations: [
          {
            id: "1",
            workCenter: "machine 0",
            run: 1,
            alternates: [{ workCenter: `machine ${1 + (k % 2000)}`, run: 3 }],
          },
        ],
      })),
    });
    expect(new Set(Array.from(operations, ({ workCenter }) => workCenter))).toEqual(
      new Set(["machine 0"]),
    );
  });
});

describe("A tool that is given back while the first choice is closed", () => {
  test("is used at an alternate that is open and ends sooner, also by who waited for his first choice", () => {
    const { operations } = finiteLoading({
      start: "2026-01-05T22:00",
      workCenters: [
        { id: "day", shifts: [{ from: "06:00", until: "14:00" }] },
        { id: "night", shifts: [{ from: "22:00", until: "06:00" }] },
        { id: "press", shifts: CLOCK },
      ],
      tools: [{ id: "mould" }],
      jobs: [
        {
          id: "waits",
          release: "2026-01-06T05:30",
          operations: [
            {
              id: "1",
              workCenter: "day",
              run: 2,
              alternates: [{ workCenter: "night", run: 1 }],
              tools: ["mould"],
            },
          ],
        },
        {
          id: "holds",
          release: "2026-01-06T05:45",
          operations: [{ id: "1", workCenter: "press", run: 17.25, tools: ["mould"] }],
        },
      ],
    });
    expect(
      Array.from(operations, (row) => `${row.job} ${row.workCenter} ${row.start} to ${row.end}`),
    ).toEqual([
      "holds press 2026-01-06T05:45 to 2026-01-06T23:00",
      "waits night 2026-01-06T23:00 to 2026-01-07T00:00",
    ]);
  });
});
