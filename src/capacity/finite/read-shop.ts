import {
  addMistake,
  type Calendar,
  type Check,
  compareText,
  flag,
  formatPath,
  type Issue,
  identifier,
  isPlainObject,
  LAST_DAY,
  listOf,
  MINUTES_A_DAY,
  type Minute,
  objectOf,
  oneOf,
  optional,
  type Place,
  PlanningInputError,
  readGuarded,
  refuseMistakes,
  showValue,
  TOO_MANY,
  UNSOUND,
  wholeNumber,
} from "../../core/index.js";
import { makeWorkCenter, type WorkCenter, type WorkCenterInput } from "../../routing/index.js";
import { calendarArgument } from "./calendar-argument.js";
import type { LoadingDirection, PriorityRule } from "./finite-loading-input.js";
import { noteMaterials } from "./note-materials.js";
import { minuteArgument, type ReadJob, readJob } from "./read-job.js";
import { noteSequence, type ReadSequenced } from "./read-sequence.js";
import { type Names, noteUnknown, type Row } from "./row-fields.js";
import { RowPlace } from "./row-place.js";

/** What is to be loaded, checked; work centres, tools and jobs by id. */
export interface ReadShop {
  readonly start: Minute;
  readonly end: Minute;
  readonly workCenters: readonly WorkCenter[];
  readonly tools: readonly { readonly id: string; readonly units: number }[];
  readonly jobs: readonly ReadJob[];
  readonly direction: LoadingDirection;
  /** Place among the work centres; −1 for none. */
  readonly bottleneck: number;
  readonly priority: PriorityRule;
  readonly sequence: readonly ReadSequenced[] | undefined;
  readonly infinite: boolean;
  readonly overtime: boolean;
}

const END_OF_TIME: Minute = (LAST_DAY + 1) * MINUTES_A_DAY;

const anything: Check<unknown> = (value) => value;

const toolOf = objectOf({
  id: identifier,
  units: optional(wholeNumber(1, Number.MAX_SAFE_INTEGER), 1),
});
const sequencedOf = objectOf({
  job: identifier,
  operation: identifier,
  workCenter: optional(identifier),
});

const fields = {
  start: minuteArgument,
  end: optional(minuteArgument, END_OF_TIME),
  workCenters: anything,
  tools: optional(listOf(toolOf), []),
  calendars: optional(listOf(calendarArgument), []),
  jobs: anything,
  direction: optional(oneOf<LoadingDirection>("forward", "backward", "bidirectional"), "forward"),
  bottleneck: optional(identifier),
  priority: optional(
    oneOf<PriorityRule>("rank", "earliestDueDate", "criticalRatio", "slack"),
    "earliestDueDate",
  ),
  sequence: optional(listOf(sequencedOf)),
  infinite: optional(flag, false),
  overtime: optional(flag, false),
};

/** Checks what is given. @throws PlanningInputError with every mistake */
export function readShop(input: unknown): ReadShop {
  const issues: Issue[] = [];
  const read = objectOf(fields)(input, { path: [], issues });
  if (read === UNSOUND) refuseMistakes(issues);
  noteSettings(read, issues);
  const calendars = new Map<string, Calendar>();
  noteTwice(read.calendars?.map(givenId), "calendars", issues);
  for (const row of read.calendars ?? []) if (row !== UNSOUND) calendars.set(row.id, row);
  noteTwice(read.tools?.map(givenId), "tools", issues);
  const tools = [...(read.tools ?? [])].filter((row) => row?.id !== UNSOUND).sort(byId);
  const unknown: Issue[] = [];
  const workCenters = readWorkCenters(read.workCenters, calendars, issues, unknown);
  const names: Names = {
    centers: new Map(workCenters.map(({ id }, k) => [id, k])),
    tools: new Map(tools.map(({ id }, k) => [id, k])),
    calendars,
    unknown,
  };
  const given = readJobs(read.jobs, names, issues);
  noteTwice(given.map(givenId), "jobs", issues);
  refuseMistakes(issues);
  const isKnown = unknown.length === 0;
  noteMaterials(given, read.direction, read.end < END_OF_TIME, unknown);
  if (isKnown && read.sequence !== undefined) {
    noteSequence(given, read.sequence, names, unknown);
  }
  const bottleneck = names.centers.get(read.bottleneck ?? "") ?? -1;
  if (bottleneck < 0 && read.bottleneck !== undefined) {
    noteUnknown(read.bottleneck, ["bottleneck"], "work centre", unknown);
  }
  refuseMistakes(unknown);
  return { ...read, workCenters, tools, jobs: [...given].sort(byId), bottleneck };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

type Settings = ReturnType<ReturnType<typeof objectOf<typeof fields>>>;

/** What of the settings cannot be together. */
function noteSettings(read: Settings, issues: Issue[]): void {
  const { start, end, direction, bottleneck, sequence, infinite } = read;
  const note = (field: string, message: string, code: "contradiction" | "missingField") =>
    addMistake({ path: [field], issues }, code, message);
  if (end <= start) note("end", "The end must be after the start.", "contradiction");
  if (direction === "bidirectional" && bottleneck === undefined) {
    note("bottleneck", "Name the work centre around which to load both ways.", "missingField");
  }
  if (direction !== UNSOUND && direction !== "bidirectional" && bottleneck !== undefined) {
    note(
      "bottleneck",
      'A bottleneck is for direction "bidirectional". Leave it out.',
      "contradiction",
    );
  }
  if (infinite === true && direction === "bidirectional") {
    note("infinite", "With infinite capacity there is no bottleneck.", "contradiction");
  }
  if (sequence === undefined) return;
  if (infinite === true) {
    note("sequence", "With infinite capacity no sequence counts. Leave it out.", "contradiction");
  }
  if (direction !== UNSOUND && direction !== "forward") {
    note("sequence", 'A sequence is loaded in direction "forward" only.', "contradiction");
  }
}

/** The id of what was read, which may be nothing. */
function givenId(row: { readonly id: string } | undefined): string | undefined {
  return row?.id;
}

function noteTwice(
  ids: readonly (string | undefined)[] | undefined,
  list: string,
  issues: Issue[],
): void {
  const known = new Set<string>();
  for (const [n, id] of (ids ?? []).entries()) {
    if (id === undefined) continue;
    if (known.has(id)) {
      const path = [list, n, "id"];
      const message = `The ${formatPath(path)} (${showValue(id)}) stands here for the second time. Give each its own id.`;
      addMistake({ path, issues }, "duplicateId", message, { id });
    }
    known.add(id);
  }
}

/** What stands at a place of a list. */
interface GivenRow {
  readonly row: unknown;
}

const givenRows = listOf<GivenRow>((row) => ({ row }));

/** The rows of a list, each read once; `undefined` stands for those that cannot be read, which is noted. */
function rowsOf(value: unknown, list: string, issues: Issue[]): readonly (GivenRow | undefined)[] {
  return readGuarded(value, { path: [list], issues }, givenRows) ?? [];
}

/** The work centres by id, each with the days of its calendar. */
function readWorkCenters(
  value: unknown,
  calendars: ReadonlyMap<string, Calendar>,
  issues: Issue[],
  unknown: Issue[],
): readonly WorkCenter[] {
  const rows = rowsOf(value, "workCenters", issues);
  const centers: WorkCenter[] = [];
  for (let n = 0; n < rows.length && issues.length < TOO_MANY; n++) {
    const given = rows[n];
    if (given === undefined) continue;
    const place = { path: ["workCenters", n], issues };
    const center = readGuarded(given.row, place, (row) =>
      readWorkCenter(row, place, calendars, unknown),
    );
    if (center !== undefined) centers.push(center);
  }
  noteTwice(
    rows.map((given) => idOf(given?.row)),
    "workCenters",
    issues,
  );
  return centers.sort(byId);
}

/** The id of a row that may be wrong. */
function idOf(row: unknown): string | undefined {
  const unseen = { path: [], issues: [] };
  const id = readGuarded(row, unseen, (given) => (isPlainObject(given) ? (given as Row).id : null));
  return typeof id === "string" && id !== "" ? id : undefined;
}

function readWorkCenter(
  row: unknown,
  place: Place,
  calendars: ReadonlyMap<string, Calendar>,
  unknown: Issue[],
): WorkCenter | undefined {
  const id = isPlainObject(row) ? (row as { calendar?: unknown }).calendar : undefined;
  const calendar = typeof id === "string" ? calendars.get(id) : undefined;
  if (typeof id === "string" && calendar === undefined) {
    noteUnknown(id, [...place.path, "calendar"], "calendar", unknown);
  }
  try {
    const isUnknown = typeof id === "string" && calendar === undefined;
    const given = isUnknown ? { ...(row as object), calendar: undefined } : row;
    return makeWorkCenter(given as WorkCenterInput, calendar);
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    for (const issue of error.issues) {
      place.issues.push({ ...issue, path: [...place.path, ...issue.path] });
    }
    return undefined;
  }
}

function readJobs(value: unknown, names: Names, issues: Issue[]): readonly ReadJob[] {
  const rows = rowsOf(value, "jobs", issues);
  const jobs: ReadJob[] = [];
  const noted = (): number => Math.max(issues.length, names.unknown.length);
  for (let n = 0; n < rows.length && noted() < TOO_MANY; n++) {
    const given = rows[n];
    if (given === undefined) continue;
    const place = new RowPlace({ path: ["jobs"], issues }, n);
    jobs.push(readGuarded(given.row, place, (row) => readJob(row, place, names)) as ReadJob);
  }
  return jobs;
}
