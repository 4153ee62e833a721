import {
  changeInput,
  type PlanChanges,
  type PlanningInput,
  PlanningInputError,
  planRequirements,
  replan,
} from "orlicky";
import { describe, expect, test } from "vitest";

const input: PlanningInput = {
  startDate: "2026-01-05",
  units: [{ id: "piece", decimals: 0 }],
  items: [
    { id: "frame", unit: "piece", units: [{ unit: "box", contains: 3 }] },
    { id: "paint", decimals: 2 },
  ],
  supplies: [
    {
      id: "wo",
      item: "frame",
      kind: "production",
      quantity: 8,
      due: "2026-01-12",
      components: [{ item: "paint", quantity: 4 }],
    },
  ],
  demands: [
    { id: "order", item: "paint", quantity: 5, due: "2026-01-16" },
    { id: "by the box", item: "frame", unit: "box", quantity: 2, due: "2026-01-16" },
  ],
};

/** What is refused, the same whether the changes are planned or not. */
function refusal(changes: unknown): string[] {
  const plan = planRequirements(input);
  const [planned, changed] = [
    () => replan(plan, changes as PlanChanges),
    () => changeInput(input, changes as PlanChanges),
  ].map((run) => {
    try {
      run();
    } catch (error) {
      if (!(error instanceof PlanningInputError)) throw error;
      return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
    }
    return [];
  });
  expect(planned).toEqual(changed);
  return changed!;
}

const kinds = [
  { kind: "receipt", supply: "wo" },
  { kind: "shipment", demand: "order" },
  { kind: "issue", supply: "wo", item: "paint" },
];

describe("A booked quantity", () => {
  test.each([
    ["invalidQuantity", "1/3"],
    ["invalidQuantity", "1e3"],
    ["invalidQuantity", -1],
    ["tooFine", "0.001"],
    ["tooFine", 1e-8],
    ["quantityOverflow", "99999999999999999999"],
  ])("is refused once, where it stands: %s for %j", (code, quantity) => {
    const bookings = kinds.map((booking) => ({ ...booking, quantity }));
    expect(refusal({ bookings })).toEqual(bookings.map((_, k) => `${code} bookings.${k}.quantity`));
  });

  test("is as fine as the unit of its item, unless it is rounded, converted or counted otherwise", () => {
    const half = { kind: "receipt", supply: "wo", quantity: "0.5" };
    expect(refusal({ bookings: [half] })).toEqual(["tooFine bookings.0.quantity"]);
    expect(refusal({ bookings: [half], conventions: { excessDigits: "round" } })).toEqual([]);
    expect(
      refusal({ bookings: [{ kind: "shipment", demand: "by the box", quantity: "0.5" }] }),
    ).toEqual([]);
    expect(
      refusal({
        bookings: [half],
        items: { change: [{ id: "frame", decimals: 1 }] },
      }),
    ).toEqual([]);
  });
});

test("What is issued to a subcontractor leaves the stock from which the order draws it (K45)", () => {
  const ofPainter: PlanningInput = {
    startDate: "2026-01-05",
    sites: [{ id: "plant" }, { id: "painter" }],
    items: [{ id: "lamp" }, { id: "shade" }],
    stock: [{ item: "shade", site: "painter", quantity: 10 }],
    supplies: [
      {
        id: "po",
        item: "lamp",
        site: "plant",
        kind: "subcontract",
        from: "painter",
        quantity: 6,
        due: "2026-01-12",
        components: [{ item: "shade", quantity: 6 }],
      },
    ],
  };
  const bookings = [{ kind: "issue", supply: "po", item: "shade", quantity: 4 }] as const;
  const { stock, supplies } = changeInput(ofPainter, { bookings });
  expect(stock).toEqual([{ item: "shade", site: "painter", quantity: "6" }]);
  expect(supplies![0]!.components).toEqual([{ item: "shade", quantity: "2" }]);
});

describe("Changes beside the lists", () => {
  test.each([
    ["invalidDate startDate", { startDate: 5 }],
    ["invalidDate startDate", { startDate: null }],
    ["invalidDate startDate", { startDate: "2026-02-30" }],
    ["invalidDate horizonEnd", { horizonEnd: 5 }],
    ["invalidType currency", { currency: 5 }],
    ["invalidType currency", { currency: "" }],
    ["invalidType conventions", { conventions: "none" }],
    ["invalidType bookings", { bookings: {} }],
  ])("are refused where they are of a wrong form: %s", (issue, changes) => {
    expect(refusal(changes)).toEqual([issue]);
  });
});
