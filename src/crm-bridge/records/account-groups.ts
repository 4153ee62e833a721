import type { AccountId } from "../schema/ids.js";

/** Why an account is in its group: by which rule, and with which account it shares a value. */
export interface Joint {
  readonly rule: number;
  readonly with: AccountId;
}

/** Which accounts are one so far, and what joined them. */
export class AccountGroups {
  readonly #leader = new Map<AccountId, AccountId>();
  readonly #members = new Map<AccountId, AccountId[]>();
  readonly #joints = new Map<AccountId, { readonly to: AccountId; readonly rule: number }[]>();

  constructor(accounts: readonly AccountId[]) {
    for (const id of accounts) {
      this.#leader.set(id, id);
      this.#members.set(id, [id]);
    }
  }

  /** The account that stands for the group of an account. */
  leaderOf(id: AccountId): AccountId {
    return this.#leader.get(id) ?? id;
  }

  /** All accounts of a group. */
  membersOf(id: AccountId): readonly AccountId[] {
    return this.#members.get(this.leaderOf(id)) ?? [id];
  }

  /** Makes two groups one; the smaller moves, so that all moves together stay few. */
  join(a: AccountId, b: AccountId, rule: number): void {
    const [first, second] = [this.leaderOf(a), this.leaderOf(b)];
    if (first === second) return;
    this.#noteJoint(a, b, rule);
    this.#noteJoint(b, a, rule);
    const isSmaller = this.membersOf(first).length < this.membersOf(second).length;
    const [into, from] = isSmaller ? [second, first] : [first, second];
    const members = this.#members.get(into);
    for (const id of this.#members.get(from) ?? []) {
      this.#leader.set(id, into);
      members?.push(id);
    }
    this.#members.delete(from);
  }

  /** The groups, each by the accounts that are in it. */
  groups(): Iterable<readonly AccountId[]> {
    return this.#members.values();
  }

  /** What joined each account of a group on the way from one of them; that one itself by nothing. */
  jointsFrom(root: AccountId): ReadonlyMap<AccountId, Joint | null> {
    const found = new Map<AccountId, Joint | null>([[root, null]]);
    for (const [id] of found) {
      for (const { to, rule } of this.#joints.get(id) ?? []) {
        if (!found.has(to)) found.set(to, { rule, with: id });
      }
    }
    return found;
  }

  #noteJoint(from: AccountId, to: AccountId, rule: number): void {
    const joints = this.#joints.get(from) ?? [];
    joints.push({ to, rule });
    this.#joints.set(from, joints);
  }
}
