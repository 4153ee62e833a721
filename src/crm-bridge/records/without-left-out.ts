import type { CrmList } from "../schema/crm-records.js";
import type { CrmRow, Draft } from "./draft.js";

/**
 * A row without the forecast and the price lists that are left out: what a product costs, and what sales
 * expected beside a deal, is no reason not to plan them.
 *
 * @returns the row itself when it names none of them
 */
export function withoutLeftOut<List extends CrmList>(
  draft: Draft,
  row: CrmRow<List>,
): CrmRow<List> {
  const stands = (list: CrmList) => (id: string) =>
    draft.named(list, id).every(({ isLeftOut }) => !isLeftOut);
  const { forecast, priceLists } = row as {
    readonly forecast?: string | undefined;
    readonly priceLists?: readonly string[] | undefined;
  };
  const isPartOf = forecast === undefined || stands("forecasts")(forecast);
  const left = priceLists?.filter(stands("priceLists"));
  if (isPartOf && left?.length === priceLists?.length) return row;
  const fields = Object.entries(row).flatMap(([name, value]) => {
    if (name === "priceLists") return [[name, Object.freeze(left)]];
    return name === "forecast" && !isPartOf ? [] : [[name, value]];
  });
  return Object.freeze(Object.fromEntries(fields)) as unknown as CrmRow<List>;
}
