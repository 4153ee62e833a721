import { fc } from "@fast-check/vitest";
import type { FiniteJob, FiniteLoadingInput, FiniteOperation } from "orlicky/capacity";
import { formatMinute, type Minute } from "orlicky/core";
import type { WorkCenterInput } from "orlicky/routing";

/** A Monday, 00:00. */
export const MONDAY: Minute = 20_458 * 1440;

export const at = (minutes: number): string => formatMinute(MONDAY + minutes);

const HOUR = 60;
const DAY = 24 * HOUR;

const SHIFTS: readonly WorkCenterInput["shifts"][] = [
  [{ from: "00:00", until: "24:00" }],
  [{ from: "08:00", until: "16:00", breaks: [{ from: "12:00", until: "12:30" }] }],
  [
    { from: "06:00", until: "14:00", days: ["mon", "tue", "wed", "thu"] },
    { from: "14:00", until: "22:00", days: ["mon", "wed"] },
  ],
  [{ from: "22:00", until: "05:00", breaks: [{ from: "23:30", until: "00:15" }] }],
  [{ from: "07:00", until: "11:00", validTo: "2026-01-14" }],
];

const hours = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 24 }).map((quarters) => quarters / 4) },
  { weight: 1, arbitrary: fc.constantFrom("1/3", "5/7", 0.01, 2.35) },
);
const someHours = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: hours },
);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** What a shop has in it. */
export interface ShopFeatures {
  readonly alternates: boolean;
  readonly matrix: boolean;
  readonly overlap: boolean;
  readonly split: boolean;
  readonly queues: boolean;
  readonly days: boolean;
  readonly tools: boolean;
  readonly materials: boolean;
  readonly withinShift: boolean;
  readonly rareShifts: boolean;
}

export const EVERYTHING: ShopFeatures = {
  alternates: true,
  matrix: true,
  overlap: true,
  split: true,
  queues: true,
  days: true,
  tools: true,
  materials: true,
  withinShift: true,
  rareShifts: true,
};

const CENTERS = ["lathe", "mill", "saw"];
const GROUPS = ["black", "red", "white"];
const TOOLS = ["gauge", "jig"];

function workCenter(id: string, features: ShopFeatures): fc.Arbitrary<WorkCenterInput> {
  const setups = fc.uniqueArray(
    fc.record({
      from: fc.constantFrom(...GROUPS),
      to: fc.constantFrom(...GROUPS),
      hours: fc.constantFrom(0.25, 0.5, 1, 3),
    }),
    { selector: ({ from, to }) => `${from} ${to}`, maxLength: 6 },
  );
  return fc.record({
    id: fc.constant(id),
    shifts: fc.constantFrom(...(features.rareShifts ? SHIFTS : SHIFTS.slice(0, 4))),
    units: fc.integer({ min: 1, max: 3 }),
    efficiency: fc.constantFrom(1, 1, "4/5", 2),
    calendar: maybe(fc.constant("weekdays")),
    exceptions: maybe(
      fc.constantFrom(
        [{ date: "2026-01-06", shifts: [] }],
        [{ date: "2026-01-07", shifts: [{ from: "10:00", until: "13:00" }] }],
      ),
    ),
    overtime: maybe(
      fc.constantFrom(
        [{ from: at(16 * HOUR), until: at(19 * HOUR) }],
        [{ from: at(5 * DAY + 8 * HOUR), until: at(5 * DAY + 12 * HOUR) }],
      ),
    ),
    finishWithinShift: features.withinShift ? fc.boolean() : fc.constant(false),
    setups: features.matrix ? setups : fc.constant([]),
  });
}

interface OperationDraft {
  readonly center: number;
  readonly setup: number | string | undefined;
  readonly run: number | string;
  readonly teardown: number | string | undefined;
  readonly queue: number | string | undefined;
  readonly wait: number | string | undefined;
  readonly move: number | string | undefined;
  readonly split: number | undefined;
  readonly overlap: readonly [number, number] | undefined;
  readonly after: readonly number[] | undefined;
  readonly alternate: { readonly center: number; readonly run: number | undefined } | undefined;
  readonly tools: readonly string[] | undefined;
  readonly setupGroup: string | undefined;
  readonly days: number | undefined;
  readonly calendar: string | undefined;
}

function operationDraft(features: ShopFeatures): fc.Arbitrary<OperationDraft> {
  const if_ = <Value>(has: boolean, value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
    has ? maybe(value) : fc.constant(undefined);
  return fc.record({
    center: fc.nat({ max: CENTERS.length - 1 }),
    setup: someHours,
    run: hours,
    teardown: someHours,
    queue: if_(features.queues, hours),
    wait: if_(features.queues, hours),
    move: if_(features.queues, hours),
    split: if_(features.split, fc.integer({ min: 1, max: 3 })),
    overlap: if_(
      features.overlap,
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    ),
    after: maybe(fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 2 })),
    alternate: if_(
      features.alternates,
      fc.record({
        center: fc.nat({ max: CENTERS.length - 1 }),
        run: maybe(fc.integer({ min: 1, max: 8 })),
      }),
    ),
    tools: if_(features.tools, fc.uniqueArray(fc.constantFrom(...TOOLS), { maxLength: 2 })),
    setupGroup: if_(features.matrix, fc.constantFrom(...GROUPS)),
    days: if_(features.days && features.queues, fc.nat({ max: 3 })),
    calendar: maybe(fc.constant("weekdays")),
  });
}

function operationOf(draft: OperationDraft, k: number, isRare: boolean): FiniteOperation {
  const after = draft.after?.filter((other) => other < k).map((other) => `op${other}`);
  const { wait, move } = draft;
  const id = `op${k}`;
  const base = strip({ id, wait, move, after });
  if (draft.days !== undefined && isRare) {
    return { ...base, ...strip({ days: draft.days, calendar: draft.calendar }) } as FiniteOperation;
  }
  const { setup, run, teardown, queue, tools, setupGroup, alternate } = draft;
  const others =
    alternate === undefined || alternate.center === draft.center
      ? undefined
      : [strip({ workCenter: CENTERS[alternate.center]!, run: alternate.run })];
  const isSplit = draft.split !== undefined && draft.split > 1;
  // Batches are shares of the whole, as a transfer batch is.
  const overlap =
    draft.overlap === undefined || isSplit || typeof run !== "number"
      ? undefined
      : { firstBatch: run / (4 * draft.overlap[0]), lastBatch: run / (4 * draft.overlap[1]) };
  return {
    ...base,
    ...strip({
      workCenter: CENTERS[draft.center]!,
      setup,
      run,
      teardown,
      queue,
      split: draft.split,
      overlap,
      alternates: others,
      tools,
      setupGroup,
    }),
  } as FiniteOperation;
}

/** A row without the fields that are undefined. */
function strip<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row;
}

/** A shop with some features; every job can be done in time but for capacity, unless shifts are rare. */
export function randomShop(
  features: ShopFeatures = EVERYTHING,
  mostJobs = 6,
): fc.Arbitrary<FiniteLoadingInput> {
  const job = fc.record({
    rank: maybe(fc.nat({ max: 3 })),
    release: maybe(fc.integer({ min: 0, max: 5 * 24 }).map((hour) => at(hour * HOUR))),
    due: fc.integer({ min: 0, max: 14 * 24 }).map((hour) => at(hour * HOUR)),
    operations: fc.array(operationDraft(features), { minLength: 1, maxLength: 4 }),
    materials: features.materials
      ? maybe(
          fc.record({ job: fc.nat({ max: 5 }), days: fc.nat({ max: 2 }), office: fc.boolean() }),
        )
      : fc.constant(undefined),
    rare: fc.integer({ min: 0, max: 2 }),
  });
  return fc
    .record({
      workCenters: fc.tuple(...CENTERS.map((id) => workCenter(id, features))),
      units: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
      drafts: fc.array(job, { minLength: 1, maxLength: mostJobs }),
      priority: fc.constantFrom("rank", "earliestDueDate", "criticalRatio", "slack"),
      overtime: fc.boolean(),
      end: features.rareShifts ? maybe(fc.integer({ min: 1, max: 20 })) : fc.constant(undefined),
    })
    .map(({ workCenters, units, drafts, priority, overtime, end }): FiniteLoadingInput => {
      const jobs = drafts.map(({ operations, materials, rare, ...draft }, n): FiniteJob => {
        const rows =
          materials === undefined || materials.job >= n
            ? undefined
            : [
                strip({
                  job: `job${materials.job}`,
                  days: materials.days,
                  calendar: materials.office ? "weekdays" : undefined,
                }),
              ];
        return strip({
          id: `job${n}`,
          ...draft,
          operations: operations.map((operation, k) => operationOf(operation, k, rare === 0)),
          materials: rows,
        }) as FiniteJob;
      });
      return strip({
        start: at(7 * HOUR),
        end: end === undefined ? undefined : at(end * DAY),
        workCenters: workCenters.map(strip),
        tools: TOOLS.map((id, k) => ({ id, units: units[k]! })),
        calendars: [{ id: "weekdays", workingDays: ["mon", "tue", "wed", "thu", "fri"] as const }],
        jobs,
        priority,
        overtime,
      }) as FiniteLoadingInput;
    });
}

/** Ways to load: in each direction. */
export const directions: fc.Arbitrary<Partial<FiniteLoadingInput>> = fc.constantFrom(
  { direction: "forward" as const },
  { direction: "backward" as const },
  ...CENTERS.map((bottleneck) => ({ direction: "bidirectional" as const, bottleneck })),
);

/** Some order of all operations in which each stands behind what it waits for. */
export function someSequence(
  { jobs }: FiniteLoadingInput,
  draws: readonly number[],
): { job: string; operation: string }[] {
  const isDone = new Set<string>();
  const rows = jobs.flatMap((job) =>
    job.operations.map((operation, k) => ({
      job,
      operation,
      needs: [
        ...(operation.after ?? (k === 0 ? [] : [job.operations[k - 1]!.id])).map(
          (id) => `${job.id} ${id}`,
        ),
        ...(job.materials ?? []).flatMap(({ job: id }) =>
          jobs.find((other) => other.id === id)!.operations.map((other) => `${id} ${other.id}`),
        ),
      ],
    })),
  );
  const sequence: { job: string; operation: string }[] = [];
  for (let step = 0; isDone.size < rows.length; step++) {
    const open = rows.filter(
      ({ job, operation, needs }) =>
        !isDone.has(`${job.id} ${operation.id}`) && needs.every((need) => isDone.has(need)),
    );
    const { job, operation } = open[(draws[step % draws.length] ?? 0) % open.length]!;
    isDone.add(`${job.id} ${operation.id}`);
    if (operation.days === undefined) sequence.push({ job: job.id, operation: operation.id });
  }
  return sequence;
}
