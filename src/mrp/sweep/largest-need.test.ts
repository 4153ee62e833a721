import { expect, test } from "vitest";
import { planRequirements } from "../../index.js";

// The customer takes 70 of the 100 on the 9th, and the 30 that are left expire on the 24th: what was used
// is not gone once more. The 10 wanted on March 2 are all that the kit must bring.
test("What co-products lack is not what needs have used before it expires (K40)", () => {
  const plan = planRequirements({
    startDate: "2026-02-02",
    horizonEnd: "2026-03-31",
    items: [{ id: "kit" }, { id: "rim" }, { id: "steel" }],
    boms: [
      {
        item: "kit",
        lines: [{ item: "steel", quantity: 1 }],
        coProducts: [{ item: "rim", quantity: 1 }],
        drivenBy: "largestNeed",
      },
    ],
    stock: [{ item: "rim", quantity: 100, expires: "2026-02-24" }],
    demands: [
      { id: "d1", item: "rim", quantity: 70, due: "2026-02-09" },
      { id: "d2", item: "rim", quantity: 10, due: "2026-03-02" },
    ],
  });
  const orders = [...plan.orders].map(({ item, quantity, due }) => `${item} ${quantity} ${due}`);
  expect(orders).toEqual(["kit 10 2026-03-02", "steel 10 2026-03-02"]);
});
