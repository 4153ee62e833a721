import {
  acceptPromise,
  type DeliveryPromise,
  type PlanningInput,
  type PromiseLimit,
  type PromiseRequest,
  planRequirements,
  promiseDelivery,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { sectionOf, tableRows } from "./markdown.js";

const section = sectionOf("docs/crm.md", "Promises");

const shown = JSON.parse(/^```json\n([\s\S]*?)\n^```$/m.exec(section)?.[1] ?? "null") as {
  readonly input: PlanningInput;
  readonly requests: readonly PromiseRequest[];
};

function limitText(limit: PromiseLimit | null): string {
  if (limit === null) return "";
  if (limit.kind === "promise") {
    return `\`promise\`: ${limit.demand}, ${limit.after} instead of ${limit.due}`;
  }
  if (limit.kind === "material") {
    return `\`material\`: ${limit.item}, ${limit.date} (\`${limit.because.kind}\`)`;
  }
  return `\`${limit.kind}\``;
}

function cells({ request, outcome, lines }: DeliveryPromise): string[] {
  const schedule = lines.flatMap(({ item, schedule: rows }) =>
    rows.map(({ date, quantity, by }) => `${quantity} ${item} on ${date} (\`${by}\`)`),
  );
  const limits = lines.map(({ limit }) => limitText(limit)).filter((text) => text !== "");
  return [request.id, `\`${outcome}\``, schedule.join(", "), limits.join(", ")];
}

describe("docs/crm.md shows what can be promised", () => {
  const plan = planRequirements(shown.input);
  const promises = shown.requests.map((request) => promiseDelivery(plan, request));

  test("the table is what comes out", () => {
    const [table] = section.split("\n- Ada");
    expect(tableRows(table ?? "")).toEqual(promises.map(cells));
  });

  test("every way to deliver is told", () => {
    const told = new Set(shown.requests.map(({ delivery }) => delivery));
    for (const delivery of told) expect(section).toContain(`| \`${delivery}\` |`);
    expect(told.size).toBe(4);
  });

  test("the plan stays as it is until a promise is accepted", () => {
    expect(plan.demands.length).toBe(1);
    expect(acceptPromise(plan, promises[0]!).plan.demands.length).toBe(2);
  });

  test("who is refused is still told the earliest full date and the best part", () => {
    const [line] = promises.find(({ request }) => request.id === "Dora")?.lines ?? [];
    const [cleo] = promises.find(({ request }) => request.id === "Cleo")?.lines ?? [];
    expect(`${line?.bestPartial?.quantity}`).toBe(`${cleo?.schedule[0]?.quantity}`);
    expect(line?.earliestFullDate).toBe(cleo?.schedule[1]?.date);
  });
});
