import {
  addMistake,
  type Bucket,
  type Check,
  type Issue,
  identifier,
  isPlainObject,
  listOf,
  oneOf,
  optional,
  readArgument,
  recordOf,
  refuseMistakes,
  wrongType,
} from "../../core/index.js";
import { numberFrom } from "../flow/number-from.js";
import type { LoadProfileOptions } from "./load-profile.js";
import type { LoadSource } from "./load-source.js";

/** Standard deviation ÷ mean, 0 or more: of all work centres, or of each by its id. */
export type Variation = number | Readonly<Record<string, number>>;

/** How much comes and goes at random at the work centres, and which of them are looked at. */
export interface WaitingOptions extends LoadProfileOptions {
  /** Of the time between two jobs that come in; 1: at random, 0: in step. */
  readonly arrivalVariation: Variation;
  /** Of the time of a job. */
  readonly processVariation: Variation;
}

/** The options as they are carried out. */
export interface ReadWaitingOptions {
  readonly bucket: Bucket;
  readonly workCenters: readonly string[] | undefined;
  readonly arrivalVariation: ReadVariation;
  readonly processVariation: ReadVariation;
}

type ReadVariation = number | ReadonlyMap<string, number>;

const variation: Check<ReadVariation> = (value, place) => {
  if (typeof value === "number") return numberFrom(0)(value, place);
  if (isPlainObject(value)) return recordOf(numberFrom(0))(value, place);
  return wrongType(value, place, "a number, or an object with one for each work centre") as never;
};

const fields = {
  bucket: optional(oneOf("day", "week", "month"), "week" as const),
  workCenters: optional(listOf(identifier)),
  arrivalVariation: variation,
  processVariation: variation,
};

/** Reads the options; refuses what is none. */
export function readWaitingOptions(options: WaitingOptions): ReadWaitingOptions {
  return readArgument(options, fields);
}

/** The variations of a work centre. */
export interface CenterVariations {
  readonly arrivalVariation: number;
  readonly processVariation: number;
}

/** The variations of work centres, by place; refused when one has none, or one is of no work centre. */
export function centerVariations(
  options: ReadWaitingOptions,
  { workCenters }: LoadSource,
  shown: readonly number[],
): (place: number) => CenterVariations {
  const issues: Issue[] = [];
  const known = new Set(workCenters.map(({ id }) => id));
  for (const field of ["arrivalVariation", "processVariation"] as const) {
    const given = options[field];
    if (typeof given === "number") continue;
    for (const id of given.keys()) {
      if (known.has(id)) continue;
      const message = `There is no work centre ${JSON.stringify(id)}. Name one of the input.`;
      addMistake({ path: [field, id], issues }, "unknownId", message, { id });
    }
    for (const place of shown) {
      const { id } = workCenters[place]!;
      if (given.has(id)) continue;
      const message = `The ${field} of the work centre ${JSON.stringify(id)} is missing. Give it, or one number for all.`;
      addMistake({ path: [field, id], issues }, "missingField", message);
    }
  }
  refuseMistakes(issues);
  const { arrivalVariation, processVariation } = options;
  return (place) => {
    const { id } = workCenters[place]!;
    return {
      arrivalVariation: variationOf(arrivalVariation, id),
      processVariation: variationOf(processVariation, id),
    };
  };
}

function variationOf(given: ReadVariation, id: string): number {
  return typeof given === "number" ? given : given.get(id)!;
}
