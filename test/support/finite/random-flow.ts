import { fc } from "@fast-check/vitest";
import type { FiniteLoadingInput, FiniteOperation } from "orlicky/capacity";
import { type Calendar, makeCalendar, type Ratio } from "orlicky/core";
import type { OperationInput, RoutingInput, WorkCenterInput } from "orlicky/routing";
import { at } from "./random-shop.js";

/** One order of a routing. */
export interface Flow {
  readonly routing: RoutingInput;
  readonly quantity: Ratio;
  readonly workCenters: readonly WorkCenterInput[];
  /** The days of all work centres. */
  readonly workCenter: Calendar;
  readonly release: string;
  readonly due: string;
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"] as const;
const CENTERS = ["lathe", "saw"];

const quarters = fc.integer({ min: 0, max: 12 }).map((count) => count / 4);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof(fc.constant(undefined), value);

const operation = fc.record({
  workCenter: fc.constantFrom(...CENTERS),
  setup: maybe(quarters),
  // Hours a unit; a batch of them takes at least a minute.
  run: fc.integer({ min: 1, max: 8 }).map((count) => count / 4),
  teardown: maybe(quarters),
  queue: maybe(quarters),
  wait: maybe(quarters),
  move: maybe(quarters),
  split: maybe(fc.integer({ min: 1, max: 3 })),
  transferBatch: maybe(fc.integer({ min: 1, max: 3 })),
  after: maybe(fc.uniqueArray(fc.nat({ max: 2 }), { maxLength: 2 })),
  subcontract: fc.integer({ min: 0, max: 9 }),
});

const shifts = fc.constantFrom<WorkCenterInput["shifts"]>(
  [{ from: "00:00", until: "24:00" }],
  [{ from: "08:00", until: "16:00", breaks: [{ from: "12:00", until: "12:30" }] }],
  [{ from: "22:00", until: "05:00" }],
);

/** One random order. */
export const randomFlow: fc.Arbitrary<Flow> = fc
  .record({
    operations: fc.array(operation, { minLength: 1, maxLength: 4 }),
    quantity: fc.integer({ min: 1, max: 6 }),
    centers: fc.tuple(
      ...CENTERS.map(() => fc.record({ shifts, efficiency: fc.constantFrom(1, "3/4", 2) })),
    ),
    release: fc.integer({ min: 0, max: 72 }),
    due: fc.integer({ min: 24, max: 24 * 14 }),
  })
  .map(({ operations, quantity, centers, release, due }) => ({
    quantity: { num: BigInt(quantity), den: 1n },
    routing: {
      id: "way",
      item: "item",
      operations: operations.map(({ after, subcontract, ...times }, k): OperationInput => {
        const before = after?.filter((other) => other < k).map((other) => `op${other}`);
        const common = { id: `op${k}`, ...(before === undefined ? {} : { after: before }) };
        if (subcontract < 2) {
          const { wait, move } = times;
          return {
            ...common,
            wait,
            move,
            subcontract: { supplier: "plater", leadTime: subcontract * 2 },
          };
        }
        return { ...common, ...times };
      }),
    },
    workCenters: centers.map((center, k) => ({ id: CENTERS[k]!, units: 9, ...center })),
    workCenter: makeCalendar("weekdays", WEEKDAYS),
    release: at(release * 60),
    due: at(due * 60),
  }));

/** The same order as a job: all times of the whole lot. */
export function flowOf(flow: Flow): FiniteLoadingInput {
  const lot = Number(flow.quantity.num);
  const { operations } = flow.routing;
  const rows = operations.map((given, k): FiniteOperation => {
    const { id, after, wait = 0, move = 0 } = given;
    const common = { id, wait, move, ...(after === undefined ? {} : { after }) };
    if (given.subcontract !== undefined) return { ...common, days: given.subcontract.leadTime };
    const { workCenter, setup = 0, run, teardown = 0, queue = 0, split = 1, transferBatch } = given;
    const hours = (quantity: number, of: OperationInput): number => Number(of.run ?? 0) * quantity;
    const batch = Number(transferBatch ?? lot);
    const later = operations.filter(({ after: ids }, n) =>
      (ids ?? (n === 0 ? [] : [operations[n - 1]!.id])).includes(id),
    );
    const overlap =
      batch < lot && split === 1 && later.length > 0
        ? {
            firstBatch: hours(batch, given),
            lastBatch: later.map((next) => ({ operation: next.id, hours: hours(batch, next) })),
          }
        : undefined;
    void k;
    return {
      ...common,
      workCenter: workCenter!,
      setup: setup as number,
      run: Number(run) * lot,
      teardown: teardown as number,
      queue: queue as number,
      split,
      ...(overlap === undefined ? {} : { overlap }),
    };
  });
  return {
    start: at(0),
    workCenters: flow.workCenters.map((center) => ({ ...center, calendar: "weekdays" })),
    calendars: [{ id: "weekdays", workingDays: WEEKDAYS }],
    jobs: [{ id: "flow", release: flow.release, due: flow.due, operations: rows }],
  };
}
