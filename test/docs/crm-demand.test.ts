import * as orlicky from "orlicky";
import {
  type CrmDemand,
  type CrmRecordsInput,
  type DealPolicy,
  type DealThread,
  type DemandPolicy,
  dealThreads,
  demandFromCrm,
  planRequirements,
  readCrmRecords,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { runBlock } from "./code-blocks.js";
import { codesIn, read, sectionOf, tableRows } from "./markdown.js";

const page = "docs/crm.md";
const chapter = sectionOf(page, "From records to demand");

function blockOf(text: string, language: string): string {
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n^\`\`\`$`, "m").exec(text)?.[1] ?? "";
}

const shown = JSON.parse(blockOf(chapter, "json")) as {
  readonly records: CrmRecordsInput;
  readonly policy: DemandPolicy;
};
const records = readCrmRecords(shown.records);
const demand = demandFromCrm(records, shown.policy);

/** Threads and what they take, as a picture. */
function pictureOf(threads: readonly DealThread[], { account }: CrmDemand): string {
  const steps = threads.flatMap(({ steps: of }) =>
    of.map(({ id, state, by }) =>
      by === null ? `  ${id}[${id}: ${state}]` : `  ${id} -->|${state}| ${by.id}`,
    ),
  );
  const takes = account.flatMap(({ record, takenFrom }) =>
    takenFrom.map(({ forecast, quantity }) => `  ${record.id} ==>|${quantity}| ${forecast}`),
  );
  return ["flowchart LR", ...steps, ...takes].join("\n");
}

const orNone = (text: unknown): string => (text === undefined ? "" : `${text}`);

describe("docs/crm.md shows how records become demand", () => {
  const rows = tableRows(chapter);
  const tables = [rows.slice(0, demand.demands.length), rows.slice(demand.demands.length)];

  test("the picture", () => {
    expect(blockOf(chapter, "mermaid")).toBe(
      pictureOf(dealThreads(records, { asOf: shown.policy.asOf }), demand),
    );
  });

  test("the demand, which can be planned", () => {
    expect(tables[0]).toEqual(
      demand.demands.map(({ attributes, kind, quantity, due, consumption }) => [
        `${attributes?.crmRecord}`,
        ...[orNone(kind), `${quantity}`, due, orNone(consumption)],
      ]),
    );
    const { demands } = demand;
    const items = [{ id: "bicycle", decimals: 0 }];
    const plan = planRequirements({ startDate: shown.policy.asOf, items, demands });
    expect(plan.consumptions.length).toBe(0);
    const made = [...plan.orders].reduce((sum, { quantity }) => sum + Number(quantity), 0);
    expect(made).toBe(95);
  });

  test("the account", () => {
    expect(tables[1]).toEqual(
      demand.account.map(({ record, quantity, counted, shipped, why, by, takenFrom }) => [
        record.list === "forecasts" ? `${record.id} ${record.line}` : record.id,
        ...[`${quantity}`, `${counted}`, `${shipped}`, why, orNone(by?.id)],
        orNone(takenFrom[0]?.quantity),
      ]),
    );
  });

  test("of each policy", () => {
    const rows = tableRows(sectionOf(page, "How much of it counts"));
    const uses = rows.splice(0, 4).map(([use = ""]) => JSON.parse(codesIn(use)[0] ?? ""));
    expect(uses).toEqual(["threshold", "expected", "chosen", "none"]);
    expect(rows.length).toBe(4);
    for (const [name = "", ...cells] of rows) {
      const deals = JSON.parse(
        codesIn(name)[0]?.replaceAll(/(\w+):/g, '"$1":') ?? "",
      ) as DealPolicy;
      const { account, forecasts } = demandFromCrm(records, { ...shown.policy, deals });
      const counted = (id: string) => `${account.find(({ record }) => record.id === id)?.counted}`;
      expect([name, ...cells]).toEqual([
        name,
        counted("Q2"),
        counted("tour"),
        `${forecasts[0]?.left}`,
      ]);
    }
  });

  test("of customised lines", () => {
    expect(runBlock(blockOf(sectionOf(page, "All that is no deal"), "ts"), orlicky)).toBe(2);
  });

  test("and it stands between accounts and scenarios", () => {
    const heads = [...read(page).matchAll(/^## (.*)$/gm)].map(([, head]) => head);
    expect(heads.slice(1, 4)).toEqual(["Accounts", "From records to demand", "Scenarios"]);
  });
});
