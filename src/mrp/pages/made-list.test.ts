import { describe, expect, test } from "vitest";
import { MadeList } from "./made-list.js";

describe("Things that are made when they are asked for", () => {
  test("are made once", () => {
    const list = new MadeList(100, (index) => ({ index }));
    expect([...list.known()]).toEqual([]);
    expect(list.at(70)).toEqual({ index: 70 });
    expect(list.at(70)).toBe(list.at(70));
    expect([...list.known()]).toHaveLength(1);
  });

  test("may be set in a fork without being set in what it is a fork of", () => {
    const [made, own, other] = [{}, {}, {}];
    const list = new MadeList<object>(100, () => made);
    list.set(70, own);
    const fork = list.fork();
    fork.set(71, other);
    const shared = [70, 71, 72].map((index) => list.sharesAt(index, fork, index));
    expect(shared).toEqual([true, false, true]);
    expect(fork.at(70)).toBe(own);
    expect(fork.at(71)).toBe(other);
    expect(list.at(71)).toBe(made);
  });
});
