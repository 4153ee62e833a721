import type { AttributeValue, Condition } from "../../bom/index.js";
import type { ExactNumber } from "../../core/index.js";
import type { PlanningRow } from "../../mrp/index.js";

/** How an opportunity or a quote becomes demand. */
export type DealPolicy =
  /** The whole quantity of what is likelier than `above`, and nothing of the rest. */
  | { readonly use: "threshold"; readonly above: ExactNumber }
  /** Probability × quantity. */
  | { readonly use: "expected" }
  /** The whole quantity of the deals named by the ids of their threads: one draw of a scenario. */
  | {
      readonly use: "chosen";
      readonly deals: readonly string[];
      /** Days by which single deals come later, in place of the policy's `slipDays`. */
      readonly slips?: ReadonlyMap<string, number> | undefined;
    }
  | { readonly use: "none" };

/** On which day a deal is needed. */
export type NeedDatePolicy =
  /** On the requested day; a line without one is an issue. */
  | { readonly from: "requested" }
  /** On the requested day, else so many days after the deal's close date. */
  | { readonly from: "requestedOrClose"; readonly days: number };

type BomRow = PlanningRow<"boms">;
type ItemRow = PlanningRow<"items">;
type SourceRow = PlanningRow<"sources">;

/** A bill whose lines are chosen by the options of an order line. */
export interface OptionBill extends Omit<BomRow, "lines"> {
  /** What the variants' item rows say beside their id: unit, decimals, lead time … */
  readonly parameters?: Omit<ItemRow, "id"> | undefined;
  /** Where the variants come from; left out: as planning says. */
  readonly sources?: readonly Omit<SourceRow, "item">[] | undefined;
  /** Lines of the bill; one without `when` is in every variant. */
  readonly lines: readonly (BomRow["lines"][number] & {
    readonly when?: readonly Condition[] | undefined;
  })[];
}

/** The bills of configurable items. */
export type Variants = readonly OptionBill[];

/** The options of a line, by attribute. */
export type Options = Readonly<Record<string, AttributeValue>>;

/** How CRM records become demand: every choice is said, none is taken silently. */
export interface DemandPolicy {
  /** The day on which the records are looked at; `startDate` of the plan. */
  readonly asOf: string;
  readonly deals: DealPolicy;
  /** For quotes; left out: as `deals`. */
  readonly quotes?: DealPolicy | undefined;
  readonly needDate: NeedDatePolicy;
  /** Days by which deals come later than is said; 0. */
  readonly slipDays?: number | undefined;
  /** Stage → probability, in place of what the opportunities of the stage say. */
  readonly probabilities?:
    | Readonly<Record<string, ExactNumber>>
    | ReadonlyMap<string, ExactNumber>
    | undefined;
  /** Which rows of a forecast count: the highest version that is so, else the highest other one. */
  readonly forecast: { readonly prefer: "adjusted" | "submitted" };
  /** What is part of a forecast: what names it, or also what it covers by product, customer and day. */
  readonly pipeline: "linked" | "matching";
  /** What nobody has called off a contract yet: nothing, or spread evenly over what is left of it. */
  readonly contractRest: "none" | "even";
  /** What orders on credit hold are: no demand, or demand. */
  readonly credit: "excluded" | "demandOnly" | "promised";
  /** A line of an item with option bills says its options, or has a specification (K64). */
  readonly variants?: Variants | undefined;
  /**
   * How many units of a product (`contains`) are in another unit that lines name. Promises, feedback, margins
   * and events convert by the `units` of the items of the plan: state a unit there, too.
   */
  readonly units?:
    | readonly { readonly product: string; readonly unit: string; readonly contains: ExactNumber }[]
    | undefined;
}
