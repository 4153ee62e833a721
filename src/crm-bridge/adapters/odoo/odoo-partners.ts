import type * as z from "zod";
import { domainOf } from "../domain-of.js";
import { accountOf } from "../foreign-answers.js";
import type { ForeignDraft, ForeignEntry, SoundEntry } from "../foreign-draft.js";
import { parentLink } from "../foreign-link.js";
import { withoutNothing } from "../without-nothing.js";
import type { ODOO_LISTS } from "./odoo-lists.js";
import type { readOdooOptions } from "./odoo-options.js";

/** The records of Odoo while they are read. */
export type OdooDraft = ForeignDraft<typeof ODOO_LISTS>;
export type OdooRow<List extends keyof typeof ODOO_LISTS> = SoundEntry<
  z.output<(typeof ODOO_LISTS)[List]["schema"]>
>;
export type ReadOdooOptions = ReturnType<typeof readOdooOptions>;
export type IdOf = (id: string) => string;

/** The account of a partner: a person at a company stands for the company. */
export function commercialId(draft: OdooDraft, partner: string): string {
  return draft.named("partners", partner)?.row?.commercial_partner_id?.id ?? partner;
}

/** The account of what a partner wants; it is left out with the account or the partner. */
export function accountOfPartner(draft: OdooDraft, entry: ForeignEntry, partner: string): string {
  accountOf(draft, entry, "partner_id", "partners", partner);
  const account = commercialId(draft, partner);
  return entry.isLeftOut ? account : accountOf(draft, entry, "partner_id", "partners", account);
}

/** Companies, and persons that belong to none. */
export function accountsOf(
  draft: OdooDraft,
  { system, accountNumbers }: ReadOdooOptions,
  idOf: IdOf,
) {
  return draft.sound("partners").flatMap(({ row }) => {
    if (commercialId(draft, row.id) !== row.id) return [];
    const above = row.parent_id === undefined ? undefined : commercialId(draft, row.parent_id.id);
    const parent = above === row.id ? undefined : parentLink(draft, "partners", above);
    const number = accountNumbers === undefined || row.ref === "" ? undefined : row.ref;
    return [
      withoutNothing({
        id: idOf(row.id),
        name: row.name,
        externalIds: [
          { system, id: row.id },
          ...(number === undefined ? [] : [{ system: accountNumbers!, id: number }]),
        ],
        taxId: row.vat,
        domain: domainOf(row.website),
        parent: parent === undefined ? undefined : idOf(parent),
      }),
    ];
  });
}

/** Persons at companies. */
export function contactsOf(draft: OdooDraft, idOf: IdOf) {
  return draft.sound("partners").flatMap((entry) => {
    const { row } = entry;
    const account = commercialId(draft, row.id);
    if (account === row.id) return [];
    accountOf(draft, entry, "commercial_partner_id", "partners", account);
    if (entry.isLeftOut) return [];
    return [
      withoutNothing({
        id: idOf(row.id),
        account: idOf(account),
        name: row.name,
        email: row.email,
      }),
    ];
  });
}

/** Products with the item that they are. */
export function productsOf(draft: OdooDraft, { items }: ReadOdooOptions, idOf: IdOf) {
  return draft.sound("products").flatMap((entry) => {
    const { row } = entry;
    const item = items === "code" ? row.default_code : row.id;
    if (item === undefined || item === "") {
      const message = `The field default_code${draft.ownerOf(entry)} is missing. Its item of the plan is named by it.`;
      draft.refuse(entry, "missingField", ["default_code"], message);
      return [];
    }
    const [unit, family] = [row.uom_id?.name, row.categ_id?.name];
    return [withoutNothing({ id: idOf(row.id), item, name: row.name, unit, family })];
  });
}
