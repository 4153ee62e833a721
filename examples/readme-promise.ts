import { planRequirements, promiseDelivery } from "orlicky";

const plan = planRequirements({
  startDate: "2026-01-05",
  horizonEnd: "2026-03-31",
  items: [
    { id: "bike", leadTime: 2 },
    { id: "wheel", onHand: 12, leadTime: 21 },
  ],
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
  demands: [{ id: "order 1", item: "bike", quantity: 2, due: "2026-01-12" }],
});
const lines = [{ id: "1", item: "bike", quantity: 6, requestedDate: "2026-01-16" }];
const [line] = promiseDelivery(plan, { id: "quote 7", delivery: "partial", lines }).lines;
for (const { quantity, date } of line?.schedule ?? []) console.log(`${quantity} on ${date}`);
if (line?.limit?.kind === "material")
  console.log(`the rest waits for the ${line.limit.item}: ${line.limit.because.kind}`);
