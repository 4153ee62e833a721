import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import { type DecoupledLeadTimesInput, decoupledLeadTimes } from "./decoupled-lead-times.js";

const most = 8;

/** Bills without circles: a component stands behind its parents. */
const bills = fc
  .record({
    items: fc.array(fc.record({ leadTime: fc.nat({ max: 9 }), buffered: fc.boolean() }), {
      minLength: 1,
      maxLength: most,
    }),
    dice: fc.array(fc.boolean(), { minLength: most * most, maxLength: most * most }),
  })
  .map(
    ({ items, dice }): DecoupledLeadTimesInput => ({
      items: items.map((item, n) => ({ id: `i${n}`, ...item })),
      lines: items.flatMap((_, component) =>
        items.slice(0, component).flatMap((_, parent) => {
          const line = { parent: `i${parent}`, component: `i${component}` };
          return dice[parent * most + component] ? [line] : [];
        }),
      ),
    }),
  );

/** Every way down from an item that no buffer interrupts, as the items on it. */
function waysDown({ items, lines }: DecoupledLeadTimesInput, from: string): string[][] {
  const open = lines
    .filter(({ parent }) => parent === from)
    .map(({ component }) => component)
    .filter((id) => !items.find((item) => item.id === id)?.buffered);
  const ways = open.flatMap((id) => waysDown({ items, lines }, id));
  return [[from], ...ways.map((way) => [from, ...way])];
}

describe("The decoupled lead time", () => {
  test.prop([bills], { numRuns: runs })(
    "is the longest of all ways down that no buffer interrupts, and is found by following them",
    (bill) => {
      const timeOf = (id: string) => bill.items.find((item) => item.id === id)?.leadTime ?? 0;
      const rows = decoupledLeadTimes(bill);
      for (const { item, decoupledLeadTime, via } of rows) {
        const days = waysDown(bill, item).map((way) =>
          way.reduce((sum, id) => sum + timeOf(id), 0),
        );
        expect(decoupledLeadTime).toBe(Math.max(...days));
        const rest = rows.find((row) => row.item === via)?.decoupledLeadTime ?? 0;
        expect(decoupledLeadTime).toBe(timeOf(item) + rest);
      }
    },
  );
});
