import { Decimal, type Peg } from "../../src/index.js";
import type { ReferencePlan } from "../reference/index.js";

type ReferencePegs = NonNullable<ReturnType<ReferencePlan["pegs"]>>;
type ReferenceNeed = ReferencePegs["pegs"][number]["need"];
type ReferenceSupply = ReferencePegs["pegs"][number]["supply"];

/** The pegs of a stocking point in words that both planners share, those of one pair together. */
export function pegTexts(pegs: Iterable<Peg>): string[] {
  return summed(
    Array.from(pegs, ({ need, supply, quantity }) => {
      const isNeed = "date" in need;
      const needed = [
        isNeed ? "need" : need.kind,
        "id" in need ? need.id : null,
        isNeed ? need.date : null,
      ];
      const covers = [
        supply.kind,
        "id" in supply ? supply.id : "of" in supply ? supply.of : null,
        "date" in supply ? supply.date : null,
      ];
      return [[...needed, ...covers], quantity] as const;
    }),
  );
}

/** The same of the reference planner. */
export function referencePegTexts({ pegs, rest }: ReferencePegs): string[] {
  const needed = ({ kind, id, day }: ReferenceNeed): unknown[] =>
    kind === "negativeStock" ? [kind, null, null] : ["need", id === "" ? null : id, day];
  const covers = ({ kind, id, day }: ReferenceSupply): unknown[] => [kind, id, day];
  return summed([
    ...pegs.map(
      ({ need, supply, quantity }) =>
        [[...needed(need), ...covers(supply)], new Decimal(`${quantity}`)] as const,
    ),
    ...rest.map(({ name, need, supply, quantity }) => {
      const key =
        supply === null
          ? [...needed(need!), "uncovered", null, null]
          : [name, null, null, ...covers(supply)];
      return [key, new Decimal(`${quantity}`)] as const;
    }),
  ]);
}

function summed(rows: readonly (readonly [key: readonly unknown[], quantity: Decimal])[]) {
  const sums = new Map<string, Decimal>();
  for (const [key, quantity] of rows) {
    const text = JSON.stringify(key);
    sums.set(text, (sums.get(text) ?? new Decimal(0)).plus(quantity));
  }
  return [...sums].map(([key, quantity]) => `${key} ${quantity}`).sort();
}
