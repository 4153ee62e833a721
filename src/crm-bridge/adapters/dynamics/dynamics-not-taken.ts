import type { NotTakenRule } from "../foreign-draft.js";
import type { DYNAMICS_LISTS } from "./dynamics-lists.js";

/** Lines of what is no product of the catalogue. */
export const dynamicsNotTaken: NotTakenRule<typeof DYNAMICS_LISTS> = (list, copy) => {
  if (list !== "opportunityProducts" && list !== "salesOrderDetails") return undefined;
  const isWriteIn = copy._productid_value === undefined && copy.isproductoverridden === true;
  return isWriteIn ? "noProduct" : undefined;
};
