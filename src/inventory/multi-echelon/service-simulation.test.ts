import { describe, expect, test } from "vitest";
import { guaranteedService } from "./guaranteed-service.js";

/** Φ(1.645), the share of cases in which a normal variable lies below 1.645 standard deviations. */
const SERVICE_LEVEL = 0.950015;

/** So many replenishment times are looked at, and so many standard errors are allowed. */
const WINDOWS = 5000;
const STANDARD_ERRORS = 4;

/** Independent standard normal numbers from a seed (a linear congruence, Box and Muller). */
function* normalNumbers(seed: number): Generator<number, never> {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  for (;;) {
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    yield radius * Math.cos(angle);
    yield radius * Math.sin(angle);
  }
}

describe("The base stock of a stage, with demand that is drawn at random", () => {
  const end = { safetyFactor: 1.645, holdingCost: 60, maxServiceTime: 1 };
  const { stages } = guaranteedService({
    stages: [
      { id: "rim", stageTime: 9, holdingCost: 2, safetyFactor: 1.645 },
      { id: "wheel", stageTime: 2, holdingCost: 6, safetyFactor: 1.645 },
      { id: "city bike", stageTime: 3, demandDeviation: 6, demandMean: 20, ...end },
      { id: "race bike", stageTime: 4, demandDeviation: 8, demandMean: 30, ...end },
    ],
    arcs: [
      ["rim", "wheel"],
      ["wheel", "city bike", 2],
      ["wheel", "race bike", 2],
    ],
  });

  /** What one period takes from a stage, when the bikes sell this much. */
  const taken: Readonly<Record<string, (city: number, race: number) => number>> = {
    rim: (city, race) => 2 * city + 2 * race,
    wheel: (city, race) => 2 * city + 2 * race,
    "city bike": (city) => city,
    "race bike": (_, race) => race,
  };
  const stocked = stages.filter(({ netReplenishmentTime }) => netReplenishmentTime > 0);

  test("is kept at more than one stage", () => {
    expect(stocked.length).toBeGreaterThan(1);
  });

  test.each(stocked.map((stage) => [stage.id, stage] as const))(
    "%s: covers its net replenishment time in 95 of 100 cases, as z = 1.645 says",
    (id, { netReplenishmentTime, baseStockLevel }) => {
      const normal = normalNumbers(20260105);
      let kept = 0;
      for (let window = 0; window < WINDOWS; window++) {
        let demand = 0;
        for (let period = 0; period < netReplenishmentTime; period++) {
          const city = 20 + 6 * normal.next().value;
          demand += taken[id]!(city, 30 + 8 * normal.next().value);
        }
        if (demand <= baseStockLevel!) kept++;
      }
      const error = Math.sqrt((SERVICE_LEVEL * (1 - SERVICE_LEVEL)) / WINDOWS);
      expect(Math.abs(kept / WINDOWS - SERVICE_LEVEL)).toBeLessThan(STANDARD_ERRORS * error);
    },
  );
});
