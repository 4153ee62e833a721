import { demand, type InterpretationCase, purchase } from "./problem.js";

export const figures: readonly InterpretationCase[] = [
  {
    k: "K24",
    shows: "in another unit supply is rounded down and demand up, on what is left",
    input: {
      units: [{ id: "piece", decimals: 0 }],
      items: [{ id: "a", unit: "piece", units: [{ unit: "half", contains: "1/2" }] }],
      supplies: [{ ...purchase("po", 5, 6), unit: "half", completed: 2 }],
      demands: [{ ...demand("d", 5, 6), unit: "half", shipped: 2 }],
    },
    orders: ["a 1 2026-01-06 > 2026-01-06"],
    supplies: ["po 2026-01-06 for 2026-01-06"],
    messages: ["inputAdjusted", "inputAdjusted"],
  },
  {
    k: "K26",
    shows: "what has too many digits is rounded half up, towards the larger number",
    input: {
      conventions: { excessDigits: "round" },
      items: [{ id: "a", decimals: 0, onHand: -2.5 }],
      demands: [demand("d", 2.5, 6)],
    },
    orders: ["a 2 2026-01-05 > 2026-01-05", "a 3 2026-01-06 > 2026-01-06"],
    messages: ["inputAdjusted", "inputAdjusted"],
  },
];
