import { demand, type InterpretationCase, purchase, workingWeek } from "./problem.js";

export const time: readonly InterpretationCase[] = [
  {
    k: "K1",
    shows: "a need is netted early by its safety time, but left out by its own due day",
    input: {
      horizonEnd: "2026-01-10",
      items: [{ id: "a", safetyTime: 2 }],
      demands: [demand("inside", 1, 10), demand("beyond", 2, 11)],
    },
    orders: ["a 1 2026-01-08 > 2026-01-08"],
    messages: ["beyondHorizon count 1 quantity 2"],
  },
  {
    k: "K2",
    shows: "no lead time is the same day, working or not; one day is the working day before",
    input: {
      ...workingWeek,
      items: [{ id: "a" }, { id: "b" }],
      sources: [
        { item: "a", kind: "make", leadTime: 0 },
        { item: "b", kind: "make", leadTime: 1 },
      ],
      demands: [demand("d", 1, 12, "a"), demand("e", 1, 12, "b")],
    },
    orders: ["a 1 2026-01-12 > 2026-01-12", "b 1 2026-01-09 > 2026-01-12"],
  },
  {
    k: "K3",
    shows: "a new order arrives after release, lead and receiving time of the source valid at T0",
    input: {
      conventions: { rescheduling: "achievable" },
      items: [{ id: "a", releaseTime: 1, receivingTime: 1 }],
      sources: [
        { id: "later", item: "a", kind: "buy", leadTime: 0, rank: 1, validFrom: "2026-01-06" },
        { id: "now", item: "a", kind: "buy", leadTime: 2, rank: 2 },
      ],
      supplies: [purchase("po", 5, 20)],
      demands: [demand("d", 5, 9)],
    },
    orders: [],
    supplies: ["po 2026-01-09 for 2026-01-09"],
    messages: ["expedite po from 2026-01-20 to 2026-01-09 quantity 5"],
  },
  {
    k: "K3",
    shows: "what goes out on a day off without a lead time is received on the next working day",
    input: {
      calendars: [{ id: "c", exceptions: [{ date: "2026-01-05", working: false }] }],
      sites: [{ id: "main", calendar: "c" }],
      items: [{ id: "a", method: "reorderPoint", reorderPoint: 5 }],
    },
    orders: ["a 5 2026-01-05 > 2026-01-06"],
  },
  {
    // V works on Wednesdays: the 7th, three days on is the 10th, the next working day the 12th.
    k: "K3",
    shows: "an order at the planning start begins when its supplier works",
    input: {
      calendars: [...workingWeek.calendars!, { id: "wednesdays", workingDays: ["wed"] }],
      sites: workingWeek.sites!,
      suppliers: [{ id: "V", calendar: "wednesdays" }],
      items: [{ id: "a", method: "reorderPoint", reorderPoint: 5 }],
      sources: [{ item: "a", kind: "buy", supplier: "V", leadTime: 3 }],
    },
    orders: ["a 5 2026-01-07 > 2026-01-12"],
  },
  {
    // From Wednesday the 7th four days on is the 11th; the day wanted, the 9th, is too early.
    k: "K3",
    shows: "so does one by which open supply is moved in no earlier than a new order can arrive",
    input: {
      calendars: [{ id: "wednesdays", workingDays: ["wed"] }],
      suppliers: [{ id: "V", calendar: "wednesdays" }],
      conventions: { rescheduling: "achievable" },
      items: [{ id: "a" }],
      sources: [{ item: "a", kind: "buy", supplier: "V", leadTime: 4 }],
      supplies: [purchase("po", 5, 20)],
      demands: [demand("d", 5, 9)],
    },
    orders: ["a 5 2025-12-31 > 2026-01-09"],
    supplies: ["po 2026-01-11 for 2026-01-09"],
    messages: ["expedite po from 2026-01-20 to 2026-01-11 quantity 5", "startsInPast"],
  },
  {
    k: "K20",
    shows: "forecast whose last day is past is dropped and said; one that reaches T0 counts whole",
    input: {
      items: [{ id: "a" }],
      demands: [
        { ...demand("gone", 5, 1), kind: "forecast", until: "2026-01-04" },
        { ...demand("runs", 7, 1), kind: "forecast", until: "2026-01-05" },
      ],
    },
    orders: ["a 7 2026-01-05 > 2026-01-05"],
    messages: ["inputAdjusted"],
  },
];
