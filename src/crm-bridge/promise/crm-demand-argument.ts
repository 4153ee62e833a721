import { exactNumber, identifier, listOf, optional, type Place } from "../../core/index.js";
import { identifierOrNull, withFields } from "./some-fields.js";

/** Reads of a demand from records what a request takes of it. */
export function crmDemandArgument(value: unknown, place: Place) {
  return withFields(value, place, "what demandFromCrm returned", (field) => ({
    demands: field("demands", listOf(demandArgument)),
    account: field("account", listOf(accountArgument)),
    items: field("items", listOf(itemArgument)),
    units: field("units", listOf(unitArgument)),
  }));
}

function demandArgument(value: unknown, place: Place) {
  return withFields(value, place, "a demand", (field) => ({
    id: field("id", identifier),
    item: field("item", identifier),
    site: field("site", optional(identifier)),
    segment: field("segment", optional(identifier)),
    due: field("due", identifier),
  }));
}

function accountArgument(value: unknown, place: Place) {
  return withFields(value, place, "a row of the account", (field) => ({
    record: field("record", (record, at) =>
      withFields(record, at, "the name of a record", (of) => ({
        list: of("list", identifier),
        id: of("id", identifier),
        // A campaign, a return and a need of service have no lines.
        line: of("line", identifierOrNull),
      })),
    ),
    shipped: field("shipped", exactNumber(0)),
    takenFrom: field("takenFrom", listOf(takenArgument)),
    demands: field("demands", listOf(identifier)),
  }));
}

function takenArgument(value: unknown, place: Place) {
  return withFields(value, place, "what a forecast gave up", (field) => ({
    quantity: field("quantity", exactNumber(0)),
  }));
}

function unitArgument(value: unknown, place: Place) {
  return withFields(value, place, "a unit", (field) => ({
    product: field("product", identifier),
    unit: field("unit", identifier),
    contains: field("contains", exactNumber(0)),
  }));
}

function itemArgument(value: unknown, place: Place): string {
  return withFields(value, place, "an item", (field) => field("id", identifier));
}
