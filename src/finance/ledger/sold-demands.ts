import type { LedgerSetting } from "./ledger-setting.js";

/** The demands of a plan by stocking point, with the days on which they are sold and paid. */
export class SoldDemands {
  /** Those of a stocking point are `order` from first[n] up to first[n + 1]. */
  readonly first: Int32Array;
  readonly order: Int32Array;
  /** By demand: days since 1970-01-01. */
  readonly day: Int32Array;
  readonly paid: Int32Array;
  /** By demand: its place. */
  readonly place: Int32Array;

  /** Demands are planned as sales but for needs of other plants, and what lies beyond the horizon. */
  constructor(setting: LedgerSetting) {
    const { movements, options } = setting;
    const { demands, pointCount, startDay, endDay } = movements;
    const { count, point, due, quantity, isInterplant } = demands;
    const isOnDue = options.sales?.on !== "available";
    const days = new Int32Array(count);
    const paid = new Int32Array(count);
    const isSold = new Uint8Array(count);
    const ends = new Int32Array(pointCount + 1);
    for (let n = 0; n < count; n++) {
      if (isInterplant[n] === 1 || due[n]! >= endDay || quantity[n] === 0) continue;
      const day = isOnDue ? due[n]! : demands.available(n);
      if (day === null) {
        setting.miss(setting.points[point[n]!]!, "availableDay");
        continue;
      }
      isSold[n] = 1;
      days[n] = Math.max(day, startDay);
      paid[n] = days[n]! + options.daysOfCustomer(() => demands.customer(n));
      ends[point[n]! + 1]!++;
    }
    for (let n = 0; n < pointCount; n++) ends[n + 1]! += ends[n]!;
    const starts = ends.slice();
    this.order = new Int32Array(ends[pointCount]!);
    for (let n = 0; n < count; n++) {
      if (isSold[n] === 1) this.order[starts[point[n]!]!++] = n;
    }
    this.first = ends;
    this.day = days;
    this.paid = paid;
    this.place = Int32Array.from(days, (_, n) => n);
  }
}
