import type { NotTakenRule } from "../foreign-draft.js";
import type { DYNAMICS_LISTS } from "./dynamics-lists.js";

/** `producttypecode` of a product that is in every bundle of its kind. */
const REQUIRED_BUNDLE_PRODUCT = 3;

/** Lines of what is no product of the catalogue, and of what a bundle brings along. */
export const dynamicsNotTaken: NotTakenRule<typeof DYNAMICS_LISTS> = (list, copy) => {
  if (list !== "opportunityProducts" && list !== "salesOrderDetails") return undefined;
  const isWriteIn = copy._productid_value === undefined && copy.isproductoverridden === true;
  if (isWriteIn) return "noProduct";
  const bundle = copy.parentbundleid ?? copy._parentbundleidref_value;
  const isRequired = copy.producttypecode === REQUIRED_BUNDLE_PRODUCT;
  return isRequired && bundle !== undefined ? "bundled" : undefined;
};
