import { type Check, exactNumber, formatRatio, UNSOUND } from "../../core/index.js";

const share = exactNumber(0, 1);

/** Checks a probability, and gives it as the text that records have. */
export const probabilityArgument: Check<string> = (value, place) => {
  const ratio = share(value, place);
  return ratio === UNSOUND ? UNSOUND : formatRatio(ratio);
};
