import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import { parseRatio } from "../../core/index.js";
import { bufferZoneCounts } from "./buffer-zone-counts.js";
import { bufferZones } from "./buffer-zones.js";

const buffer = {
  averageDailyUsage: 17,
  decoupledLeadTime: 21,
  leadTimeFactor: 0.5,
  variabilityFactor: 0.3,
  minimumOrder: 300,
};

describe("The zones of a buffer", () => {
  test("are adjusted before they are rounded up", () => {
    const zones = bufferZones({
      averageDailyUsage: 4.1,
      decoupledLeadTime: 1,
      leadTimeFactor: 1,
      variabilityFactor: 0.1,
      adjustments: { red: 10, green: 10 },
      rounding: "up",
    });
    // 41 and 4.1; 4.1; 41.
    expect([zones.red, zones.yellow, zones.green, zones.topOfGreen]).toEqual([46, 5, 41, 92]);
  });

  test("have no red with a lead-time factor of 0, in units and in counts, as in a plan", () => {
    const zones = { redBase: 0, redSafety: 0, red: 0, yellow: 357, green: 300 };
    expect(bufferZones({ ...buffer, leadTimeFactor: 0 })).toMatchObject(zones);
    expect(
      bufferZoneCounts({
        ...buffer,
        averageDailyUsage: parseRatio(17)!,
        leadTimeFactor: parseRatio(0)!,
        variabilityFactor: parseRatio("0.3")!,
      }),
    ).toMatchObject(zones);
  });

  test("are refused with a share of 0, at which every demand were a spike", () => {
    expect(() => bufferZones({ ...buffer, spikeShare: 0 })).toThrow("The spikeShare (0) must");
    const ratio = parseRatio("1/2")!;
    const factors = { averageDailyUsage: ratio, leadTimeFactor: ratio, variabilityFactor: ratio };
    const counts = { ...factors, decoupledLeadTime: 5, spikeShare: parseRatio(0)! };
    expect(() => bufferZoneCounts(counts)).toThrow("The spikeShare (0/1) must be above 0.");
  });

  test("come as they are without rounding", () => {
    const { redBase, redSafety, red } = bufferZones(buffer);
    expect([redBase, redSafety, red]).toEqual([178.5, 53.55, 232.05]);
  });

  test("are rounded half up as they are made, the red safety from the rounded red base", () => {
    const { redBase, redSafety, red } = bufferZones({ ...buffer, rounding: "halfUp" });
    expect([redBase, redSafety, red]).toEqual([179, 54, 233]);
  });

  test("are rounded up from exact figures: a red safety of 1.5 × 2/3 is 1, though 2 × 2/3 is more", () => {
    const zones = bufferZones({
      averageDailyUsage: 1,
      decoupledLeadTime: 3,
      leadTimeFactor: "1/2",
      variabilityFactor: "2/3",
      rounding: "up",
    });
    expect(zones).toMatchObject({ redBase: 2, redSafety: 1, red: 3 });
  });

  test("leave in stock on average red and half of green, exactly", () => {
    const figures = { averageDailyUsage: 0.1, decoupledLeadTime: 1, leadTimeFactor: 1 };
    const zones = bufferZones({ ...figures, variabilityFactor: 0, minimumOrder: 0.4 });
    expect(0.1 + 0.4 / 2).not.toBe(0.3);
    expect(zones).toMatchObject({ red: 0.1, green: 0.4, averageOnHand: 0.3 });
  });

  test("are exact, so that 0.07 a day over 100 days is never rounded up to 8", () => {
    const zones = bufferZones({
      averageDailyUsage: 0.07,
      decoupledLeadTime: 100,
      leadTimeFactor: 1,
      variabilityFactor: 0,
      rounding: "up",
    });
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(zones.yellow).toBe(7);
  });

  test.each([
    ["orderCycle", { orderCycle: 20 }, 340],
    ["leadTime", { minimumOrder: 0 }, 178.5],
    ["minimumOrder", {}, 300],
  ])("the green zone is the largest of three: %s", (greenBy, fields, green) => {
    expect(bufferZones({ ...buffer, ...fields })).toMatchObject({ greenBy, green });
  });

  test("stand on each other, and half of green lies on red on average", () => {
    const zones = bufferZones({ ...buffer, rounding: "halfUp" });
    expect(zones).toMatchObject({ topOfYellow: 590, topOfGreen: 890, averageOnHand: 383 });
  });

  test("a spike is half of the red zone, or another share of it", () => {
    expect(bufferZones(buffer).spikeThreshold).toBe(116.025);
    expect(bufferZones({ ...buffer, spikeShare: 1 }).spikeThreshold).toBe(232.05);
  });
});

describe("Planned adjustments of a buffer", () => {
  const plain = {
    averageDailyUsage: 10,
    decoupledLeadTime: 10,
    leadTimeFactor: 0.5,
    variabilityFactor: 1,
  };

  test("of the demand change the usage, and all zones with it", () => {
    const zones = bufferZones({ ...plain, adjustments: { demand: 1.5 } });
    expect(zones).toMatchObject({ averageDailyUsage: 15, red: 150, yellow: 150, green: 75 });
  });

  test("of the lead time change the lead time, and all zones with it", () => {
    const zones = bufferZones({ ...plain, adjustments: { leadTime: 2 } });
    expect(zones).toMatchObject({ decoupledLeadTime: 20, red: 200, yellow: 200, green: 100 });
  });

  test("of a zone change that zone alone", () => {
    const adjusted = (zone: "red" | "yellow" | "green") => {
      const { red, yellow, green } = bufferZones({ ...plain, adjustments: { [zone]: 2 } });
      return [red, yellow, green];
    };
    expect(adjusted("red")).toEqual([200, 100, 50]);
    expect(adjusted("yellow")).toEqual([100, 200, 50]);
    expect(adjusted("green")).toEqual([100, 100, 100]);
  });
});

describe("Zones in whole counts", () => {
  const hundredths = fc.nat({ max: 300 }).map((n) => n / 100);

  test.prop(
    [
      fc.nat({ max: 99_999 }).map((n) => n / 100),
      fc.nat({ max: 400 }),
      hundredths,
      hundredths,
      fc.nat({ max: 2000 }),
      fc.nat({ max: 30 }),
    ],
    { numRuns: runs },
  )(
    "are the zones rounded up",
    (usage, days, leadTimeFactor, variabilityFactor, minimumOrder, orderCycle) => {
      const factor = leadTimeFactor + 0.01;
      const zones = bufferZones({
        averageDailyUsage: usage,
        decoupledLeadTime: days,
        leadTimeFactor: factor.toFixed(2),
        variabilityFactor,
        minimumOrder,
        orderCycle,
        rounding: "up",
      });
      const counts = bufferZoneCounts({
        averageDailyUsage: parseRatio(usage)!,
        decoupledLeadTime: days,
        leadTimeFactor: parseRatio(factor.toFixed(2))!,
        variabilityFactor: parseRatio(variabilityFactor)!,
        minimumOrder,
        orderCycle,
      });
      expect(zones).toMatchObject(counts);
      expect(counts.red).toBe(counts.redBase + counts.redSafety);
      expect(counts.topOfGreen).toBe(counts.red + counts.yellow + counts.green);
    },
  );

  test("are refused where a count would not be exact", () => {
    const half = { num: 1n, den: 2n };
    const call = () =>
      bufferZoneCounts({
        averageDailyUsage: { num: 2n ** 52n, den: 1n },
        decoupledLeadTime: 2,
        leadTimeFactor: half,
        variabilityFactor: half,
      });
    expect(call).toThrow(/The yellow of the buffer is larger than 2\^53/);
  });
});
