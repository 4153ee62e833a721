import { type Plan, planInput, planRequirements, replan } from "orlicky";
import { describe, expect, test } from "vitest";

const items = [{ id: "wheel" }, { id: "spoke", decimals: 0 }];
const demand = (id: string, quantity: number) => ({
  id,
  item: "wheel",
  quantity,
  due: "2026-01-09",
});

describe("The input of a plan", () => {
  test("are the rows from which it was made", () => {
    const input = { startDate: "2026-01-05", items, demands: [demand("a", 4)] };
    expect(planInput(planRequirements(input))).toEqual(input);
  });

  test("has the rows that were changed since", () => {
    const input = { startDate: "2026-01-05", items, demands: [demand("a", 4)] };
    const plan = replan(planRequirements(input), { demands: { put: [demand("b", 5)] } });
    expect(planInput(plan)).toEqual({ ...input, demands: [demand("a", 4), demand("b", 5)] });
  });

  test("has rows for what was given as columns, and plans as they did", () => {
    const item = new Int32Array([1, 0]);
    const day = new Int32Array([20_463, 20_466]);
    const quantity = new Float64Array([7, 2_000_000]);
    const columns = { demands: { item, day, quantity } };
    const plan = planRequirements({ startDate: "2026-01-05", items }, { columns });
    const input = planInput(plan);
    expect(input.demands?.map(({ id, item: of }) => [id, of])).toEqual([
      ["0", "spoke"],
      ["1", "wheel"],
    ]);
    const text = (one: Plan): string =>
      JSON.stringify([...one.orders].map(({ id, quantity: size }) => [id, `${size}`]));
    expect(text(planRequirements(input))).toBe(text(plan));
  });

  test("is asked of a plan only", () => {
    expect(() => planInput({} as Plan)).toThrow("This is no plan");
  });
});
