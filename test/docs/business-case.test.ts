import * as orlicky from "orlicky";
import {
  comparePlansInMoney,
  explainDemand,
  explanationText,
  inventoryFigures,
  inventoryValue,
  type MoneyFigure,
  type PriceBreakRow,
  productionPlan,
  purchasingPlan,
  reachedPriceBreaks,
  salesPlan,
  stockLayers,
} from "orlicky";
import { describe, expect, test } from "vitest";
import {
  comparison,
  costs,
  late,
  ledger,
  people,
  plan,
  quote,
  setting,
  sooner,
} from "./business-case.js";
import { shownTables } from "./business-case-tables.js";
import { blocksOf, codesIn, read, sectionOf } from "./markdown.js";

const page = "docs/business-case.md";

/** The tables under a heading, heads with them. */
function tablesOf(heading: string): readonly (readonly (readonly string[])[])[] {
  return sectionOf(page, heading)
    .split("\n\n")
    .filter((text) => text.startsWith("|"))
    .map((text) =>
      text
        .split("\n")
        .filter((_, n) => n !== 1)
        .map((line) =>
          line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
    );
}

const headings = [...new Set(shownTables.map(({ heading }) => heading))];

describe("docs/business-case.md shows what comes out", () => {
  test.for(headings)("%s", (heading) => {
    const wanted = shownTables.filter((one) => one.heading === heading);
    expect(tablesOf(heading)).toEqual(wanted.map(({ head, rows }) => [head, ...rows]));
  });

  test("every table of the page is one of these", () => {
    const rules = read(page).match(/^\|(-+\|)+$/gm) ?? [];
    expect(rules.length).toBe(shownTables.length);
  });

  test("nothing is missing", () => {
    expect(ledger.missing).toEqual([]);
    expect(comparison.missing).toEqual([]);
    expect(late.missing).toEqual([]);
    expect(people.missing).toEqual([]);
  });

  test("every function that the page names is exported", () => {
    const named = codesIn(read(page)).flatMap((code) => /^(\w+)\(/.exec(code)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !(name in orlicky) && name !== "drill")).toEqual([]);
  });

  test("its code is what was run", () => {
    const code = blocksOf(page).filter(({ language }) => language === "ts");
    expect(code.length).toBe(2);
    for (const { text } of code) {
      for (const [, name = ""] of text.matchAll(/\b(\w+)\(/g)) expect(name in orlicky).toBe(true);
    }
  });
});

describe("What docs/business-case.md says between its tables", () => {
  const says = (heading: string, ...sentences: readonly string[]): void => {
    for (const sentence of sentences) expect(sectionOf(page, heading)).toContain(sentence);
  };
  const figure = (name: MoneyFigure) =>
    comparePlansInMoney(ledger, sooner.ledger).figures.find((row) => row.figure === name)!;

  test("what is in process, and what is earned", () => {
    const [january] = productionPlan(ledger, { bucket: "month" }).rows;
    const [february, march] = salesPlan(ledger, { bucket: "month" }).rows;
    says(
      "The plan as a ledger",
      `At the end of January ${january?.closing} are in process`,
      `is ${february?.margin} in February and ${march?.margin} in March`,
    );
  });

  test("how the wheels of January are valued", () => {
    const by = ["item"] as const;
    const options = { costs, rates: setting.rates, bucket: "month", by } as const;
    const { rows } = inventoryValue(plan, { ...options, method: "fifo" });
    const wheels = rows.find(({ item }) => item === "wheel")!;
    const rest = wheels.issuedQuantity!.minus(wheels.openingQuantity!);
    const each = wheels.receipts.div(wheels.receivedQuantity!);
    says(
      "Stock",
      `${wheels.receivedQuantity} wheels come in at 15 dollars, which are ${each} euros, and ${wheels.issuedQuantity} go out`,
      `${wheels.openingQuantity} × 12 + ${rest} × ${each} = ${wheels.issues}`,
    );
    const layers = stockLayers(plan, { costs, rates: setting.rates, item: "wheel" });
    const told = layers?.map(
      ({ date, quantity, unitCost }) => `${quantity} of ${date}, at ${unitCost}`,
    );
    expect(told?.length).toBe(1);
    says("Stock", ...told!);
  });

  test("what safety stock costs", () => {
    const options = { costs, by: ["item"], capitalRate: "0.08" } as const;
    const { rows } = inventoryFigures(plan, options);
    const wheels = rows.find(({ item }) => item === "wheel")!;
    const told = `ties up ${wheels.safetyStockValue} and costs ${wheels.safetyStockCapitalCost} a year`;
    says("Stock", told);
  });

  test("why purchases are not at standard, and which order is too small", () => {
    const { rows } = purchasingPlan(ledger, { by: ["supplier"], bucket: "month" });
    const [january, , march] = rows.filter(({ supplier }) => supplier === "Smith");
    const standard = january!.receipts.minus(january!.priceVariance);
    const cheaper = [...reachedPriceBreaks(plan)].filter(({ extra }) => extra?.isNegative());
    expect(cheaper.length).toBe(1);
    const [{ more, extra, next, nextPrice, quantity, price, orderDate }] = cheaper as [
      PriceBreakRow,
    ];
    expect([`${more}`, orderDate]).toEqual(["2", "2026-01-16"]);
    says(
      "Purchases",
      `cost ${january?.receipts} instead of ${standard}, which is ${january?.priceVariance} more`,
      `bring ${march?.priceVariance.neg()} back`,
      `${extra?.neg()} dollars cheaper: ${next} at ${nextPrice} instead of ${quantity} at ${price}`,
    );
  });

  test("why production is not at standard", () => {
    const { rows } = productionPlan(ledger, { by: ["item"] });
    const of = (name: string) => rows.find(({ item }) => item === name)!.variance.neg();
    says("Production", `every ten: ${of("trolley")} less`, `instead of 9: ${of("frame")} less`);
  });

  test("when there are too few people", () => {
    const short = [...people.rows].filter(({ balance }) => balance?.isNegative());
    expect(short.map(({ from }) => from)).toEqual(["2026-01-26"]);
    const [week] = short;
    says("People", `${week?.required} hours are to be worked, and ${week?.available} are there`);
  });

  test("that cash is never lacking before the change, and is after it", () => {
    const low = figure("cashLow");
    expect(`${low.before}`).toBe("0");
    says("Cash", "On no day has more been paid than came in before");
    const margin = figure("margin").difference!;
    expect(low.afterOn).toBe("2026-01-26");
    says(
      "What if the Hotel wants more, and sooner?",
      `bring ${margin}, of which ${late.total} go to the Hotel: ${margin.minus(late.total)} are left, if ${low.after!.neg()} can be found on 26 January`,
    );
  });

  test("what the quote takes from stock", () => {
    const boards = quote.trial.ledger.group({ by: ["item"], accounts: ["inventory"] });
    expect(boards.map(({ item }) => item)).toEqual(["board"]);
    says("A quote", `stock is worth ${quote.trial.accounts.inventory?.neg()} less`);
    const bought = quote.trial.ledger.group({ by: ["item"], accounts: ["purchaseCommitment"] });
    expect(bought.map(({ item }) => item)).toEqual(["wheel"]);
  });

  test("what makes the trolleys late", () => {
    const told = explanationText(explainDemand(sooner.plan, "H1")).split("\n").at(-1);
    expect(told).toMatch(/^ {2}- order of \d+ tube .*its own lead time sets the day$/);
    says("What if the Hotel wants more, and sooner?", "here it is tubes");
  });
});
