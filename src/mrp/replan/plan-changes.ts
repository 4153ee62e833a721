import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";

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
  "workCenters",
  "tools",
  "routings",
  "stock",
  "supplies",
  "demands",
  "allocations",
  "reservations",
] as const;

export type ChangedList = (typeof CHANGED_LISTS)[number];

/** The fields by which a row is known; what is not given there is not given in the row. */
export interface RowKeys {
  readonly calendars: string;
  readonly units: string;
  readonly sites: string;
  readonly items: string;
  readonly itemSites: { readonly item: string; readonly site?: string | undefined };
  readonly sources: Pick<
    PlanningRow<"sources">,
    "id" | "item" | "site" | "supplier" | "from" | "bomVersion" | "validFrom"
  > & { readonly kind?: PlanningRow<"sources">["kind"] | undefined };
  readonly boms: Pick<PlanningRow<"boms">, "item" | "site" | "version" | "validFrom">;
  readonly suppliers: string;
  readonly workCenters: string;
  readonly tools: string;
  readonly routings: string;
  readonly stock: Pick<
    PlanningRow<"stock">,
    "item" | "site" | "segment" | "lot" | "expires" | "status" | "availableFrom"
  >;
  readonly supplies: string;
  readonly demands: string;
  readonly allocations: Pick<PlanningRow<"allocations">, "item" | "site" | "segment" | "due">;
  readonly reservations: Pick<PlanningRow<"reservations">, "demand" | "supply" | "lot">;
}

/** A row of a list with its key, and of its other fields those that change. */
export type ChangedFields<Row, Key> = Partial<Row> &
  (Key extends string ? { readonly id: string } : Key);

/** What happens to the rows of a list. */
export interface RowChanges<Row, Key> {
  /** Rows that are added, or stand in the place of those with their key. */
  readonly put?: readonly Row[] | undefined;
  /** Fields of rows that are there, those of their key among them; their other fields stay. */
  readonly change?: readonly ChangedFields<Row, Key>[] | undefined;
  /** Keys of rows that are taken away: ids, or the fields that tell a row without id. */
  readonly remove?: readonly Key[] | undefined;
}

/** What was booked since: it changes stock and the orders or demands it belongs to together. */
export type Booking =
  /** A quantity of an open supply has arrived. */
  | {
      readonly kind: "receipt";
      readonly supply: string;
      readonly quantity: number | string;
      readonly lot?: string | undefined;
      readonly expires?: string | undefined;
    }
  /** A quantity was shipped for a demand. */
  | {
      readonly kind: "shipment";
      readonly demand: string;
      readonly quantity: number | string;
      readonly lot?: string | undefined;
    }
  /** A component was issued to a released order. */
  | {
      readonly kind: "issue";
      readonly supply: string;
      readonly item: string;
      readonly quantity: number | string;
      readonly lot?: string | undefined;
    };

/** Changes of a planning input: rows by list, what was booked, the planning start, the choices (R1). */
export type PlanChanges = {
  readonly [List in ChangedList]?: RowChanges<PlanningRow<List>, RowKeys[List]> | undefined;
} & {
  /** The new T0. */
  readonly startDate?: string | undefined;
  /** The new end of the horizon; `null`: the one that the rows give. */
  readonly horizonEnd?: string | null | undefined;
  readonly currency?: string | undefined;
  /** Choices that are made otherwise; the others stay. */
  readonly conventions?: PlanningInput["conventions"];
  /** Booked before the rows change, in their order. */
  readonly bookings?: readonly Booking[] | undefined;
};
