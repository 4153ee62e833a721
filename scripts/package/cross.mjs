// Runs in a folder into which the packed tarball was installed: every subpath is loaded as an
// ES module and as CommonJS, and a plan made by one is read by every other.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { exports } = JSON.parse(readFileSync("node_modules/orlicky/package.json", "utf8"));
const subpaths = Object.keys(exports).filter((path) => !path.endsWith(".json"));

const faces = new Map();
for (const subpath of subpaths) {
  const name = subpath.replace(".", "orlicky");
  const esm = await import(name);
  const cjs = require(name);
  const names = (face) =>
    Object.keys(face)
      .filter((key) => key !== "default")
      .sort();
  assert.ok(names(esm).length > 0, `${name} exports nothing`);
  assert.deepEqual(names(cjs), names(esm), `${name} exports the same as ESM and as CommonJS`);
  faces.set(`${name} (ESM)`, esm).set(`${name} (CommonJS)`, cjs);
}

// One module, one copy of it: what a subpath shares with the root is the very same thing.
for (const kind of ["ESM", "CommonJS"]) {
  const root = faces.get(`orlicky (${kind})`);
  for (const [name, face] of faces) {
    if (!name.endsWith(`(${kind})`)) continue;
    for (const [key, value] of Object.entries(face)) {
      if (key === "default" || key === "module.exports" || !(key in root)) continue;
      assert.ok(value === root[key], `${key} of ${name} is another copy than that of the root`);
    }
  }
}

const input = {
  startDate: "2026-03-02",
  items: [{ id: "table" }, { id: "leg", onHand: 2, leadTime: 3 }],
  boms: [{ item: "table", lines: [{ item: "leg", quantity: "4" }] }],
  demands: [{ id: "order 1", item: "table", quantity: "5", due: "2026-03-20" }],
};
const wrong = { ...input, startDate: "2026-02-30" };

const planners = [...faces].filter(([, face]) => "planRequirements" in face);
assert.ok(planners.length >= 4, "the root and orlicky/mrp plan, as ESM and as CommonJS");
let expected;
let pairs = 0;
for (const [maker, made] of planners) {
  const plan = made.planRequirements(input);
  assert.equal(String([...plan.orders].find((order) => order.item === "leg").quantity), "18");
  const refused = made.safePlanRequirements(wrong);
  assert.equal(refused.ok, false);
  for (const [reader, read] of planners) {
    const where = `a plan of ${maker} read by ${reader}`;
    const changed = read.replan(plan, { demands: { change: [{ id: "order 1", quantity: 6 }] } });
    const again = made.replan(changed, { stock: { put: [{ item: "leg", quantity: 4 }] } });
    const legs = [...again.orders].find((order) => order.item === "leg");
    assert.equal(String(legs.quantity), "18", `replanned: ${where}`);
    const seen = JSON.stringify([
      read.planningRecord(plan, "leg"),
      [...read.lowLevelCodes(plan)],
      read.planFromJSON(JSON.parse(JSON.stringify(plan))),
    ]);
    expected ??= seen;
    assert.equal(seen, expected, where);
    pairs += 1;
  }
  assert.throws(
    () => made.planRequirements(wrong),
    (error) => error.name === "PlanningInputError" && error.code === "planningInput",
    `${maker} refuses what is wrong`,
  );
}

console.log(`${faces.size} faces loaded, ${pairs} pairs of maker and reader agree`);
