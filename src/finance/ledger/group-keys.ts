import type { LedgerKey } from "./ledger.js";
import type { LedgerStream } from "./ledger-stream.js";
import type { Entry, PostingPlace } from "./posting.js";
import type { BatchOf, PostingLeg } from "./posting-batch.js";
import { type Tuple, TupleCodes } from "./tuple-codes.js";

const LEG_KEYS = ["account", "cause", "element", "workCenter", "supplier"] as const;
const POINT_KEYS = ["item", "site", "segment", "family"] as const;
const ROW_KEYS = ["order", "supply", "demand", "customer"] as const;

type Asked<Key> = readonly Key[];

/** How many values a leg's key may have. */
const SIZES = { account: 32, cause: 32, element: 8 } as const;

/** The keys of a grouping as numbers: those of what is posted, of where, and of which row. */
export class GroupKeys {
  readonly by: readonly LedgerKey[];
  readonly legs = new TupleCodes();
  readonly points = new TupleCodes();
  readonly rows = new TupleCodes();
  readonly legKeys: Asked<(typeof LEG_KEYS)[number]>;
  readonly pointKeys: Asked<(typeof POINT_KEYS)[number]>;
  readonly rowKeys: Asked<(typeof ROW_KEYS)[number]>;
  /** Above every number of a leg, and of a row. */
  readonly legCount: number;
  readonly rowCount: number;
  /** By key of a leg: how many values it may have, and their numbers. */
  readonly #sizes: readonly number[];
  readonly #numbers: readonly Map<string | null, number>[];
  readonly #legCodes = new Map<number, number>();

  constructor(by: readonly LedgerKey[], streams: readonly LedgerStream[]) {
    this.by = by;
    this.legKeys = LEG_KEYS.filter((key) => by.includes(key));
    this.pointKeys = POINT_KEYS.filter((key) => by.includes(key));
    this.rowKeys = ROW_KEYS.filter((key) => by.includes(key));
    const settings = streams.map(({ parts }) => parts.setting);
    const sizeOf = (key: (typeof LEG_KEYS)[number]): number => {
      if (key !== "workCenter" && key !== "supplier") return SIZES[key];
      return settings.reduce((sum, { input }) => {
        const { workCenters = [], sources = [], supplies = [], routings = [] } = input;
        if (key === "workCenter") return sum + workCenters.length;
        const operations = routings.reduce((count, one) => count + one.operations.length, 0);
        return sum + sources.length + supplies.length + operations;
      }, 1);
    };
    this.#sizes = this.legKeys.map(sizeOf);
    this.#numbers = this.legKeys.map(() => new Map());
    this.legCount = this.#sizes.reduce((product, size) => product * size, 1);
    const rowsOf = ({ movements, plan }: (typeof settings)[number]): number =>
      plan.orders.length + movements.supplies.rows + movements.demands.count;
    this.rowCount =
      this.rowKeys.length === 0 ? 1 : settings.reduce((sum, one) => sum + rowsOf(one), 1);
  }

  /** Whether rows tell of which parts an amount consists. */
  get asksParts(): boolean {
    return (["cause", "element", "workCenter"] as const).some((key) => this.legKeys.includes(key));
  }

  legOf(
    leg: Pick<PostingLeg, "account" | "cause" | "element" | "workCenter">,
    supplier: string | null,
  ): number {
    const { legKeys } = this;
    if (legKeys.length === 0) return 0;
    let name = 0;
    for (let k = 0; k < legKeys.length; k++) {
      const key = legKeys[k]!;
      name = name * this.#sizes[k]! + this.#numberOf(k, key === "supplier" ? supplier : leg[key]);
    }
    let code = this.#legCodes.get(name);
    if (code === undefined) {
      code = this.legs.of(legKeys.map((key) => (key === "supplier" ? supplier : leg[key])));
      this.#legCodes.set(name, code);
    }
    return code;
  }

  /** Values of a leg's key are numbered as they come. */
  #numberOf(place: number, value: string | null): number {
    const numbers = this.#numbers[place]!;
    let number = numbers.get(value);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(value, number);
    }
    return number;
  }

  pointOf(place: Pick<Entry, (typeof POINT_KEYS)[number]>): number {
    const { pointKeys } = this;
    if (pointKeys.length === 0) return 0;
    return this.points.of(pointKeys.map((key) => place[key]));
  }

  rowOf(row: Pick<PostingPlace, "order" | "supply" | "demand" | "customer">): number {
    if (this.rowKeys.length === 0) return 0;
    return this.rows.of(this.rowKeys.map((key) => row[key]));
  }

  /** The texts of the keys in the order of the grouping. */
  textsOf(leg: number, point: number, row: number): Tuple {
    const [ofLeg, ofPoint, ofRow] = [
      this.legs.tuples[leg],
      this.points.tuples[point],
      this.rows.tuples[row],
    ];
    const find = (keys: readonly string[], tuple: Tuple | undefined, key: string) =>
      tuple?.[keys.indexOf(key)];
    return this.by.map(
      (key) =>
        find(this.legKeys, ofLeg, key) ??
        find(this.pointKeys, ofPoint, key) ??
        find(this.rowKeys, ofRow, key) ??
        null,
    );
  }
}

/** Numbers of the rows of a plan, found once each. */
export class RowCodes {
  readonly #keys: GroupKeys;
  readonly #stream: LedgerStream;
  readonly #known: Readonly<Record<"order" | "supply" | "demand", Int32Array>>;
  readonly #none: number;

  constructor(keys: GroupKeys, stream: LedgerStream) {
    this.#keys = keys;
    this.#stream = stream;
    const { movements, plan } = stream.parts.setting;
    const asked = (key: "order" | "supply", count: number): Int32Array =>
      new Int32Array(keys.rowKeys.includes(key) ? count : 0).fill(-1);
    const isOfDemand = keys.rowKeys.includes("demand") || keys.rowKeys.includes("customer");
    this.#known = {
      order: asked("order", plan.orders.length),
      supply: asked("supply", movements.supplies.rows),
      demand: new Int32Array(isOfDemand ? movements.demands.count : 0).fill(-1),
    };
    this.#none = keys.rowOf(NO_ROW);
  }

  /** Whether rows of a list have keys of their own. */
  asks(of: BatchOf): boolean {
    return of !== null && this.#known[of].length > 0;
  }

  of(list: BatchOf, ref: number): number {
    if (list === null) return this.#none;
    const known = this.#known[list];
    if (known.length === 0) return this.#none;
    let code = known[ref]!;
    if (code < 0) {
      code = this.#keys.rowOf(rowPlace(this.#stream, list, ref, this.#keys.rowKeys));
      known[ref] = code;
    }
    return code;
  }
}

type RowPlace = Pick<PostingPlace, "order" | "supply" | "demand" | "customer">;

const NO_ROW: RowPlace = { order: null, supply: null, demand: null, customer: null };

/** Which order, open supply or demand stands at a place; nobody else's key is looked up. */
export function rowPlace(
  stream: LedgerStream,
  of: BatchOf,
  ref: number,
  asked: Asked<keyof RowPlace> = ROW_KEYS,
): RowPlace {
  const { movements } = stream.parts.setting;
  switch (of) {
    case "order":
      return { ...NO_ROW, order: movements.orderId(ref) };
    case "supply":
      return { ...NO_ROW, supply: movements.supplies.id(ref) };
    case "demand": {
      const { demands } = movements;
      return {
        order: null,
        supply: null,
        demand: asked.includes("demand") ? demands.id(ref) : null,
        customer: asked.includes("customer") ? demands.customer(ref) : null,
      };
    }
    default:
      return NO_ROW;
  }
}

/** The supplier of a leg's row: a leg may name it, or say that it is the one of who takes it. */
export function supplierOf(
  stream: LedgerStream,
  leg: PostingLeg,
  batch: {
    readonly of: BatchOf;
    readonly ref: Int32Array;
    readonly takerSource: Int32Array | undefined;
  },
  n: number,
): string | null {
  if (leg.supplier !== "taker") return leg.supplier;
  const { movements } = stream.parts.setting;
  if (batch.of === "supply") return movements.supplies.supplier(batch.ref[n]!);
  const source = batch.takerSource?.[n] ?? -1;
  return source < 0 ? null : movements.source(leg.point![n]!, source).supplier;
}
