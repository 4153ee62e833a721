import { Decimal, type LeveledLoad, type LevellingDecision } from "../../src/index.js";
import { table } from "../tables/table.js";
import type { Levelling } from "./story.js";

/** What each remedy takes, leaves and costs. */
export function remedyTable(levellings: readonly Levelling[]): string[] {
  const rows = levellings.map(({ title, leveled: { decisions, rest, cost } }) => [
    title,
    decisions.map(({ item, operation }) => `${item} ${operation}`).join(", "),
    `${Decimal.sum(0, ...rest.map(({ excess }) => excess))}`,
    `${decisions.reduce((days, decision) => days + daysLateOf(decision), 0)}`,
    decisions.length === 0 ? "" : `${cost ?? "not known"}`,
  ]);
  return table(
    [
      { head: "remedy" },
      { head: "for" },
      { head: "hours left", align: "right" },
      { head: "days late", align: "right" },
      { head: "EUR", align: "right" },
    ],
    rows,
  );
}

/** Days late of the order, and of those that are moved along. */
function daysLateOf(decision: LevellingDecision): number {
  const along = decision.remedy === "push" ? decision.along : [];
  return along.reduce((days, order) => days + order.daysLate, decision.daysLate);
}

/** The decisions, one by one. */
export function decisionTexts({ decisions }: LeveledLoad): string[] {
  return decisions.map((decision) => {
    const { item, operation, workCenter, hours, cost } = decision;
    return `${item} ${operation} at the ${workCenter}, ${hours} hours: ${whatIsDone(decision)}, ${cost ?? "?"} EUR`;
  });
}

function whatIsDone(decision: LevellingDecision): string {
  switch (decision.remedy) {
    case "pullAhead":
      return `${decision.daysEarlier} days earlier`;
    case "alternate":
      return `at the ${decision.to}, ${decision.hoursThere} hours there`;
    case "overtime":
      return `${decision.overtimeHours} hours of overtime`;
    case "push":
      return `${decision.daysLate} days later`;
  }
}

/** Why what is left cannot be taken. */
export function limitTexts({ rest }: LeveledLoad): string[] {
  return rest.flatMap(({ operations }) =>
    operations.map(({ item, operation, tried }) => {
      const limits = tried.map(({ limit }) => limit).join(", ");
      return `${item} ${operation}: ${limits}`;
    }),
  );
}
