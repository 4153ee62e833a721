import { Decimal, type OrderDifference, type PlanComparison } from "../../src/index.js";

/** What a change is called the other way round; others have the same name. */
export const swapped = {
  added: "removed",
  removed: "added",
  firmed: "unfirmed",
  unfirmed: "firmed",
  later: "sooner",
  sooner: "later",
};

export const negative = (quantity: Decimal): Decimal => new Decimal(0).minus(quantity);

type DaysLate = PlanComparison["demands"][number]["daysLate"];

function turnedRound({ before, after }: DaysLate): DaysLate {
  return { before: after, after: before };
}

/** A difference as it reads when the plans change places. */
export function reversed<
  Row extends Pick<OrderDifference, "days" | "quantity"> & {
    readonly change: string;
    readonly before: unknown;
    readonly after: unknown;
  },
>(row: Row) {
  return {
    ...row,
    change: swapped[row.change as keyof typeof swapped] ?? row.change,
    before: row.after,
    after: row.before,
    days: 0 - row.days,
    quantity: negative(row.quantity),
    ...("daysLate" in row ? { daysLate: turnedRound(row.daysLate as DaysLate) } : {}),
  };
}

/** Figures and all as JSON has them. */
export const plain = (thing: unknown): unknown => JSON.parse(JSON.stringify(thing));
