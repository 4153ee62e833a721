import type * as z from "zod";
import { showValue } from "../../core/index.js";
import type { CrmIssueCode } from "../records/issue.js";
import { EXPECTED } from "../schema/values.js";
import type { ForeignIssue, NotTakenBecause, NotTakenRecord } from "./foreign-issue.js";
import { givenLists, rowAt } from "./given-lists.js";
import { plainForeign } from "./plain-foreign.js";
import { describeShape } from "./shape-issue.js";

/** What is known of a list of foreign records. */
export interface ForeignList<Schema extends z.ZodObject = z.ZodObject> {
  /** One of its records, in a message. */
  readonly called: string;
  readonly schema: Schema;
  /** The field of a record's id. */
  readonly id: string;
}

/** The lists of a system, by the names by which a host gives them. */
export type ForeignLists = Readonly<Record<string, ForeignList>>;

/**
 * Says why a record is none of those that are read. It is asked before anything else of the record is
 * looked at: what is not taken may be as incomplete as it likes.
 *
 * @param list - the list of the record
 * @param copy - its fields as they were given
 * @param draft - the lists before, whose records are read already
 */
export type NotTakenRule<Lists extends ForeignLists> = (
  list: keyof Lists & string,
  copy: Readonly<Record<string, unknown>>,
  draft: ForeignDraft<Lists>,
) => NotTakenBecause | undefined;

/** One foreign record while it is read. */
export interface ForeignEntry<Row = unknown> {
  readonly list: string;
  readonly index: number;
  readonly id: string | null;
  /** What could be copied of it. */
  readonly copy: Readonly<Record<string, unknown>>;
  /** The record, when its shape is sound. */
  readonly row: Row | undefined;
  isLeftOut: boolean;
  /** Why it is none of those that are read; its shape was not looked at then. */
  readonly notTaken: NotTakenBecause | undefined;
}

/** A foreign record that is read. */
export type SoundEntry<Row> = ForeignEntry<Row> & { readonly row: Row; readonly id: string };

/** After so many wrong records a list is not read any further. */
const TOO_MANY = 100_000;

type Path = readonly (string | number)[];
type Figures = Readonly<Record<string, unknown>>;

/** All records of a system while they are read, and what is wrong with them. */
export class ForeignDraft<Lists extends ForeignLists> {
  readonly #lists: Lists;
  readonly #isEmpty: (value: unknown) => boolean;
  readonly #notTakenBecause: NotTakenRule<Lists>;
  readonly #issues: ForeignIssue[] = [];
  readonly #entries = new Map<string, ForeignEntry[]>();
  readonly #byId = new Map<string, Map<string, ForeignEntry>>();
  readonly #twins = new Set<ForeignEntry>();

  /**
   * @param lists - the lists of the system
   * @param data - what the host gave; anything
   * @param isEmpty - what the system writes for nothing
   * @param notTaken - why a record is none of those that are read
   */
  constructor(
    lists: Lists,
    data: unknown,
    isEmpty: (value: unknown) => boolean,
    notTaken: NotTakenRule<Lists>,
  ) {
    this.#lists = lists;
    this.#isEmpty = isEmpty;
    this.#notTakenBecause = notTaken;
    const given = givenLists(data, (path, code, message) => {
      this.#issues.push({ code, path, message, record: null });
    });
    for (const name of given?.names ?? []) {
      if (Object.hasOwn(lists, name)) continue;
      const known = Object.keys(lists).join(", ");
      const message = `The list ${showValue(name)} is unknown. Known are ${known}.`;
      this.#issues.push({ code: "unknownField", path: [name], message, record: null });
    }
    for (const name of Object.keys(lists)) this.#readList(name, given?.rows(name));
  }

  /** Whether the host gave a list. */
  has(list: keyof Lists & string): boolean {
    return this.#entries.has(list);
  }

  /** All records of a list. */
  all<List extends keyof Lists & string>(
    list: List,
  ): readonly ForeignEntry<z.output<Lists[List]["schema"]>>[] {
    return (this.#entries.get(list) ?? []) as ForeignEntry<z.output<Lists[List]["schema"]>>[];
  }

  /** The records of a list with which nothing is wrong so far and that are taken. */
  sound<List extends keyof Lists & string>(
    list: List,
  ): SoundEntry<z.output<Lists[List]["schema"]>>[] {
    type Sound = SoundEntry<z.output<Lists[List]["schema"]>>;
    return this.all(list).filter(
      (entry): entry is Sound =>
        !entry.isLeftOut && entry.notTaken === undefined && entry.row !== undefined,
    );
  }

  /** The record of a list that has an id. */
  named<List extends keyof Lists & string>(
    list: List,
    id: string | undefined,
  ): ForeignEntry<z.output<Lists[List]["schema"]>> | undefined {
    type Found = ForeignEntry<z.output<Lists[List]["schema"]>> | undefined;
    return (id === undefined ? undefined : this.#byId.get(list)?.get(id)) as Found;
  }

  /** Notes what is wrong with a record, which is then left out. */
  refuse(
    entry: ForeignEntry,
    code: CrmIssueCode,
    path: Path,
    message: string,
    figures: Figures = {},
  ): void {
    entry.isLeftOut = true;
    const { list, id } = entry;
    const record = id === null ? null : { list, id };
    this.#issues.push({ ...figures, code, path: [list, entry.index, ...path], message, record });
  }

  /** Whether a record has an id that another one has too. */
  isTwin(entry: ForeignEntry): boolean {
    return this.#twins.has(entry);
  }

  /** Notes a list that was not given, and without which others say too little. */
  miss(list: keyof Lists & string, message: string): void {
    if (this.#issues.some(({ path: [name, row] }) => name === list && row === undefined)) return;
    this.#issues.push({ code: "missingField", path: [list], message, record: null });
  }

  /** A record as a message calls it: ` of order "7"`. */
  ownerOf({ list, id }: ForeignEntry): string {
    return id === null ? "" : ` of ${this.#lists[list]?.called} ${showValue(id)}`;
  }

  /** Every mistake, in the order of the data. */
  issues(): readonly ForeignIssue[] {
    const order = new Map(Object.keys(this.#lists).map((name, place) => [name, place]));
    const rank = ({ path: [list] }: ForeignIssue) => order.get(`${list}`) ?? order.size;
    const row = ({ path: [, index] }: ForeignIssue) => (typeof index === "number" ? index : -1);
    return this.#issues.toSorted((a, b) => rank(a) - rank(b) || row(a) - row(b));
  }

  /** The records that are not taken, in the order of the data. */
  notTaken(): readonly NotTakenRecord[] {
    return [...this.#entries.values()].flat().flatMap(({ list, id, isLeftOut, notTaken }) => {
      return isLeftOut || notTaken === undefined || id === null
        ? []
        : [{ list, id, because: notTaken }];
    });
  }

  #readList(name: string, rows: readonly unknown[] | undefined): void {
    if (rows === undefined) return;
    const entries: ForeignEntry[] = [];
    const byId = new Map<string, ForeignEntry>();
    this.#entries.set(name, entries);
    this.#byId.set(name, byId);
    let wrong = 0;
    for (let index = 0; index < rows.length; index++) {
      if (wrong >= TOO_MANY) {
        const message = `The list ${name} has ${TOO_MANY} wrong records. Those from ${index} on are not read.`;
        const count = rows.length - index;
        this.#issues.push({ code: "moreMistakes", path: [name], message, record: null, count });
        return;
      }
      const entry = this.#readRow(name, index, rows);
      entries.push(entry);
      if (entry.isLeftOut) wrong += 1;
      if (entry.id === null) continue;
      const twin = byId.get(entry.id);
      if (twin === undefined) byId.set(entry.id, entry);
      else for (const one of [twin, entry]) this.#refuseTwin(one);
    }
  }

  #readRow(list: string, index: number, rows: readonly unknown[]): ForeignEntry {
    const { schema, id: idField } = this.#lists[list]!;
    const plain = plainForeign(rowAt(rows, index), Object.keys(schema.shape), this.#isEmpty);
    const { copy, unreadable } = plain ?? { copy: {}, unreadable: [] };
    const id = idText(copy[idField]);
    // What has no id cannot be told: it is a mistake, whatever else it says.
    const notTaken = id === null ? undefined : this.#notTakenBecause(list, copy, this);
    const shared = { list, index, id, copy, isLeftOut: false, notTaken };
    if (notTaken !== undefined) return { ...shared, row: undefined };
    const read =
      unreadable.length === 0 && plain !== undefined ? schema.safeParse(copy) : undefined;
    const entry: ForeignEntry = { ...shared, row: read?.data };
    if (plain === undefined) {
      this.refuse(entry, "invalidType", [], `A record of ${list} must be ${EXPECTED.object}.`);
    }
    for (const field of unreadable) {
      const message = `The ${field}${this.ownerOf(entry)} must be plain data that can be read.`;
      this.refuse(entry, "invalidType", [field], message);
    }
    for (const issue of read?.error?.issues ?? []) {
      const { code, path, message, figures } = describeShape(issue, copy, this.ownerOf(entry));
      this.refuse(entry, code, path, message, figures);
    }
    return entry;
  }

  #refuseTwin(entry: ForeignEntry): void {
    if (this.#twins.has(entry)) return;
    this.#twins.add(entry);
    const { called, id } = this.#lists[entry.list]!;
    const message = `The ${id} (${showValue(entry.id)}) is that of another ${called} too. Give each record once.`;
    this.refuse(entry, "duplicateId", [id], message);
  }
}

/** An id as a text; `null` when it is none. */
export function idText(value: unknown): string | null {
  if (typeof value === "string" && value !== "") return value;
  return Number.isSafeInteger(value) ? `${value}` : null;
}
