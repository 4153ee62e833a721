import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import { PagedLists, PagedMap, RowRanges } from "./index.js";

const POINTS = 1_200;
const key = fc.nat({ max: POINTS - 1 });
const few = fc.nat({ max: 4 });
/** What is done to a map: an entry is set, or taken out. */
const changes = fc.array(fc.tuple(key, fc.option(fc.nat(), { nil: undefined })));
const ranges = fc.array(fc.tuple(key, fc.nat(), fc.nat()));

function change(map: PagedMap<number> | Map<number, number>, all: [number, number | undefined][]) {
  for (const [at, value] of all) {
    if (value === undefined) map.delete(at);
    else map.set(at, value);
  }
}

const byKey = (entries: Iterable<readonly [number, number]>) =>
  [...entries].sort(([a], [b]) => a - b);

describe("What plans share by pages", () => {
  test.prop([changes, changes], { numRuns: runs })(
    "a paged map ≡ a map, and a fork changes without changing what it is of",
    (first, later) => {
      const paged = new PagedMap<number>();
      const plain = new Map<number, number>();
      change(paged, first);
      change(plain, first);
      const fork = paged.fork();
      const copy = new Map(plain);
      change(fork, later);
      change(copy, later);
      for (const [one, other] of [
        [paged, plain],
        [fork, copy],
      ] as const) {
        expect(byKey(one.entries())).toEqual(byKey(other));
        expect(one.size).toBe(other.size);
        for (const [at] of [...first, ...later]) {
          expect([one.get(at), one.has(at)]).toEqual([other.get(at), other.has(at)]);
        }
      }
    },
  );

  test.prop([fc.array(few), fc.array(few)], { numRuns: runs })(
    "paged lists ≡ a map of lists, and a fork adds without adding to what it is of",
    (first, later) => {
      const paged = new PagedLists<{ readonly n: number }>();
      const plain = new Map<number, { readonly n: number }[]>();
      for (const [n, at] of first.entries()) {
        paged.add(at, { n });
        plain.set(at, [...(plain.get(at) ?? []), { n }]);
      }
      const fork = paged.fork();
      const copy = new Map(plain);
      for (const [n, at] of later.entries()) {
        if (n % 3 === 2) {
          fork.delete(at);
          copy.delete(at);
        } else {
          fork.add(at, { n });
          copy.set(at, [...(copy.get(at) ?? []), { n }]);
        }
      }
      for (const [one, other] of [
        [paged, plain],
        [fork, copy],
      ] as const) {
        expect(new Map(one.entries())).toEqual(other);
        expect(one.size).toBe(other.size);
        for (const at of [...first, ...later]) expect(one.at(at)).toEqual(other.get(at) ?? []);
      }
    },
  );

  test.prop([ranges, ranges, ranges], { numRuns: runs })(
    "ranges of rows in one column ≡ those of their forks, which change without changing them",
    (first, later, last) => {
      const levels = [RowRanges.empty(POINTS)];
      const plain = [new Map<number, readonly [number, number]>()];
      for (const [n, all] of [first, later, last].entries()) {
        for (const [at, from, to] of all) {
          levels[n]!.set(at, from, to);
          plain[n]!.set(at, [from, to]);
        }
        levels.push(levels[n]!.fork());
        plain.push(new Map(plain[n]));
      }
      for (const [n, one] of levels.entries()) {
        for (const [at] of [...first, ...later, ...last]) {
          expect([one.first(at), one.end(at)]).toEqual(plain[n]!.get(at) ?? [0, 0]);
        }
      }
    },
  );
});
