import type { PlanningInput } from "../schema/planning-input.js";

/** The lists of the input whose rows may change. */
export const CHANGED_LISTS = [
  "calendars",
  "units",
  "sites",
  "items",
  "itemSites",
  "sources",
  "boms",
  "suppliers",
  "stock",
  "supplies",
  "demands",
  "allocations",
  "reservations",
] as const;

export type ChangedList = (typeof CHANGED_LISTS)[number];

export type RowOf<List extends ChangedList> = NonNullable<PlanningInput[List]>[number];

/** The fields by which a row is known; what is not given there is not given in the row. */
export interface RowKeys {
  readonly calendars: string;
  readonly units: string;
  readonly sites: string;
  readonly items: string;
  readonly itemSites: { readonly item: string; readonly site?: string };
  readonly sources: Pick<
    RowOf<"sources">,
    "id" | "item" | "site" | "supplier" | "from" | "bomVersion" | "validFrom"
  > & { readonly kind?: RowOf<"sources">["kind"] };
  readonly boms: Pick<RowOf<"boms">, "item" | "site" | "version" | "validFrom">;
  readonly suppliers: string;
  readonly stock: Pick<
    RowOf<"stock">,
    "item" | "site" | "segment" | "lot" | "expires" | "status" | "availableFrom"
  >;
  readonly supplies: string;
  readonly demands: string;
  readonly allocations: Pick<RowOf<"allocations">, "item" | "site" | "segment" | "due">;
  readonly reservations: Pick<RowOf<"reservations">, "demand" | "supply" | "lot">;
}

/** What happens to the rows of a list. */
export interface RowChanges<Row, Key> {
  /** Rows that are added, or stand in the place of those with their key. */
  readonly put?: readonly Row[];
  /** Fields of rows that are there, those of their key among them; their other fields stay. */
  readonly change?: readonly Partial<Row>[];
  /** Keys of rows that are taken away: ids, or the fields that tell a row without id. */
  readonly remove?: readonly Key[];
}

/** What was booked since: it changes stock and the orders or demands it belongs to together. */
export type Booking =
  /** A quantity of an open supply has arrived. */
  | {
      readonly kind: "receipt";
      readonly supply: string;
      readonly quantity: number | string;
      readonly lot?: string;
      readonly expires?: string;
    }
  /** A quantity was shipped for a demand. */
  | {
      readonly kind: "shipment";
      readonly demand: string;
      readonly quantity: number | string;
      readonly lot?: string;
    }
  /** A component was issued to a released order. */
  | {
      readonly kind: "issue";
      readonly supply: string;
      readonly item: string;
      readonly quantity: number | string;
      readonly lot?: string;
    };

/** Changes of a planning input: rows by list, what was booked, the planning start, the choices (R1). */
export type PlanChanges = {
  readonly [List in ChangedList]?: RowChanges<RowOf<List>, RowKeys[List]>;
} & {
  /** The new T0. */
  readonly startDate?: string;
  /** The new end of the horizon; `null`: the one that the rows give. */
  readonly horizonEnd?: string | null;
  readonly currency?: string;
  /** Choices that are made otherwise; the others stay. */
  readonly conventions?: PlanningInput["conventions"];
  /** Booked before the rows change, in their order. */
  readonly bookings?: readonly Booking[];
};
