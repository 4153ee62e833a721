import { describe, expect, test } from "vitest";
import {
  baseStock,
  type DiscreteDemand,
  minMaxPolicy,
  periodicReviewPolicy,
  poissonReorderPolicy,
  reorderService,
  safetyStockByCycleService,
  safetyStockByFillRate,
} from "../index.js";

/** A generator of numbers from 0 to below 1 with a fixed seed: PCG-like steps on 32 bits. */
function generator(seed: number) {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const exponential = (rate: number): number => -Math.log(1 - uniform()) / rate;
  const poisson = (mean: number): number => {
    let count = 0;
    for (let time = exponential(1); time < mean; time += exponential(1)) count += 1;
    return count;
  };
  return { uniform, normal, exponential, poisson };
}

/** Mean of batches, with half the width of the interval that holds the truth with 99.9 %. */
function interval(batches: readonly number[]): { mean: number; half: number } {
  const mean = batches.reduce((sum, one) => sum + one, 0) / batches.length;
  const squares = batches.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const half = 3.5 * Math.sqrt(squares / (batches.length - 1) / batches.length);
  return { mean, half };
}

function expectWithin(said: number, batches: readonly number[]): void {
  const { mean, half } = interval(batches);
  expect(half).toBeLessThan(0.05 * Math.max(Math.abs(said), 0.1)); // or it would confirm anything
  expect(Math.abs(said - mean)).toBeLessThanOrEqual(half);
}

const BATCHES = 40;

describe("A simulation with a fixed seed confirms within its confidence interval", () => {
  test("the fill rate, cost, stock and backorders of the exact (r,Q) policy", () => {
    const input = { demandRate: 4, leadTime: 2, fixedCost: 20, holdingCost: 3, stockoutCost: 9 };
    const policy = poissonReorderPolicy(input);
    const { exponential } = generator(1);
    const found = { cost: [] as number[], fill: [] as number[], stock: [] as number[] };
    let net = policy.reorderPoint + policy.orderQuantity;
    let position = net;
    const arrivals: number[] = []; // when orders come in
    let time = 0;
    for (let batch = 0; batch < BATCHES; batch++) {
      const [start, customers] = [time, 4000];
      let [served, orders, held, owed] = [0, 0, 0, 0];
      for (let customer = 0; customer < customers; customer++) {
        const next = time + exponential(input.demandRate);
        while (time < next) {
          const until = Math.min(next, arrivals[0] ?? next);
          held += Math.max(0, net) * (until - time);
          owed += Math.max(0, -net) * (until - time);
          time = until;
          if (until < next) {
            net += policy.orderQuantity;
            arrivals.shift();
          }
        }
        if (net > 0) served += 1;
        net -= 1;
        position -= 1;
        if (position > policy.reorderPoint) continue;
        position += policy.orderQuantity;
        arrivals.push(time + input.leadTime);
        orders += 1;
      }
      const passed = time - start;
      found.fill.push(served / customers);
      found.stock.push(held / passed);
      const owing = input.holdingCost * held + input.stockoutCost * owed;
      found.cost.push((input.fixedCost * orders + owing) / passed);
    }
    expectWithin(policy.fillRate, found.fill);
    expectWithin(policy.expectedInventory, found.stock);
    expectWithin(policy.cost, found.cost);
  });

  test("the cost and service of the exact (s,S) policy, with a lead time", () => {
    const demand: DiscreteDemand = {
      distribution: "discrete",
      probabilities: [
        { demand: 0, probability: 0.5 },
        { demand: 2, probability: 0.3 },
        { demand: 7, probability: 0.2 },
      ],
    };
    const input = { demand, leadTime: 2, fixedCost: 15, holdingCost: 1, stockoutCost: 6 };
    const policy = minMaxPolicy(input);
    const { uniform } = generator(2);
    const draw = (): number => {
      const chance = uniform();
      return chance < 0.5 ? 0 : chance < 0.8 ? 2 : 7;
    };
    let [position, net] = [policy.orderUpTo, policy.orderUpTo];
    const coming = [0, 0];
    const found = { cost: [] as number[], service: [] as number[] };
    for (let batch = 0; batch < BATCHES; batch++) {
      const periods = 5000;
      let [cost, good] = [0, 0];
      for (let period = 0; period < periods; period++) {
        let order = 0;
        if (position <= policy.reorderPoint) {
          order = policy.orderUpTo - position;
          position = policy.orderUpTo;
          cost += input.fixedCost;
        }
        coming.push(order);
        net += coming.shift()!;
        const wanted = draw();
        net -= wanted;
        position -= wanted;
        cost += net > 0 ? input.holdingCost * net : -input.stockoutCost * net;
        if (net >= 0) good += 1;
      }
      found.cost.push(cost / periods);
      found.service.push(good / periods);
    }
    expectWithin(policy.cost, found.cost);
    expectWithin(policy.serviceLevel, found.service);
  });

  test("the cost of a Poisson base stock level", () => {
    const input = {
      demand: { distribution: "poisson", mean: 3 } as const,
      leadTime: 1,
      holdingCost: 1,
      stockoutCost: 9,
    };
    const { baseStockLevel, cost } = baseStock(input);
    const { poisson } = generator(3);
    const batches = Array.from({ length: BATCHES }, () => {
      let sum = 0;
      for (let period = 0; period < 4000; period++) {
        const left = baseStockLevel - poisson(6);
        sum += left > 0 ? left : -9 * left;
      }
      return sum / 4000;
    });
    expectWithin(cost, batches);
  });

  test("cycle service and fill rate of the (R,S) policy", () => {
    const policy = periodicReviewPolicy({
      demandMean: 100,
      demandDeviation: 30,
      reviewPeriod: 3,
      leadTime: 2,
      cycleService: 0.9,
    });
    const { normal } = generator(4);
    const found = { cycle: [] as number[], fill: [] as number[] };
    let net = policy.orderUpTo;
    let position = net;
    const coming: number[] = [0, 0];
    for (let batch = 0; batch < BATCHES; batch++) {
      const cycles = 1500;
      let [good, short, wanted] = [0, 0, 0];
      for (let day = 0; day < 3 * cycles; day++) {
        const order = day % 3 === 0 ? policy.orderUpTo - position : 0;
        position += order;
        coming.push(order);
        net += coming.shift()!;
        const demand = 100 + 30 * normal();
        const before = Math.max(0, -net);
        net -= demand;
        position -= demand;
        wanted += demand;
        short += Math.max(0, -net) - before;
        if (day % 3 === 1 && net >= 0) good += 1; // the last day before the next order comes in
      }
      found.cycle.push(good / cycles);
      found.fill.push(1 - short / wanted);
    }
    expectWithin(policy.cycleService, found.cycle);
    expectWithin(policy.fillRate, found.fill);
  });

  test("a cycle service with a lead time that varies, and a fill rate with a fixed one", () => {
    const { normal } = generator(5);
    const parts = { demandMean: 20, demandDeviation: 6, leadTimeMean: 16, leadTimeDeviation: 2 };
    const { reorderPoint } = safetyStockByCycleService({ cycleService: 0.95, ...parts });
    const cycles = Array.from({ length: BATCHES }, () => {
      let good = 0;
      for (let cycle = 0; cycle < 4000; cycle++) {
        const leadTime = 16 + 2 * normal();
        const demand = 20 * leadTime + 6 * Math.sqrt(Math.max(0, leadTime)) * normal();
        if (demand <= reorderPoint) good += 1;
      }
      return good / 4000;
    });
    // Demand over a time that varies itself is not quite normal: that may make half a percent.
    const { mean, half } = interval(cycles);
    expect(half).toBeLessThan(0.005);
    expect(Math.abs(mean - 0.95)).toBeLessThanOrEqual(half + 0.005);

    // Fluid demand that is reviewed all the time: the position is even between r and r + Q.
    const { uniform, normal: again } = generator(6);
    const demand = { leadTimeDemandMean: 100, leadTimeDemandDeviation: 25 };
    const byFillRate = safetyStockByFillRate({ fillRate: 0.9, orderQuantity: 60, ...demand });
    const point = byFillRate.reorderPoint;
    const said = reorderService({ ...demand, reorderPoint: point, orderQuantity: 60 });
    const batches = Array.from({ length: BATCHES }, () => {
      let [owed, none] = [0, 0];
      for (let look = 0; look < 8000; look++) {
        const net = point + 60 * uniform() - (100 + 25 * again());
        if (net <= 0) none += 1;
        owed += Math.max(0, -net);
      }
      return { none: none / 8000, owed: owed / 8000 };
    });
    // Who comes while nothing is there has to wait.
    expectWithin(
      0.9,
      batches.map(({ none }) => 1 - none),
    );
    expectWithin(
      said.expectedBackorders,
      batches.map(({ owed }) => owed),
    );
  });
});
