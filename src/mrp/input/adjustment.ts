/** Why a figure of the input was changed. */
export type AdjustmentReason =
  | "roundedDown"
  | "roundedHalfUp"
  | "roundedUp"
  | "nothingLeft"
  | "maximumLowered"
  | "forecastDropped"
  | "forecastFenced";

/** A figure of the input could not be taken as it stands, and a rule says what is taken instead. */
export interface InputAdjustedMessage {
  readonly code: "inputAdjusted";
  readonly item: string;
  readonly path: readonly (string | number)[];
  readonly reason: AdjustmentReason;
  /** What the input says, as text, in the item's stock unit. */
  readonly given: string;
  /** What is taken, likewise. */
  readonly taken: string;
}
