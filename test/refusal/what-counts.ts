import { fileURLToPath } from "node:url";
import { capacityRequirements, loadProfile, scheduleOrders } from "../../src/capacity/index.js";
import {
  lowLevelCodes,
  type Plan,
  type PlanningInput,
  planningRecord,
  safePlanRequirements,
} from "../../src/index.js";
import { planningParameters } from "../../src/mrp/schema/parameters.js";
import { readAreas } from "../published/adapters/read-cases.js";
import { choicesOf, contractFields, fieldName } from "./contract.js";
import { placedValues, withValueAt } from "./input-path.js";

const fields = new Map(contractFields().map((field) => [field.name, field]));

/** The published planning problems. */
export function publishedInputs(): PlanningInput[] {
  const areas = readAreas(fileURLToPath(new URL("../published", import.meta.url)));
  return areas
    .filter(({ name }) => name !== "bom")
    .flatMap(({ cases }) => cases.map(({ input }) => input as PlanningInput));
}

/** A problem, and the same with the parameters of its items given at their only site. */
export function alsoAtSite(input: PlanningInput): PlanningInput[] {
  const { items = [], sites = [], itemSites = [] } = input;
  if (sites.length > 1 || itemSites.length > 0) return [input];
  const isParameter = (field: string): boolean =>
    field in planningParameters || field === "attributes";
  const part = (row: object, kept: (field: string) => boolean): object =>
    Object.fromEntries(Object.entries(row).filter(([field]) => kept(field)));
  const atSite = {
    ...input,
    items: items.map((row) => part(row, (field) => !isParameter(field))),
    itemSites: items.map((row) => ({ item: row.id, ...part(row, isParameter) })),
  };
  return [input, atSite as PlanningInput];
}

/** Refusals that show that a field is read: its value is looked up, counted or held against another. */
const SHOWS_READING = [
  "notSupported",
  "unknownId",
  "unknownUnit",
  "duplicateId",
  "tooFine",
  "tooManyOrders",
  "contradiction",
  "bomCycle",
];

/** What comes of an input as text; `undefined` for a refusal that only its form explains. */
function outcomeOf(input: PlanningInput): string | undefined {
  const result = safePlanRequirements(input);
  if (result.ok) return JSON.stringify(everythingOf(result.plan, input));
  return result.issues.every(({ code }) => SHOWS_READING.includes(code)) ? "refused" : undefined;
}

/** All that a plan says. */
function everythingOf(plan: Plan, input: PlanningInput): unknown {
  const { orders, messages, startDate, horizonEnd } = plan.toJSON();
  const demands = [...plan.demands];
  const supplies = [...plan.supplies];
  const places = new Set(
    [...orders, ...demands, ...supplies].map(({ item, site, segment }) =>
      JSON.stringify({ item, site, segment: segment ?? undefined }),
    ),
  );
  if ((input.sites ?? []).length < 2) {
    for (const { id } of input.items ?? []) places.add(JSON.stringify({ item: id }));
  }
  const records = [...places].map((place) => {
    const { item, ...at } = JSON.parse(place) as { item: string; site?: string; segment?: string };
    return [place, planningRecord(plan, item, at)];
  });
  const codes = [...lowLevelCodes(plan)];
  const capacity = input.workCenters === undefined ? null : capacityOf(plan);
  return { startDate, horizonEnd, orders, messages, demands, supplies, records, codes, capacity };
}

/** What the work centres are loaded with, order by order and all together. */
function capacityOf(plan: Plan): unknown {
  const requirements = capacityRequirements(plan);
  const schedule = scheduleOrders(plan, { direction: "forward", overtime: true });
  return [
    [...requirements.operations],
    requirements.notes,
    [...loadProfile(requirements).rows],
    [...schedule.operations],
    [...schedule.jobs],
  ];
}

interface Counting {
  /** Names of fields without which, or with another value, something else comes. */
  readonly fields: ReadonlySet<string>;
  /** Choices that give something else than another one does, behind the name of their field. */
  readonly choices: ReadonlySet<string>;
}

/** Tries other values in inputs until each field and choice has counted once. */
export function whatCounts(inputs: readonly PlanningInput[]): Counting {
  const counting = { fields: new Set<string>(), choices: new Set<string>() };
  for (const input of inputs) {
    let own: { readonly outcome: string | undefined } | undefined;
    for (const { path, value } of placedValues(input)) {
      const name = fieldName(path);
      const field = fields.get(name);
      if (field === undefined) continue;
      const choices = choicesOf(field.schema);
      const isSettled =
        counting.fields.has(name) &&
        choices.every((choice) => counting.choices.has(`${name} ${choice}`));
      if (isSettled) continue;
      own ??= { outcome: outcomeOf(input) };
      const { outcome } = own;
      if (outcome === undefined || outcome === "refused") break;
      const others: unknown[] = othersThan(value, choices, name);
      if (field.optional) others.push(undefined);
      for (const other of others) {
        const changed = outcomeOf(withValueAt(input, path, other) as PlanningInput);
        if (changed === undefined || changed === outcome) continue;
        counting.fields.add(name);
        if (choices.length === 0) break;
        for (const choice of [value, other]) counting.choices.add(`${name} ${choice}`);
      }
    }
  }
  return counting;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const A_DAY = 86_400_000;

/** Other values that a field may have. */
function othersThan(value: unknown, choices: readonly string[], name: string): unknown[] {
  if (choices.length > 0) return choices.filter((choice) => choice !== value);
  if (typeof value === "number") return [value + 1, 2 * value + 3, 0];
  if (typeof value === "boolean") return [!value];
  if (Array.isArray(value)) return [[]];
  if (typeof value !== "string") return [{}];
  // A rule knows its own fields only, so it is changed as a whole; see the field around it.
  if (name.endsWith(".rule")) return ["lotForLot", "orderUpTo"];
  if (/^-?[\d./]+$/.test(value)) return ["1", "2", "1/3"];
  if (/\d\d:\d\d$/.test(value)) {
    return ["10", "30", "50"].map((minutes) => value.replace(/\d\d$/, minutes));
  }
  if (!DAY.test(value)) return [`${value}!`];
  return [1, -1, 7, 30].map((days) =>
    new Date(Date.parse(value) + days * A_DAY).toISOString().slice(0, 10),
  );
}
