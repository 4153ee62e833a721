import type { WorkTime } from "../../routing/index.js";
import type { Shop } from "./shop.js";

/** By work centre a number that is the same for those with the same open time, in time linear in these. */
export function timeClasses(shop: Shop): Int32Array {
  const known = new Map<string, { readonly time: WorkTime; readonly number: number }[]>();
  const classes = new Int32Array(shop.centers.length);
  shop.centers.forEach(({ time }, center) => {
    const key = `${time.before.at(-1)} ${time.starts.length} ${time.overtime.length}`;
    const alike = known.get(key) ?? [];
    known.set(key, alike);
    let same = alike.find((other) => isSame(other.time, time));
    if (same === undefined) {
      same = { time, number: center };
      alike.push(same);
    }
    classes[center] = same.number;
  });
  return classes;
}

function isSame(a: WorkTime, b: WorkTime): boolean {
  return (
    areEqual(a.starts, b.starts) &&
    areEqual(a.before, b.before) &&
    areEqual(a.offsets, b.offsets) &&
    a.overtime.every(({ from, until }, k) => {
      const other = b.overtime[k]!;
      return from === other.from && until === other.until;
    }) &&
    a.patterns.every(({ stretches }, era) =>
      stretches.every((day, weekday) => {
        const others = b.patterns[era]!.stretches[weekday]!;
        return (
          day.length === others.length &&
          day.every(({ from, until }, k) => {
            const other = others[k]!;
            return from === other.from && until === other.until;
          })
        );
      }),
    )
  );
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, k) => value === b[k]);
}
