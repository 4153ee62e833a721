import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { codePoint } from "../../../test/support/code-point.js";
import { runs } from "../../../test/support/runs.js";
import { UniqueIds } from "./unique-ids.js";

/** Ids as lists have them: numbered, out of order, twice, of one length or of several. */
const ids = fc.oneof(
  fc.array(fc.nat({ max: 12 }).map((n) => `D${n}`)),
  fc.uniqueArray(fc.nat({ max: 300 })).map((all) => all.sort((a, b) => a - b).map((n) => `${n}`)),
  fc.array(fc.string({ unit: codePoint, maxLength: 2 })),
);

describe("Ids that may stand there once", () => {
  test.prop([ids, ids, fc.boolean()], { numRuns: 2 * runs })(
    "are told from those that were before, in any order, kept or looked up",
    (a, b, areLookedUp) => {
      const all = [...a, ...b];
      const unique = areLookedUp ? new UniqueIds((n) => all[n]!) : new UniqueIds();
      const before = new Set<string>();
      for (const id of all) {
        expect([id, unique.add(id)]).toEqual([id, !before.has(id)]);
        before.add(id);
      }
    },
  );
});
