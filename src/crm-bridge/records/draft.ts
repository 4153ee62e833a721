import type { CrmList } from "../schema/crm-records.js";
import { rowSchemas } from "../schema/crm-records.js";
import type { ReadRecords } from "./checked-records.js";
import type { CrmIssue, CrmIssueCode } from "./issue.js";

/** A row of a list of records. */
export type CrmRow<List extends CrmList> = ReadRecords[List][number];

/** A row while it is read. */
export interface Entry<List extends CrmList = CrmList> {
  readonly list: List;
  /** Its place in the list that was given. */
  readonly index: number;
  /** `null` when it has none that can be read. */
  readonly id: string | null;
  /** `undefined` when its shape is unsound. */
  readonly row: CrmRow<List> | undefined;
  /** Whether it is left out. */
  isLeftOut: boolean;
}

type Field = string | number;

/** What a record of each list is called in a message. */
export const CALLED: Readonly<Record<CrmList, string>> = {
  accounts: "account",
  contacts: "contact",
  products: "product",
  priceLists: "price list",
  opportunities: "opportunity",
  quotes: "quote",
  orders: "order",
  contracts: "contract",
  forecasts: "forecast",
  campaigns: "campaign",
  returns: "return",
  serviceNeeds: "service need",
  complaints: "complaint",
};

/** The lists of records, in the order in which they are read and issues are listed. */
export const CRM_LISTS = Object.keys(rowSchemas) as readonly CrmList[];

/** All rows while they are read, and what is wrong with them. */
export class Draft {
  readonly issues: CrmIssue[] = [];
  readonly #entries = new Map<CrmList, Entry[]>(CRM_LISTS.map((list) => [list, []]));
  readonly #byId = new Map<CrmList, Map<string, Entry[]>>(
    CRM_LISTS.map((list) => [list, new Map()]),
  );

  /** Takes a row in; rows with one id are found together. */
  add(entry: Entry): void {
    this.#entries.get(entry.list)?.push(entry);
    if (entry.id === null) return;
    const byId = this.#byId.get(entry.list);
    const rows = byId?.get(entry.id);
    if (rows === undefined) byId?.set(entry.id, [entry]);
    else rows.push(entry);
  }

  /** The rows of a list, in their order. */
  of<List extends CrmList>(list: List): readonly Entry<List>[] {
    return this.#entries.get(list) as unknown as readonly Entry<List>[];
  }

  /** The rows of a list that have an id. */
  named<List extends CrmList>(list: List, id: string | undefined): readonly Entry<List>[] {
    if (id === undefined) return [];
    return (this.#byId.get(list)?.get(id) ?? []) as unknown as readonly Entry<List>[];
  }

  /** The row that has an id, when it is the only one and its shape is sound. */
  rowOf<List extends CrmList>(list: List, id: string | undefined): CrmRow<List> | undefined {
    const [entry, other] = this.named(list, id);
    return other === undefined ? entry?.row : undefined;
  }

  /** The rows of a list by id. */
  groups<List extends CrmList>(list: List): Iterable<readonly Entry<List>[]> {
    return this.#byId.get(list)?.values() as unknown as Iterable<readonly Entry<List>[]>;
  }

  /** Notes what is wrong with a row, which is then left out. */
  refuse(
    entry: Entry,
    code: CrmIssueCode,
    path: readonly Field[],
    message: string,
    figures: Readonly<Record<string, unknown>> = {},
  ): void {
    entry.isLeftOut = true;
    const { list, id } = entry;
    const record = id === null ? null : { list, id };
    this.issues.push({ ...figures, code, path: [list, entry.index, ...path], message, record });
  }

  /** Notes what is wrong with the data around the records. */
  note(code: CrmIssueCode, path: readonly Field[], message: string, figures: object = {}): void {
    this.issues.push({ ...figures, code, path, message, record: null });
  }
}
