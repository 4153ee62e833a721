import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { formatDay, quantityToDecimal } from "../../src/core/index.js";
import {
  capacityModel,
  changeInput,
  Decimal,
  type Peg,
  type Plan,
  type PlanMovements,
  type PlannedOrder,
  type PlanningInput,
  pegs,
  planMovements,
  planningRecord,
  realMovements,
  replan,
  STOCK_MOVEMENT_KINDS,
  type StockMovementColumns,
  SUPPLY_MOVEMENT_KINDS,
  safePlanRequirements,
  stockingPoints,
} from "../../src/index.js";
import { planOf } from "../support/plan-of.js";
import { changeDraft, changesOf } from "../support/random/changes.js";
import { problem, problemOf } from "../support/random/problem.js";
import { realStock } from "../support/real-stock.js";
import { patience, runs } from "../support/runs.js";

const cases = { numRuns: Math.ceil(runs / 4) };

/** A row of columns with its names. */
interface Movement {
  readonly kind: (typeof STOCK_MOVEMENT_KINDS)[number];
  readonly date: string;
  readonly quantity: Decimal;
  readonly row: number;
  readonly times: number;
  readonly otherPoint: number;
  readonly otherSource: number;
  readonly otherDue: string;
}

function movementsAt(movements: PlanMovements, n: number): Movement[] {
  const decimals = movements.decimals(n);
  const of: StockMovementColumns = movements.stock(n);
  return Array.from({ length: of.count }, (_, k) => ({
    kind: STOCK_MOVEMENT_KINDS[of.kind[k]!]!,
    date: formatDay(of.day[k]!),
    quantity: quantityToDecimal(of.quantity[k]!, decimals),
    row: of.row[k]!,
    times: of.times?.[k] ?? 1,
    otherPoint: of.otherPoint[k]!,
    otherSource: of.otherSource[k]!,
    otherDue: formatDay(of.otherDue[k]!),
  }));
}

/** The orders of a stocking point with their places in the plan, equal ones each for itself. */
function ordersAt(
  movements: PlanMovements,
  n: number,
): readonly (readonly [number, Partial<PlannedOrder>])[] {
  const of = movements.orders(n);
  const decimals = movements.decimals(n);
  return Array.from({ length: of.count }, (_, k) => {
    const { id: source, kind, supplier, from } = movements.source(n, of.source?.[k] ?? 0);
    const order = {
      ...{ source, kind },
      quantity: quantityToDecimal(of.quantity[k]!, decimals),
      startQuantity: quantityToDecimal(of.startQuantity[k]!, decimals),
      orderDate: formatDay(of.orderDate[k]!),
      start: formatDay(of.start[k]!),
      release: formatDay(of.release[k]!),
      due: formatDay(of.due[k]!),
      ...(supplier === null ? {} : { supplier }),
      ...(from === null ? {} : { from }),
    };
    const times = of.times?.[k] ?? 1;
    return Array.from({ length: times }, (_equal, more) => [of.place[k]! + more, order] as const);
  }).flat();
}

/** Sums by name, without those that are 0, as texts. */
function sums<One>(
  all: Iterable<One>,
  nameOf: (one: One) => string | undefined,
  quantityOf: (one: One) => Decimal,
): string[] {
  const found = new Map<string, Decimal>();
  for (const one of all) {
    const name = nameOf(one);
    if (name !== undefined) {
      found.set(name, quantityOf(one).plus(found.get(name) ?? new Decimal(0)));
    }
  }
  return [...found]
    .filter(([, sum]) => !sum.isZero())
    .map(([name, sum]) => `${name}: ${sum.toFixed()}`)
    .sort();
}

/** What of a peg says who takes how much, and when. */
function nameOfTaker({ need }: Peg): string | undefined {
  switch (need.kind) {
    case "demand":
    case "order":
    case "supply":
      return `${need.kind} ${need.id} ${need.date}`;
    case "allocation":
      return `allocation ${need.date}`;
    default:
      return undefined;
  }
}

/** The same of a movement; equal orders each for itself. */
function* takersOf(
  plan: Plan,
  movements: PlanMovements,
  all: readonly Movement[],
): Iterable<{ readonly name: string; readonly quantity: Decimal }> {
  for (const { kind, date, quantity, row, times } of all) {
    if (kind === "demand") yield { name: `demand ${plan.demands.at(row)!.id} ${date}`, quantity };
    if (kind === "allocation") yield { name: `allocation ${date}`, quantity };
    if (kind === "issueToSupply" || kind === "transferOutToSupply") {
      yield { name: `supply ${movements.supplies.id(row)} ${date}`, quantity };
    }
    if (kind !== "issue" && kind !== "transferOut") continue;
    for (let k = row; k < row + times; k++) {
      yield { name: `order ${movements.orderId(k)} ${date}`, quantity: quantity.div(times) };
    }
  }
}

/** Of a source that a supply names. */
function supplierOf({ sources = [] }: PlanningInput, source: string | undefined): string | null {
  const named = sources.find(({ id }) => id !== undefined && id === source);
  return named?.supplier ?? null;
}

describe("What moves at a stocking point", () => {
  test.prop([problem], cases)(
    "adds up to the projected stock of its planning record, every day",
    (input) => {
      const plan = planOf(input);
      const movements = planMovements(plan);
      const points = stockingPoints(plan);
      expect(movements.pointCount).toBe(points.length);
      for (const [n, { item, site, segment }] of points.entries()) {
        expect(movements.point(n)).toEqual(points[n]);
        const byDay = new Map<string, Decimal>();
        for (const { date, quantity } of movementsAt(movements, n)) {
          byDay.set(date, quantity.plus(byDay.get(date) ?? 0));
        }
        let level = new Decimal(0);
        const { rows } = planningRecord(plan, item, { site, segment });
        for (const { date, projectedOnHand } of rows) {
          level = level.plus(byDay.get(date) ?? 0);
          expect(`${item} ${date}: ${level}`).toBe(`${item} ${date}: ${projectedOnHand}`);
        }
      }
    },
    patience,
  );

  test.prop(
    [fc.oneof(problem, problemOf({ with: ["scheduled", "supplies", "firmOrders"], without: [] }))],
    cases,
  )(
    "as it really comes it is the same of each, but scheduled supply comes on its own day, and what waits for it goes out then (K57, K75)",
    (input) => {
      const plan = planOf(input);
      const [planned, real] = [planMovements(plan), realMovements(plan)];
      for (const [n, point] of stockingPoints(plan).entries()) {
        const all = movementsAt(real, n);
        const nameOf = ({ kind, row }: Movement) => `${kind} ${row}`;
        const quantityOf = ({ quantity }: Movement) => quantity;
        const single = (found: readonly Movement[]) =>
          found.flatMap(({ row, times, quantity, ...one }) =>
            Array.from({ length: times }, (_, k) => ({
              ...{ ...one, row: row + k, times: 1, quantity: quantity.div(times) },
            })),
          );
        expect(sums(single(all), nameOf, quantityOf)).toEqual(
          sums(single(movementsAt(planned, n)), nameOf, quantityOf),
        );
        for (const [date, level] of realStock(plan, point)) {
          const there = all.filter((one) => one.date <= date);
          const sum = there.reduce((so, { quantity }) => so.plus(quantity), new Decimal(0));
          expect(`${point.item} ${date}: ${sum}`).toBe(`${point.item} ${date}: ${level}`);
        }
      }
    },
    patience,
  );

  test.prop([problem], cases)(
    "goes out as its pegs say: to whom, how much and when",
    (input) => {
      const plan = planOf(input);
      const movements = planMovements(plan);
      for (const [n, { item, site, segment }] of stockingPoints(plan).entries()) {
        const all = pegs(plan, item, { site, segment });
        const taken = sums(all, nameOfTaker, ({ quantity }) => quantity.negated());
        const own = takersOf(plan, movements, movementsAt(movements, n));
        expect(
          sums(
            own,
            ({ name }) => name,
            ({ quantity }) => quantity,
          ),
        ).toEqual(taken);
      }
    },
    patience,
  );

  test.prop([problem], cases)(
    "comes in with each order and open supply once and whole, and with those of other items as pegs say",
    (input) => {
      const plan = planOf(input);
      const movements = planMovements(plan);
      const came: string[] = [];
      for (const [n, { item, site, segment }] of stockingPoints(plan).entries()) {
        const all = movementsAt(movements, n);
        for (const { kind, date, quantity, row, times } of all) {
          if (kind === "supply") came.push(`supply ${row} ${item} ${date} ${quantity}`);
          if (kind !== "order") continue;
          for (let k = row; k < row + times; k++) {
            came.push(`order ${k} ${item} ${date} ${quantity.div(times)}`);
          }
        }
        const besides = all.flatMap(({ kind, date, quantity, row, times }) => {
          if (kind === "coProductOfSupply") {
            return [{ name: `${movements.supplies.id(row)} ${date}`, quantity }];
          }
          if (kind !== "coProduct") return [];
          return Array.from({ length: times }, (_, k) => ({
            name: `${movements.orderId(row + k)} ${date}`,
            quantity: quantity.div(times),
          }));
        });
        const pegged = sums(
          pegs(plan, item, { site, segment }),
          ({ supply }) => (supply.kind === "coProduct" ? `${supply.of} ${supply.due}` : undefined),
          ({ quantity }) => quantity,
        );
        expect(
          sums(
            besides,
            ({ name }) => name,
            ({ quantity }) => quantity,
          ),
        ).toEqual(pegged);
      }
      const planned = [
        ...Array.from(plan.orders, (one, k) => `order ${k} ${one.item} ${one.due} ${one.quantity}`),
        ...Array.from(
          plan.supplies,
          (one, k) => `supply ${k} ${one.item} ${one.date} ${one.newQuantity ?? one.quantity}`,
        ),
      ];
      expect(came.sort()).toEqual(planned.sort());
    },
    patience,
  );

  test.prop([problem], cases)(
    "names the stocking point and the due day of the order for which it goes out, or with which it comes",
    (input) => {
      const plan = planOf(input);
      const movements = planMovements(plan);
      const points = stockingPoints(plan);
      const withOrder = new Set<string>(["issue", "transferOut", "coProduct"]);
      const withSupply = new Set<string>([
        "issueToSupply",
        "transferOutToSupply",
        "coProductOfSupply",
      ]);
      for (let n = 0; n < movements.pointCount; n++) {
        for (const movement of movementsAt(movements, n)) {
          const { kind, row, times, otherPoint, otherSource, otherDue } = movement;
          if (withOrder.has(kind)) {
            const { id, kind: made } = movements.source(otherPoint, otherSource);
            for (let k = row; k < row + times; k++) {
              const { item, site, segment, due, source, kind: as } = plan.orders.at(k)!;
              expect({ ...points[otherPoint], due: otherDue, source: id, as: made }).toMatchObject({
                ...{ item, site, segment, due, source, as },
              });
            }
            const isTransfer = plan.orders.at(row)!.kind === "transfer";
            expect(kind === "transferOut").toBe(isTransfer && kind !== "coProduct");
          } else if (withSupply.has(kind)) {
            const { supplies } = movements;
            expect([otherPoint, otherDue]).toEqual([
              supplies.point[row],
              formatDay(supplies.day[row]!),
            ]);
            const isTransfer = SUPPLY_MOVEMENT_KINDS[supplies.kind[row]!] === "transfer";
            expect(kind === "transferOutToSupply").toBe(isTransfer);
            expect(otherSource).toBe(-1);
          } else expect([otherPoint, otherSource]).toEqual([-1, -1]);
        }
      }
    },
    patience,
  );
});

describe("The columns of a plan", () => {
  test.prop([problem], cases)(
    "hold its orders, their sources with them",
    (input) => {
      const plan = planOf(input);
      const movements = planMovements(plan);
      const found: Partial<PlannedOrder>[] = [];
      for (const [n, { item, site, segment }] of stockingPoints(plan).entries()) {
        for (const [place, order] of ordersAt(movements, n)) {
          found[place] = { ...order, id: movements.orderId(place), item, site, segment };
        }
      }
      expect(found.length).toBe(plan.orders.length);
      for (const [k, order] of Array.from(plan.orders).entries()) {
        expect(order).toMatchObject(found[k]!);
      }
    },
    patience,
  );

  test.prop([problem], { numRuns: Math.ceil(runs / 8) })(
    "say of each stocking point the excess that its message says",
    (input) => {
      const plan = planOf(input);
      const movements = planMovements(plan);
      const found = Array.from({ length: movements.pointCount }, (_, n) => {
        const { item, site, segment } = movements.point(n);
        const quantity = quantityToDecimal(movements.excess(n), movements.decimals(n));
        return { item, site, segment, quantity: `${quantity}` };
      });
      const said = plan.messages.toJSON().flatMap((message) => {
        if (message.code !== "excess") return [];
        const { item, site, segment, quantity } = message;
        return [{ item, site, segment, quantity: `${quantity}` }];
      });
      const byText = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
      expect(byText(found.filter(({ quantity }) => quantity !== "0"))).toEqual(byText(said));
    },
    patience,
  );

  test.prop([problemOf({ with: ["routings"], without: ["reservations"] })], {
    numRuns: Math.ceil(runs / 8),
  })(
    "know how each order is made",
    (input) => {
      const plan = planOf(input);
      const movements = planMovements(plan);
      const model = capacityModel(plan);
      for (let n = 0; n < movements.pointCount; n++) {
        const { count, place, source, start } = movements.orders(n);
        for (let k = 0; k < count; k++) {
          const routing = movements.routing(n, source?.[k] ?? 0, start[k]!);
          expect(routing?.id).toBe(model.routingOfOrder(plan.orders.at(place[k]!)!)?.id);
        }
      }
    },
    patience,
  );

  test.prop([problem, changeDraft], { numRuns: Math.ceil(runs / 8) })(
    "are those of a full run after a change, too",
    (input, draft) => {
      const before = planOf(input);
      const changes = changesOf(input, draft);
      const anew = safePlanRequirements(changeInput(input, changes));
      fc.pre(anew.ok);
      const textOf = (plan: Plan): readonly string[] => {
        const movements = planMovements(plan);
        return Array.from({ length: movements.pointCount }, (_, n) =>
          JSON.stringify([
            movements.point(n),
            movementsAt(movements, n)
              .map((one) => JSON.stringify(one))
              .sort(),
            ordersAt(movements, n),
          ]),
        );
      };
      expect(textOf(replan(before, changes))).toEqual(textOf(anew.plan));
    },
    patience,
  );

  test.prop([problem], cases)(
    "hold its open supplies and demands, each with its stocking point",
    (input) => {
      const plan = planOf(input);
      const movements = planMovements(plan);
      const { demands, supplies } = movements;
      const points = stockingPoints(plan);
      expect([supplies.count, demands.count]).toEqual([plan.supplies.length, plan.demands.length]);
      for (const [k, one] of Array.from(plan.supplies).entries()) {
        const row = input.supplies!.find(({ id }) => id === one.id)!;
        const point = supplies.point[k]!;
        expect(points[point]).toMatchObject({
          item: one.item,
          site: one.site,
          segment: one.segment,
        });
        expect(supplies.first[point]).toBeLessThanOrEqual(k);
        expect(supplies.first[point + 1]).toBeGreaterThan(k);
        expect({
          id: supplies.id(k),
          supplier: supplies.supplier(k),
          kind: SUPPLY_MOVEMENT_KINDS[supplies.kind[k]!],
          isFirm: supplies.isFirm[k] === 1,
          date: formatDay(supplies.day[k]!),
          due: formatDay(supplies.due[k]!),
          quantity: `${quantityToDecimal(supplies.quantity[k]!, movements.decimals(point))}`,
        }).toEqual({
          id: one.id,
          supplier: row.supplier ?? supplierOf(input, row.source),
          kind: row.kind,
          isFirm: row.kind !== "purchase" && row.firm === true,
          date: one.date,
          due: one.due,
          quantity: `${one.newQuantity ?? one.quantity}`,
        });
      }
      for (const [k, one] of Array.from(plan.demands).entries()) {
        const row = input.demands!.find(({ id }) => id === one.id)!;
        const point = demands.point[k]!;
        expect(points[point]).toMatchObject({
          item: one.item,
          site: one.site,
          segment: one.segment,
        });
        const available = demands.available(k);
        expect({
          id: demands.id(k),
          customer: demands.customer(k),
          due: formatDay(demands.due[k]!),
          isInterplant: demands.isInterplant[k] === 1,
          quantity: `${quantityToDecimal(demands.quantity[k]!, movements.decimals(point))}`,
          available: available === null ? null : formatDay(available),
          daysLate: demands.daysLate(k),
        }).toEqual({
          id: one.id,
          customer: one.customer ?? null,
          due: one.due,
          isInterplant: row.kind === "interplant",
          quantity: `${one.quantity}`,
          available: one.available,
          daysLate: one.daysLate,
        });
      }
    },
    patience,
  );
});
