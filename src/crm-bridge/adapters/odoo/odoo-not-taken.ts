import type { NotTakenRule } from "../foreign-draft.js";
import { idText } from "../foreign-draft.js";
import { percent } from "../foreign-values.js";
import type { ODOO_LISTS } from "./odoo-lists.js";
import type { ReadOdooOptions } from "./odoo-partners.js";

type Fields = Readonly<Record<string, unknown>>;

/** Leads that are no opportunities, or archived without being lost or won, and lines of no product. */
export function odooNotTaken({
  stages,
}: Pick<ReadOdooOptions, "stages">): NotTakenRule<typeof ODOO_LISTS> {
  return (list, copy) => {
    if (list === "orderLines") return isOfNoProduct(copy) ? "noProduct" : undefined;
    if (list !== "leads") return undefined;
    if (copy.type === "lead") return "lead";
    return isArchived(copy) && stages?.get(stageOf(copy)) !== "won" ? "archived" : undefined;
  };
}

/** A section, a note, or money paid in advance. */
function isOfNoProduct({ display_type: kind, is_downpayment: isDownpayment }: Fields): boolean {
  return (typeof kind === "string" && kind !== "") || isDownpayment === true;
}

/** Put away with a chance left; one without is lost. */
function isArchived({ active, probability }: Fields): boolean {
  return active === false && percent.safeParse(probability).success && Number(probability) !== 0;
}

function stageOf({ stage_id: stage }: Fields): string {
  return (Array.isArray(stage) ? idText(stage[0]) : null) ?? "";
}
