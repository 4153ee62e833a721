import {
  addMistake,
  addRatios,
  type Check,
  type Day,
  dayArgument,
  exactArgument,
  formatRatio,
  identifier,
  listOf,
  mustBe,
  ONE,
  objectOf,
  oneOf,
  optional,
  type Place,
  type Ratio,
  ratioOf,
} from "../../core/index.js";
import { COST_ORIGINS } from "../standard-costs/cost-origin.js";
import type { CostOrigin, MissingCostReason } from "../standard-costs/index.js";
import { MISSING_COST_REASONS } from "../standard-costs/missing-cost.js";
import { COST_ELEMENTS } from "./standard-version.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** Exact figures of {@link COST_ELEMENTS} by name. */
export type ReadElements = Readonly<Record<(typeof COST_ELEMENTS)[number], Ratio>>;

/** A frozen cost, checked. */
export interface ReadCost {
  readonly item: string;
  /** `""`: at every site. */
  readonly site: string;
  readonly cost: Ratio | null;
  readonly elements: ReadElements | undefined;
  readonly own: ReadElements | undefined;
  readonly origin: CostOrigin | undefined;
  readonly costingLot: Ratio;
  readonly missing: readonly MissingCostReason[];
}

/** A unit, checked. */
export interface ReadUnit {
  readonly item: string;
  readonly unit: string;
  readonly contains: Ratio;
}

/** A version, checked. */
export interface ReadVersion {
  readonly effectiveFrom: Day;
  readonly currency: string | null;
  readonly costs: readonly ReadCost[];
  readonly units: readonly ReadUnit[];
  readonly withoutRate: readonly string[];
}

/** More digits than any exact cost of a bill has. */
const MOST_DIGITS = 20_000;
const EXACT_TEXT = /^(-?\d+)(?:\/(\d+)|\.(\d+))?$/;

/** An exact number, also one of more digits than a host would write: what is frozen is kept exactly. */
const exactFigure: Check<Ratio> = (value, place) => {
  const isLong = typeof value === "string" && value.length > 60 && value.length <= MOST_DIGITS;
  const found = isLong ? EXACT_TEXT.exec(value) : null;
  if (found === null) return exactArgument(value, place);
  const [, whole = "", den, behind = ""] = found;
  if (den !== undefined && BigInt(den) === 0n) return exactArgument(value, place);
  return ratioOf(BigInt(whole + behind), BigInt(den ?? 1) * 10n ** BigInt(behind.length));
};

const elementsArgument: Check<ReadElements> = objectOf({
  material: optional(exactFigure, NOTHING),
  setup: optional(exactFigure, NOTHING),
  run: optional(exactFigure, NOTHING),
  overhead: optional(exactFigure, NOTHING),
  subcontract: optional(exactFigure, NOTHING),
  credit: optional(exactFigure, NOTHING),
});

const aboveNothing: Check<Ratio> = (value, place) => {
  const ratio = exactFigure(value, place);
  if (ratio !== undefined && ratio.num <= 0n) {
    addMistake(place, "outOfRange", mustBe(value, place, "be above 0"), { value });
  }
  return ratio;
};

const costFields = objectOf({
  item: identifier,
  site: optional(identifier, ""),
  cost: (value, place) => (value === null ? null : exactFigure(value, place)),
  elements: optional(elementsArgument),
  own: optional(elementsArgument),
  origin: optional<CostOrigin>(oneOf(...COST_ORIGINS)),
  costingLot: optional(aboveNothing, ONE),
  missing: optional<MissingCostReason[]>(listOf(oneOf(...MISSING_COST_REASONS), 1), ["standard"]),
});

const costArgument: Check<ReadCost> = (value, place) => {
  const read = costFields(value, place);
  const { cost, elements } = Object(read) as Partial<ReadCost>;
  if (cost === undefined || elements === undefined) return read;
  checkSum(cost, elements, { ...place, path: [...place.path, "elements"] });
  return read;
};

/** Elements are all of a cost, or it has none. */
function checkSum(cost: Ratio | null, elements: ReadElements, place: Place): void {
  if (cost === null) {
    addMistake(place, "contradiction", "A cost that is not known has no elements. Leave them out.");
    return;
  }
  const figures = COST_ELEMENTS.map((name) => elements[name]);
  if (figures.some((figure) => figure === undefined)) return;
  const sum = totalOf(elements);
  if (sum.num === cost.num && sum.den === cost.den) return;
  const message = `The elements add up to ${formatRatio(sum)}, and the cost is ${formatRatio(cost)}. Correct one of them.`;
  addMistake(place, "contradiction", message);
}

/** All elements, less the credit. */
export function totalOf({ credit, ...spent }: ReadElements): Ratio {
  return Object.values(spent).reduce(addRatios, { num: -credit.num, den: credit.den });
}

const versionFields = objectOf({
  effectiveFrom: dayArgument,
  currency: optional((value, place) => (value === null ? null : identifier(value, place)), null),
  costs: listOf(costArgument),
  units: optional(
    listOf(objectOf({ item: identifier, unit: identifier, contains: aboveNothing })),
    [],
  ),
  withoutRate: optional(listOf(identifier), []),
});

/** Reads a version; an item may have one row at a site, and one for all others. */
export const versionArgument: Check<ReadVersion> = (value, place) => {
  const read = versionFields(value, place) as ReadVersion | undefined;
  const seen = new Set<string>();
  for (const [n, row] of (read?.costs ?? []).entries()) {
    if (row?.item === undefined || row.site === undefined) continue;
    const key = JSON.stringify([row.item, row.site]);
    if (seen.has(key)) {
      const at = { ...place, path: [...place.path, "costs", n, "item"] };
      addMistake(at, "duplicateId", mustBe(row.item, at, "have one cost at a site"));
    }
    seen.add(key);
  }
  return read as ReadVersion;
};
