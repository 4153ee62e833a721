import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import { NearestRoom } from "./nearest-room.js";

const NONE = Number.NEGATIVE_INFINITY;
const room = fc.oneof(fc.nat(5), fc.constantFrom(NONE, Number.POSITIVE_INFINITY));
const changes = fc.array(fc.tuple(fc.nat(19), room), { maxLength: 40 });

describe("The nearest room", () => {
  test.prop([fc.integer({ min: 1, max: 20 }), changes, fc.nat(6)], { numRuns: runs })(
    "is what a search place by place finds, whatever was set before",
    (places, sets, least) => {
      const tree = new NearestRoom(places);
      const rooms = new Array<number>(places).fill(NONE);
      for (const [at, free] of sets) {
        tree.set(at % places, free);
        rooms[at % places] = free;
      }
      for (const place of rooms.keys()) {
        const before = rooms.findLastIndex((free, n) => n < place && free >= least);
        const after = rooms.findIndex((free, n) => n > place && free >= least);
        expect([tree.before(place, least), tree.after(place, least)]).toEqual([before, after]);
      }
    },
  );
});
