/** The types that are inferred from the schema are those of the published data contract. */
import type { PlanningInput, RoutingInput, WorkCenterInput } from "../../index.js";
import type { Contract, Item, Maybe } from "./contract.test-d.js";

/** Intersections written out and everything read-only, at every depth. */
type Plain<Value> = Value extends readonly (infer Row)[]
  ? readonly Plain<Row>[]
  : Value extends object
    ? { readonly [Field in keyof Value]: Plain<Value[Field]> }
    : Value;

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type Check<Holds extends true> = Holds;

/** Both say the same, field by field. */
export type PlanningInputIsTheContract = Check<Same<Plain<PlanningInput>, Plain<Contract>>>;

/** So that the check above is one: a field more, or one that must be there, is another type. */
export type OneFieldMoreIsNot = Check<
  Same<Same<Plain<PlanningInput>, Plain<Contract & Maybe<{ note: string }>>>, false>
>;
export type OneMustIsNot = Check<
  Same<Same<Plain<PlanningInput>, Plain<Contract & { items: Item[] }>>, false>
>;

/** Quantities as numbers and as texts. */
export const written: PlanningInput = {
  startDate: "2026-01-05",
  items: [{ id: "wheel", onHand: "0.5", safetyStock: [{ from: "2026-02-01", quantity: 2 }] }],
};

const constant = {
  startDate: "2026-01-05",
  items: [{ id: "wheel", lotSizing: { rule: "fixedOrderQuantity", quantity: 12 } }],
} as const;
/** Data that is declared constant. */
export const readOnly: PlanningInput = constant;

/** A field that nothing defines. */
export const misspelt: PlanningInput = {
  startDate: "2026-01-05",
  // @ts-expect-error a field that the contract does not know
  items: [{ id: "wheel", leadTimes: 2 }],
};

/** A figure that another lot rule has. */
export const unknownRule: PlanningInput = {
  startDate: "2026-01-05",
  // @ts-expect-error a field that the rule does not know
  items: [{ id: "wheel", lotSizing: { rule: "lotForLot", quantity: 2 } }],
};

type Rows<List extends keyof PlanningInput> =
  NonNullable<PlanningInput[List]> extends readonly (infer Row)[] ? Row : never;

declare const workCenter: WorkCenterInput;
declare const routing: RoutingInput;
declare const planned: { workCenter: Rows<"workCenters">; routing: Rows<"routings"> };
/** Rows of work centres and routings are the same alone and in a plan. */
export const shop: PlanningInput = {
  startDate: "2026-01-05",
  workCenters: [workCenter],
  routings: [routing],
};
export const alone: { workCenter: WorkCenterInput; routing: RoutingInput } = planned;
