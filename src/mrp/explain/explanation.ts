import type { PlannedOrder } from "../plan/order-list.js";
import type { DateStep, DelayStep } from "./explanation-date-steps.js";
import type { DemandExplanation } from "./explanation-demand.js";
import type {
  GoodStep,
  LotStep,
  MaximumStep,
  MinimumStep,
  MultipleStep,
  YieldStep,
} from "./explanation-lot-steps.js";
import type { NoOrderExplanation } from "./explanation-no-order.js";
import type {
  PartStep,
  QuotaStep,
  RoomStep,
  SourceStep,
  SplitStep,
} from "./explanation-source-steps.js";
import type {
  CoProductsStep,
  FenceStep,
  LaterNeedsStep,
  NeedsStep,
  NetFlowStep,
  OpenSupplyStep,
  PositionStep,
  ShortageStep,
  StockStep,
} from "./explanation-trigger-steps.js";

/** A step of the explanation of an order. */
export type OrderStep =
  | StockStep
  | NeedsStep
  | FenceStep
  | OpenSupplyStep
  | ShortageStep
  | CoProductsStep
  | PositionStep
  | NetFlowStep
  | LotStep
  | LaterNeedsStep
  | SourceStep
  | PartStep
  | QuotaStep
  | SplitStep
  | MaximumStep
  | YieldStep
  | MinimumStep
  | MultipleStep
  | RoomStep
  | GoodStep
  | DateStep
  | DelayStep;

/** Why there is an order (P3): its steps in the order in which planning took them. */
export interface OrderExplanation {
  readonly about: "order";
  readonly order: PlannedOrder;
  readonly steps: readonly OrderStep[];
}

/** What the library explains. */
export type Explanation = OrderExplanation | NoOrderExplanation | DemandExplanation;
