import { describe, expect, test } from "vitest";
import { readCrmRecords, safeReadCrmRecords } from "../index.js";

function fails(): never {
  throw new Error("mine");
}

/** An object of which no question is answered. */
const mute = new Proxy({}, { get: fails, ownKeys: fails, has: fails, getPrototypeOf: fails });
const { proxy: revoked, revoke } = Proxy.revocable([], {});
revoke();

function said(data: unknown): string[] {
  return safeReadCrmRecords(data).issues.map(({ code, path }) => `${code} ${path.join(".")}`);
}

describe("Records that do more than hold values", () => {
  test("a field that fails is named, and the records beside it go through", () => {
    const accounts = [
      { id: "A" },
      {
        id: "B",
        get name() {
          return fails();
        },
      },
      mute,
      revoked,
    ];
    expect(said({ accounts })).toEqual([
      "invalidType accounts.1.name",
      "invalidType accounts.2",
      "invalidType accounts.3",
    ]);
    expect(safeReadCrmRecords({ accounts }).records.accounts).toEqual([{ id: "A" }]);
  });

  test("lists and records that fail as a whole are named", () => {
    expect(said(revoked)).toEqual(["invalidType "]);
    expect(said({ accounts: revoked, products: [{ id: "p" }] })).toEqual(["invalidType accounts"]);
    expect(said({ products: [{ id: "p", options: revoked, priceLists: [mute] }] })).toEqual([
      "invalidType products.0.priceLists.0",
      "invalidType products.0.options",
    ]);
    expect(
      said({
        get orders() {
          return fails();
        },
      }),
    ).toEqual(["invalidType orders"]);
  });

  test("every field is asked once, so that none says something else the second time", () => {
    let times = 0;
    const row = {
      get id() {
        times += 1;
        return `A${times}`;
      },
    };
    expect(readCrmRecords({ accounts: [row] }).accounts).toEqual([{ id: "A1" }]);
    expect(times).toBe(1);
  });

  test("a row may be of a class, what is read is plain", () => {
    class Account {
      readonly id = "A";
      get name() {
        return "Smith";
      }
    }
    const [read] = readCrmRecords({ accounts: [new Account()] }).accounts;
    expect([read, Object.getPrototypeOf(read)]).toEqual([
      { id: "A", name: "Smith" },
      Object.prototype,
    ]);
  });

  test("a field __proto__ is one that nothing knows, not a prototype", () => {
    const row: unknown = JSON.parse('{ "id": "A", "__proto__": { "name": "x" } }');
    expect(said({ accounts: [row] })).toEqual(["unknownField accounts.0.__proto__"]);
    const top: unknown = JSON.parse('{ "accounts": [], "__proto__": { "quotes": 5 } }');
    expect(said(top)).toEqual(["unknownField __proto__"]);
  });

  test("ids that are names of every object's fields are ids like others", () => {
    const ids = ["__proto__", "constructor", "toString"];
    const accounts = ids.map((id) => ({ id }));
    const contacts = ids.map((id) => ({ id, account: id }));
    expect(readCrmRecords({ accounts, contacts }).contacts).toEqual(contacts);
    expect(said({ contacts })).toEqual(ids.map((_, n) => `unknownId contacts.${n}.account`));
  });

  test("a list within a row that never ends is refused", () => {
    const lines = new Array(2 ** 32 - 1);
    expect(said({ priceLists: [{ id: "L", prices: lines }] })).toEqual([
      "invalidType priceLists.0.prices",
    ]);
  });
});
