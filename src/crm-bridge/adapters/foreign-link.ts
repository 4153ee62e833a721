import { showValue } from "../../core/index.js";
import {
  type ForeignDraft,
  type ForeignEntry,
  type ForeignLists,
  idText,
} from "./foreign-draft.js";

/**
 * The id of another record that a record names, as far as that one is read: a link to a list that was
 * not given, or to a record that is not taken, leads nowhere and is left out; what names a record that
 * is left out is left out too.
 */
export function foreignLink<Lists extends ForeignLists>(
  draft: ForeignDraft<Lists>,
  entry: ForeignEntry,
  field: string,
  list: keyof Lists & string,
  id: string | undefined,
): string | undefined {
  if (id === undefined || !draft.has(list)) return undefined;
  const named = draft.named(list, id);
  if (named?.isLeftOut) {
    const message = `The ${field} (${showValue(id)})${draft.ownerOf(entry)} is left out of the ${list}, and so is what names it.`;
    draft.refuse(entry, "leftOut", [field], message);
  }
  return named?.notTaken === undefined ? id : undefined;
}

/** What an order follows: ids, and the lists in which they are looked for. */
export interface OrderLinks<Lists extends ForeignLists> {
  readonly opportunity: { readonly list: keyof Lists & string; readonly id: string | undefined };
  readonly quote?: {
    readonly list: keyof Lists & string;
    readonly id: string | undefined;
    /** The field of the order that names it. */
    readonly field: string;
    /** The field of a quote that names its opportunity. */
    readonly opportunity: string;
  };
}

/**
 * The quote and the opportunity of an order, as far as they are read. An order has its own account, days
 * and lines: it stands without the quote or opportunity that is left out, and is then of the opportunity
 * of that quote. Where the quote does not tell its opportunity the order is left out, since both might
 * count otherwise.
 */
export function orderLinks<Lists extends ForeignLists>(
  draft: ForeignDraft<Lists>,
  entry: ForeignEntry,
  { opportunity, quote }: OrderLinks<Lists>,
): { readonly quote: string | undefined; readonly opportunity: string | undefined } {
  const named = quote && draft.named(quote.list, quote.id);
  if (quote === undefined || !named?.isLeftOut) {
    const link = quote && foreignLink(draft, entry, quote.field, quote.list, quote.id);
    return { quote: link, opportunity: soundLink(draft, opportunity) };
  }
  const onward = named.copy[quote.opportunity];
  const id = opportunity.id ?? idText(onward) ?? undefined;
  if (id === undefined && (onward !== undefined || draft.isTwin(named))) {
    foreignLink(draft, entry, quote.field, quote.list, quote.id);
  }
  return { quote: undefined, opportunity: soundLink(draft, { ...opportunity, id }) };
}

/** A link to what is read; one to what is left out is none. */
function soundLink<Lists extends ForeignLists>(
  draft: ForeignDraft<Lists>,
  { list, id }: OrderLinks<Lists>["opportunity"],
): string | undefined {
  if (id === undefined || !draft.has(list)) return undefined;
  const named = draft.named(list, id);
  return named?.isLeftOut || named?.notTaken !== undefined ? undefined : id;
}

/**
 * The id of the account above an account, if that one is read: an account stands by itself, and who
 * fetches those of some deals has not all that are above them.
 */
export function parentLink<Lists extends ForeignLists>(
  draft: ForeignDraft<Lists>,
  list: keyof Lists & string,
  id: string | undefined,
): string | undefined {
  const parent = draft.named(list, id);
  return parent === undefined || parent.isLeftOut || parent.notTaken !== undefined ? undefined : id;
}
