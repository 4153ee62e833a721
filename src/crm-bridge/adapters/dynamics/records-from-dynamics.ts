import type { CrmRecordsInput } from "../../schema/crm-records.js";
import { domainOf } from "../domain-of.js";
import { ForeignDraft } from "../foreign-draft.js";
import type { SafeForeignRecords } from "../foreign-issue.js";
import { parentLink } from "../foreign-link.js";
import { recordsOrRefusal, safeForeign } from "../foreign-records.js";
import { withOwnFields } from "../own-fields.js";
import { withoutNothing } from "../without-nothing.js";
import { currencyOf, type DynamicsDraft, opportunitiesOf, ordersOf } from "./dynamics-deals.js";
import { DYNAMICS_LISTS } from "./dynamics-lists.js";
import { dynamicsNotTaken } from "./dynamics-not-taken.js";
import { type DynamicsOptions, readDynamicsOptions } from "./dynamics-options.js";

/** Rows of Dynamics 365 as the Web API of Dataverse gives them; of each list all that are meant, or none. */
export interface DynamicsRecords {
  /** `account` */
  readonly accounts?: readonly unknown[] | undefined;
  /** `product` */
  readonly products?: readonly unknown[] | undefined;
  /** `opportunity` */
  readonly opportunities?: readonly unknown[] | undefined;
  /** `opportunityproduct` */
  readonly opportunityProducts?: readonly unknown[] | undefined;
  /** `salesorder` */
  readonly salesOrders?: readonly unknown[] | undefined;
  /** `salesorderdetail` */
  readonly salesOrderDetails?: readonly unknown[] | undefined;
}

/**
 * Makes records of those of Dynamics 365, and refuses them with every mistake.
 *
 * @param foreign - {@link DynamicsRecords}, or anything
 * @param options - what the records do not say: which day a time means, which currencies there are …
 * @returns records for `readCrmRecords`
 * @throws PlanningInputError with every mistake, each with the list and id of its record
 *
 * Source: the table reference of Dynamics 365 Sales; rules X1, K74.
 *
 * @example
 * ```ts
 * const { opportunities } = recordsFromDynamics(
 *   {
 *     opportunities: [
 *       {
 *         opportunityid: "5d6f2b9c-0c1e-ee11-9966-000d3a2b1c4d",
 *         _parentaccountid_value: "a16b3f4e-1e20-ed11-b83e-000d3a2b1c4d",
 *         statecode: 0,
 *         closeprobability: 60,
 *         estimatedclosedate: "2026-03-20",
 *       },
 *     ],
 *     opportunityProducts: [],
 *   },
 *   { system: "dynamics", dayOf: "utc", items: "code" },
 * );
 * opportunities?.map(({ status, probability }) => [status, probability]); // => [["open", "0.6"]]
 * ```
 */
export function recordsFromDynamics(
  foreign: DynamicsRecords,
  options: DynamicsOptions,
): CrmRecordsInput {
  return recordsOrRefusal(safeRecordsFromDynamics(foreign, options));
}

/**
 * Makes records of those of Dynamics 365, leaves out what is wrong, and says of each what it is.
 *
 * @param foreign - {@link DynamicsRecords}, or anything
 * @param options - what the records do not say: which day a time means, which currencies there are …
 * @returns records for `safeReadCrmRecords`, every mistake, and the records that are not taken
 * @throws PlanningInputError when the options are wrong, never for the records
 *
 * Source: the table reference of Dynamics 365 Sales; rules X1, K74.
 *
 * @example
 * ```ts
 * const { records, issues } = safeRecordsFromDynamics(
 *   { accounts: [{ accountid: "a16b3f4e", name: "Miller" }, { accountid: "a16b3f4f", name: 5 }] },
 *   { system: "dynamics", dayOf: "utc", items: "code" },
 * );
 * records.accounts?.map(({ name }) => name); // => ["Miller"]
 * issues.map(({ code, record }) => [code, record?.id]); // => [["invalidType", "a16b3f4f"]]
 * ```
 */
export function safeRecordsFromDynamics(
  foreign: DynamicsRecords,
  options: DynamicsOptions,
): SafeForeignRecords {
  const read = readDynamicsOptions(options);
  const lists = withOwnFields(DYNAMICS_LISTS, { ...read.fields });
  const draft = new ForeignDraft(lists, foreign, (value) => value === null, dynamicsNotTaken);
  const idOf = (id: string) => `${read.prefix ?? ""}${id}`;
  const accounts = accountsOf(draft, read, idOf);
  const products = productsOf(draft, read, idOf);
  const opportunities = opportunitiesOf(draft, read, idOf);
  const orders = ordersOf(draft, read, idOf);
  return safeForeign(draft, read.currency, { accounts, products, opportunities, orders });
}

type Options = ReturnType<typeof readDynamicsOptions>;
type IdOf = (id: string) => string;

function accountsOf(draft: DynamicsDraft, options: Options, idOf: IdOf) {
  const { system, accountNumbers } = options;
  const rows = draft.sound("accounts").map((entry) => {
    const { creditlimit: amount } = entry.row;
    const currency = amount === undefined ? undefined : currencyOf(draft, entry, options);
    return {
      entry,
      limit: amount === undefined ? undefined : withoutNothing({ amount, currency }),
    };
  });
  return rows.flatMap(({ entry: { row, isLeftOut }, limit }) => {
    if (isLeftOut) return [];
    const number = accountNumbers === undefined ? undefined : row.accountnumber;
    const parent = parentLink(draft, "accounts", row._parentaccountid_value);
    return [
      withoutNothing({
        id: idOf(row.accountid),
        name: row.name,
        externalIds: [
          { system, id: row.accountid },
          ...(number === undefined || number === ""
            ? []
            : [{ system: accountNumbers!, id: number }]),
        ],
        domain: domainOf(row.websiteurl),
        parent: parent === undefined ? undefined : idOf(parent),
        creditLimit: limit,
      }),
    ];
  });
}

function productsOf(draft: DynamicsDraft, { items }: Options, idOf: IdOf) {
  return draft.sound("products").flatMap((entry) => {
    const { row } = entry;
    const item = items === "code" ? row.productnumber : row.productid;
    if (item === undefined) {
      const message = `The field productnumber${draft.ownerOf(entry)} is missing. Its item of the plan is named by it.`;
      draft.refuse(entry, "missingField", ["productnumber"], message);
      return [];
    }
    const unit = row.defaultuomid?.name ?? row._defaultuomid_value;
    return [withoutNothing({ id: idOf(row.productid), item, name: row.name, unit })];
  });
}
