import { describe, expect, test } from "vitest";
import type { Day } from "../../core/index.js";
import { coveringForecasts } from "./covering-forecasts.js";
import type { Need } from "./need.js";
import type { RecordContext } from "./record-context.js";
import type { SalesForecast } from "./sales-forecasts.js";

const product = { id: "p" };
const context = { accounts: new Map() } as unknown as RecordContext;
const needOn = (due: Day) => ({ product, site: undefined, account: undefined, due }) as Need;

/** A forecast of nobody that counts how often anyone looks at what is left of it. */
class Watched {
  static looks = 0;
  readonly product = product;
  readonly row: { readonly id: string };
  readonly from: Day;
  readonly until: Day;
  #left = 1n;

  constructor(id: number, from: Day, until: Day) {
    this.row = { id: `${id}`.padStart(4, "0") };
    [this.from, this.until] = [from, until];
  }

  get left(): bigint {
    Watched.looks++;
    return this.#left;
  }

  set left(count: bigint) {
    this.#left = count;
  }
}

const coveringOf = (forecasts: readonly Watched[]) =>
  coveringForecasts(context, forecasts as unknown as SalesForecast[]);

describe("Of many forecasts of one product", () => {
  test("those that have nothing left are looked at once, however many needs there are", () => {
    const forecasts = Array.from({ length: 500 }, (_, n) => new Watched(n, 10, 40));
    const { covers, firstOf } = coveringOf(forecasts);
    Watched.looks = 0;
    for (const { row } of forecasts) {
      const first = firstOf(needOn(20))!;
      expect(first.row.id).toBe(row.id);
      first.left = 0n;
    }
    expect(firstOf(needOn(20))).toBeUndefined();
    expect(covers(needOn(20))).toBe(true);
    expect(Watched.looks).toBeLessThanOrEqual(2 * forecasts.length);
  });

  test("the first is found that holds the day, as going through all of them finds it", () => {
    const forecasts = Array.from({ length: 60 }, (_, n) => {
      const from = (n * 37) % 50;
      return new Watched(n, from, from + ((n * 11) % 7));
    });
    const { covers, firstOf } = coveringOf(forecasts);
    const byDay = (a: Watched, b: Watched) => a.from - b.from || a.until - b.until;
    for (let round = 0; round < 3; round++) {
      for (let day = -1; day < 60; day++) {
        const on = forecasts.filter(({ from, until }) => from <= day && day <= until).sort(byDay);
        expect(covers(needOn(day))).toBe(on.length > 0);
        const first = firstOf(needOn(day));
        expect(first).toBe(on.find(({ left }) => left > 0n));
        if (first !== undefined) first.left = 0n;
      }
    }
  });
});
