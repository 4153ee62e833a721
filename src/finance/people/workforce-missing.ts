import type { LoadSource } from "../../capacity/index.js";
import {
  compareText,
  type Decimal,
  type Ratio,
  ratioOf,
  ratioToDecimal,
  sumOfRatios,
} from "../../core/index.js";
import type { Skill } from "./skill.js";
import type { WorkCell, WorkCells } from "./work-cells.js";
import { peopleWork } from "./workforce-orders.js";
import type { MissingWorkforce } from "./workforce-rows.js";

/** Names work that nobody is said to do, then skills that nobody is said to have, each by id. */
export function missingWorkforce(
  { workCenters }: LoadSource,
  cells: WorkCells,
  skills: readonly Skill[],
): readonly MissingWorkforce[] {
  const places = new Map(workCenters.map(({ id }, place) => [id, place]));
  const served = new Set(skills.flatMap(({ needs }) => needs.map((one) => one.workCenter)));
  const work = [...places]
    .filter(([id]) => !served.has(id))
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([workCenter, place]): MissingWorkforce[] => {
      const hours = hoursOf(cells[place]!, ({ load }) => load.total);
      if (hours.isZero()) return [];
      const text = `${workCenter} has ${hours} hours of work, and no skill`;
      return [{ reason: "skill", skill: null, workCenter, hours, text }];
    });
  const people = skills
    .filter(({ staff }) => staff === undefined)
    .map(({ skill, needs }): MissingWorkforce => {
      const all = needs.flatMap((need) =>
        [...cells[places.get(need.workCenter)!]!.values()].map(
          ({ load, setup }) => peopleWork(need, load.total, setup.total).required,
        ),
      );
      const hours = decimalSum(all);
      const text = `${hours} hours of ${skill} are needed, and nobody is said to have that skill`;
      return { reason: "people", skill, workCenter: null, hours, text };
    });
  return Object.freeze([...work, ...people].map((one) => Object.freeze(one)));
}

function hoursOf(cells: ReadonlyMap<number, WorkCell>, of: (cell: WorkCell) => Ratio): Decimal {
  return decimalSum([...cells.values()].map(of));
}

function decimalSum(ratios: readonly Ratio[]): Decimal {
  const { num, den } = sumOfRatios(ratios);
  return ratioToDecimal(ratioOf(num, den));
}
