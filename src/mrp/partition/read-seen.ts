import {
  addMistake,
  type Check,
  flag,
  listOf,
  mustBe,
  objectOf,
  oneOf,
  optional,
  type Place,
  type Ratio,
  UNSOUND,
  wholeNumber,
  wrongType,
} from "../../core/index.js";
import type { Need, NeedOrigin } from "../sweep/need.js";
import type { GivenStock, PhantomNeed, PlanEvent } from "../sweep/planned-orders.js";

const LARGEST = Number.MAX_SAFE_INTEGER;
/** Days from the planning start, a thousand years either way. */
export const MOST_DAYS = 400_000;
const day = wholeNumber(-MOST_DAYS, MOST_DAYS);
const count = wholeNumber(0, LARGEST);

/** A place in a list, −1 for none. */
const placeOrNone = wholeNumber(-1, LARGEST);

/** A number, infinity too: priority where there is none, what is too large to be needed. */
const number: Check<number> = (value, place) => {
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  wrongType(value, place, "a number");
  return UNSOUND;
};

const text: Check<string> = (value, place) => {
  if (typeof value === "string") return value;
  wrongType(value, place, "a text");
  return UNSOUND;
};

const ratio: Check<Ratio> = (value, place) => {
  const { num, den } = (typeof value === "object" && value !== null ? value : {}) as Partial<Ratio>;
  if (typeof num === "bigint" && typeof den === "bigint" && den > 0n) return { num, den };
  wrongType(value, place, "a ratio of whole numbers, { num, den }");
  return UNSOUND;
};

const rank: Check<0 | 1 | 2 | 3> = (value, place) => {
  if (value === 0 || value === 1 || value === 2 || value === 3) return value;
  addMistake(place, "outOfRange", mustBe(value, place, "be 0, 1, 2 or 3"));
  return UNSOUND;
};

const origin: Check<NeedOrigin> = objectOf({
  point: count,
  start: day,
  firm: flag,
  row: count,
  repeat: count,
  change: placeOrNone,
});

const need: Check<Need> = objectOf({
  day,
  rank,
  ownDay: day,
  priority: number,
  id: text,
  quantity: number,
  exact: (value: unknown, place: Place) => (value === undefined ? undefined : ratio(value, place)),
  start: day,
  due: day,
  offset: day,
  isShipped: flag,
  origin,
});

const phantomNeed: Check<PhantomNeed> = objectOf({
  left: ratio,
  start: day,
  due: day,
  offset: day,
  origin,
});

const givenStock: Check<GivenStock> = objectOf({ day, quantity: count, place: count });

const readEvent = objectOf({
  code: oneOf(
    "fenceShortage",
    "noSource",
    "belowSafetyStock",
    "expired",
    "beyondHorizon",
    "supplierCapacity",
  ),
  point: count,
  day,
  quantity: number,
  count: optional(count),
  source: optional(count),
});

const event: Check<PlanEvent> = (value, place) => {
  const read = readEvent(value, place);
  if (read?.code === "beyondHorizon" && read.count === undefined)
    wrongType(value, place, "counted");
  if (read?.code === "supplierCapacity" && read.source === undefined) {
    wrongType(value, place, "of a source");
  }
  return read as PlanEvent;
};

/** Makes the check of what is kept of stocking points. */
function ofPoints<Thing>(thing: Check<Thing>): Check<(readonly [number, Thing[]])[]> {
  const things = listOf(thing);
  return listOf((value, place): readonly [number, Thing[]] => {
    if (!Array.isArray(value) || value.length !== 2) {
      wrongType(value, place, "[point, what is kept of it]");
      return UNSOUND;
    }
    const at = (n: number): Place => ({ path: [...place.path, n], issues: place.issues });
    return [count(value[0], at(0)), things(value[1], at(1))];
  });
}

/** What of decisions columns do not hold. */
export const SEEN = objectOf({
  events: ofPoints(event),
  phantomNeeds: ofPoints(phantomNeed),
  phantomStock: ofPoints(givenStock),
  keptNeeds: ofPoints(need),
  receivedNeeds: ofPoints(need),
});
