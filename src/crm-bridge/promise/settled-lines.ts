import type { Day } from "../../core/index.js";
import type { PromiseRefusal } from "./delivery-promise.js";
import { earliestDay, type FoundDay, firstOfAllDays } from "./earliest-day.js";
import type { Judgement, Question, Wanted } from "./judged-day.js";
import { largestPart } from "./largest-part.js";
import type { ReadLine } from "./promise-request.js";

/** A schedule line that holds. */
export interface Settled {
  readonly wanted: Wanted;
  /** Of it, in the plan with all that was settled before. */
  readonly question: Question;
  readonly judgement: Judgement;
}

/** What is settled of a line. */
export interface SettledLine {
  readonly line: ReadLine;
  /** The question of the plan with all that was settled before the line. */
  readonly question: Question;
  readonly settled: readonly Settled[];
  /** Why something stays open; `null`: nothing does. */
  readonly openBecause: PromiseRefusal | null;
  /** What is found of all lines together on the day wanted; `undefined`: lines are judged one by one. */
  readonly together: (() => Judgement) | undefined;
}

/** Finds the schedule lines of a request, each in the plan with those before it. */
export function settle(question: Question): SettledLine[] {
  const { customer, delivery, lines } = question.request;
  if (customer !== undefined && question.options.holds.has(customer)) {
    return lines.map((line) => nothingOf(question, line, "hold"));
  }
  switch (delivery) {
    case "whole":
      return oneByOne(question, wholeLine);
    case "partial":
      return oneByOne(question, lineInParts);
    case "shipTogether":
      return together(question);
    case "fillOrCancel":
      return allOrNothing(question);
  }
}

function nothingOf(
  question: Question,
  line: ReadLine,
  openBecause: PromiseRefusal,
  all?: () => Judgement,
): SettledLine {
  return { line, question, settled: [], openBecause, together: all };
}

/** The first day that may be promised of a line: what is wanted before T0 cannot be there before. */
export function firstDay({ options }: Question, { requested }: ReadLine): Day {
  return Math.max(requested, options.first);
}

function oneByOne(
  first: Question,
  settleLine: (question: Question, line: ReadLine) => SettledLine,
): SettledLine[] {
  let question = first;
  return first.request.lines.map((line) => {
    const found = settleLine(question, line);
    question = after(question, found.settled.at(-1)?.judgement);
    return found;
  });
}

/** The question of the plan with what was settled. */
function after(question: Question, judgement: Judgement | undefined): Question {
  return judgement?.trial === undefined ? question : question.of(judgement.trial.plan);
}

/** The earliest day on which a quantity of a line holds. */
export function earliestOf(
  question: Question,
  line: ReadLine,
  count: number = line.count,
  number = 0,
): FoundDay {
  const wantedOn = (day: Day): readonly Wanted[] => [{ line, count, day, number }];
  return earliestWith(question, firstDay(question, line), wantedOn);
}

/** The earliest day on which demands hold together. */
function earliestWith(
  question: Question,
  from: Day,
  wantedOn: (day: Day) => readonly Wanted[],
): FoundDay {
  const { everyDay, last } = question.options;
  const days = question.days(from, wantedOn);
  const search = everyDay ? firstOfAllDays : earliestDay;
  if (days.length > 0) return search((day) => question.judge(wantedOn(day)), days);
  return { day: undefined, judgement: from > last ? undefined : question.judge(wantedOn(from)) };
}

function wholeLine(question: Question, line: ReadLine): SettledLine {
  const { day, judgement } = earliestOf(question, line);
  if (day === undefined || judgement === undefined) {
    return nothingOf(question, line, refusalOf(judgement));
  }
  const settled = [{ wanted: judgement.wanted[0]!, question, judgement }];
  return { line, question, settled, openBecause: null, together: undefined };
}

/** Why nothing holds, by the last day that was tried. */
function refusalOf(judgement: Judgement | undefined): PromiseRefusal {
  if (judgement?.reason === "quota") return "quota";
  return judgement?.reason === "never" ? "noSource" : "horizon";
}

/** What is there on the day wanted, the rest as early as it holds, and what is there on the last day. */
function lineInParts(first: Question, line: ReadLine): SettledLine {
  const { last } = first.options;
  const settled: Settled[] = [];
  let question = first;
  let left = line.count;
  const take = (judgement: Judgement): void => {
    const wanted = judgement.wanted[0]!;
    settled.push({ wanted, question, judgement });
    question = after(question, judgement);
    left -= wanted.count;
  };
  const takePart = (day: Day): void => {
    const wanted = { line, count: left, day, number: settled.length };
    const part = largestPart(question, wanted);
    if (part?.judgement !== undefined) take(part.judgement);
  };
  if (firstDay(first, line) > last) return nothingOf(first, line, "horizon");
  takePart(firstDay(first, line));
  let openBecause: PromiseRefusal | null = null;
  if (left > 0) {
    const rest = earliestOf(question, line, left, settled.length);
    if (rest.day !== undefined && rest.judgement !== undefined) {
      take(rest.judgement);
    } else {
      openBecause = refusalOf(rest.judgement);
      takePart(last);
    }
  }
  return { line, question: first, settled, openBecause, together: undefined };
}

/** All lines on the first day on which they hold together. */
function together(question: Question): SettledLine[] {
  const { lines } = question.request;
  const { last } = question.options;
  const wantedOn = (day: Day): readonly Wanted[] =>
    lines.map((line) => ({ line, count: line.count, day, number: 0 }));
  const from = Math.max(...lines.map((line) => firstDay(question, line)));
  const { day, judgement } = earliestWith(question, from, wantedOn);
  const onFirst = from > last ? undefined : () => question.judge(wantedOn(from));
  if (day === undefined || judgement === undefined) {
    return lines.map((line) => nothingOf(question, line, refusalOf(judgement), onFirst));
  }
  return lines.map((line, n) => {
    const settled = [{ wanted: judgement.wanted[n]!, question, judgement }];
    return { line, question, settled, openBecause: null, together: onFirst };
  });
}

/** All lines on the days wanted, or nothing. */
function allOrNothing(question: Question): SettledLine[] {
  const { options, request } = question;
  const { lines } = request;
  const wanted = lines.map((line) => ({
    line,
    count: line.count,
    day: firstDay(question, line),
    number: 0,
  }));
  if (wanted.some(({ day }) => day > options.last)) {
    return lines.map((line) => nothingOf(question, line, "horizon"));
  }
  const judgement = question.judge(wanted);
  if (!judgement.holds || lines.some(({ requested }) => requested < options.first)) {
    const because = judgement.reason === "quota" ? "quota" : "notOnRequestedDate";
    return lines.map((line) => nothingOf(question, line, because, () => judgement));
  }
  return lines.map((line, n) => {
    const settled = [{ wanted: wanted[n]!, question, judgement }];
    return { line, question, settled, openBecause: null, together: () => judgement };
  });
}
