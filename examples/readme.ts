import { planRequirements } from "orlicky";

const plan = planRequirements({
  startDate: "2026-01-05",
  items: [
    { id: "bike", leadTime: 2 },
    { id: "wheel", onHand: 3, leadTime: 4 },
  ],
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
  supplies: [{ id: "PO 7", item: "wheel", quantity: 5, due: "2026-01-20", kind: "purchase" }],
  demands: [{ id: "order 1", item: "bike", quantity: 10, due: "2026-01-16" }],
});
for (const { kind, quantity, item, start, due } of plan.orders)
  console.log(`${kind} ${quantity} × ${item}, ${start} to ${due}`);
for (const message of plan.messages) console.log(JSON.stringify(message));
