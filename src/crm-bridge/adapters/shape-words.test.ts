import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { wrongValues } from "../../../test/support/crm/wrong-values.js";
import { crmRecordsSchema } from "../schema/crm-records.js";
import { DYNAMICS_LISTS } from "./dynamics/dynamics-lists.js";
import { ERPNEXT_LISTS } from "./erpnext/erpnext-lists.js";
import { HUBSPOT_LISTS } from "./hubspot/hubspot-lists.js";
import { ODOO_LISTS } from "./odoo/odoo-lists.js";
import { SALESFORCE_LISTS } from "./salesforce/salesforce-lists.js";

const SYSTEMS = Object.entries({
  Salesforce: SALESFORCE_LISTS,
  Odoo: ODOO_LISTS,
  ERPNext: ERPNEXT_LISTS,
  HubSpot: HUBSPOT_LISTS,
  Dynamics: DYNAMICS_LISTS,
}).flatMap(([system, lists]) =>
  Object.entries(lists).map(([list, { schema }]): [string, z.ZodType] => [
    `${list} of ${system}`,
    schema,
  ]),
);

/** What zod says by itself begins like this. */
const OF_ZOD = /^(Invalid|Too|Unrecognized)/;

describe("What is wrong with a value is said in the words of the library", () => {
  test.each<[string, z.ZodType]>([...SYSTEMS, ["records of a CRM", crmRecordsSchema]])(
    "%s",
    (_, schema) => {
      const issues = wrongValues(schema).flatMap(
        (value) => schema.safeParse(value).error?.issues ?? [],
      );
      expect(issues.length).toBeGreaterThan(50);
      const said = issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
      expect(said.filter((_, n) => OF_ZOD.test(issues[n]?.message ?? ""))).toEqual([]);
    },
  );
});
