import { type AttributeValue, variantRows } from "../../bom/index.js";
import { compareText, PlanningInputError } from "../../core/index.js";
import type { PlanningInput } from "../../mrp/index.js";
import type { OptionBill, Options, Variants } from "./demand-policy.js";
import { grouped } from "./grouped.js";
import type { Need } from "./need.js";
import { below, noteRecord, type RecordContext } from "./record-context.js";

type Rows<List extends "items" | "boms" | "sources"> = NonNullable<PlanningInput[List]>;

/** The stocking point of a need: a variant, a segment of its own, or both. */
export interface Customised {
  readonly item: string;
  readonly segment: string | undefined;
}

/** A variant that a line asked for, with the rows that describe it. */
interface Variant {
  readonly id: string;
  readonly items: Rows<"items">;
  readonly boms: Rows<"boms">;
  readonly sources: Rows<"sources">;
}

/** Chooses variants for lines with options, each once, however many lines want it. */
export interface VariantChoice {
  /** Whether the options of a need fit the bill of its item; why not, is noted. */
  readonly fits: (need: Need) => boolean;
  /** Whether a need is netted apart from others of its product: as a variant, or in a segment. */
  readonly isApart: (need: Need) => boolean;
  /** Where a need that fits is planned. */
  readonly placeOf: (need: Need) => Customised;
  readonly rows: () => Omit<Variant, "id">;
}

/**
 * Makes the choice of stocking points for customised lines (X1, K64): options choose a variant where
 * their item has an option bill; options without one, and specifications, make a segment. A specification
 * alone tells of no option, so that its variant has what is in each one.
 */
export function variantChoice(context: RecordContext, variants: Variants): VariantChoice {
  const bills = grouped(
    variants.map((bill, place) => ({ ...bill, place })),
    ({ item }) => item,
  );
  const sound = new Map<string, Variant>();
  const placed = new Set<string>();
  const choiceOf = ({ product: { item }, options = {}, specification }: Need) => {
    const choices = bills.get(item);
    if (choices === undefined) return undefined;
    const isBare = Object.keys(options).length === 0;
    const isOpen = isBare && choices.some(({ lines }) => !lines.every(isCommon));
    if (!isOpen) return { id: variantId(item, options), options, choices };
    if (specification === undefined) return "unsaid";
    const common = choices.map((bill) => ({ ...bill, lines: bill.lines.filter(isCommon) }));
    if (common.some(({ lines }) => lines.length === 0)) return "unsaid";
    return { id: variantId(item, options), options, choices: common };
  };
  return {
    fits: (need) => {
      const choice = choiceOf(need);
      if (choice === "unsaid") noteUnsaid(context, need, bills.get(need.product.item)!);
      if (choice === "unsaid") return false;
      if (choice === undefined || sound.has(choice.id)) return true;
      const variant = makeVariant(context, need, choice);
      if (variant === undefined) return false;
      sound.set(choice.id, variant);
      return true;
    },
    isApart: (need) => isCustomised(need) || typeof choiceOf(need) === "object",
    placeOf: (need) => {
      const { item } = need.product;
      const choice = choiceOf(need);
      // What does not fit comes this far only when nobody is to make any more of it.
      if (choice === undefined || choice === "unsaid") {
        return { item, segment: isCustomised(need) ? need.id : undefined };
      }
      placed.add(choice.id);
      return { item: choice.id, segment: need.specification === undefined ? undefined : need.id };
    },
    rows: () => {
      const all = [...sound.values()]
        .filter(({ id }) => placed.has(id))
        .sort((a, b) => compareText(a.id, b.id));
      return {
        items: all.flatMap(({ items }) => items),
        boms: all.flatMap(({ boms }) => boms),
        sources: all.flatMap(({ sources }) => sources),
      };
    },
  };
}

/** Whether the customer asked for anything of his own: it has options, or a specification. */
function isCustomised({ options = {}, specification }: Need): boolean {
  return specification !== undefined || Object.keys(options).length > 0;
}

/** The id of a variant says what it is: the item and its options by attribute. */
export function variantId(item: string, options: Options): string {
  const sorted = Object.entries(options).sort(([a], [b]) => compareText(a, b));
  return JSON.stringify([item, sorted]);
}

/**
 * The item that a line stands for: the variant that its options choose, be it known or not. Without
 * options it is the variant of none where that is known, else the item itself.
 */
export function chosenItem(
  item: string,
  options: Options,
  isKnown: (item: string) => boolean,
): string {
  const variant = variantId(item, options);
  return Object.keys(options).length > 0 || isKnown(variant) ? variant : item;
}

/** A bill with its place in the policy. */
type PlacedBill = OptionBill & { readonly place: number };

interface Choice {
  readonly id: string;
  readonly options: Options;
  /** The bills of the item. */
  readonly choices: readonly PlacedBill[];
}

/** Whether a line is in every variant. */
function isCommon({ when = [] }: OptionBill["lines"][number]): boolean {
  return when.length === 0;
}

/** Notes that a line says no options, though the bill of its item asks for some. */
function noteUnsaid(
  context: RecordContext,
  { product: { id }, place, specification }: Need,
  bills: readonly PlacedBill[],
): void {
  const bill = bills.find(({ lines }) => !lines.every(isCommon))!;
  const asked = bill.lines.flatMap(({ when = [] }) => when.map(({ attribute }) => attribute));
  const names = [...new Set(asked)].map((name) => JSON.stringify(name)).join(", ");
  const message =
    specification === undefined
      ? `The options are missing, and variants[${bill.place}] of product ${JSON.stringify(id)} depends on them (${names}). State them, or a specification.`
      : `The options are missing, and variants[${bill.place}] of product ${JSON.stringify(id)} has no line without conditions to plan the specification from. State them (${names}).`;
  noteRecord(context, below(place, "options"), "missingField", message);
}

function makeVariant(
  context: RecordContext,
  need: Need,
  { id, options, choices }: Choice,
): Variant | undefined {
  const boms: Rows<"boms">[number][] = [];
  for (const { parameters: _, sources: __, place, ...bill } of choices) {
    const lines = linesFor(bill, options, (message) => {
      const text = message.replaceAll("rows[", `variants[${place}].lines[`);
      noteRecord(context, below(need.place, "options"), "contradiction", text);
    });
    if (lines !== undefined) boms.push({ ...bill, item: id, lines });
  }
  if (boms.length < choices.length) return undefined;
  return {
    id,
    items: [{ ...choices[0]?.parameters, id }],
    boms,
    sources: choices.flatMap(({ sources = [] }) =>
      sources.map((source) => ({
        ...source,
        ...(source.id === undefined ? {} : { id: JSON.stringify([id, source.id]) }),
        item: id,
      })),
    ),
  };
}

/** The lines of an option bill that apply, as rows of the planning input; none when options do not fit. */
function linesFor(
  bill: Pick<OptionBill, "item" | "lines">,
  options: Options,
  note: (message: string) => void,
) {
  const rows = bill.lines.map((line) => ({ ...line, parent: bill.item, component: line.item }));
  const attributes = new Map<string, AttributeValue>(Object.entries(options));
  try {
    return variantRows(rows, attributes).map(({ parent: _, component: __, ...line }) => line);
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    for (const { message } of error.issues) note(message);
    return undefined;
  }
}
