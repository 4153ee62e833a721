import fc from "fast-check";
import { amount, countOf, written } from "./amounts.js";
import { draft, given, rareFlag, rarely, sometimes, upTo, type Value } from "./optional.js";
import { done, type Placed, place, placed, rowQuantity, writeQuantity } from "./places.js";
import { pick, type Scene, type SceneItem } from "./scene.js";

const component = draft({
  item: fc.nat(8),
  quantity: amount,
  due: rarely(fc.integer({ min: -3, max: 12 })),
});

const supply = draft({
  letter: fc.nat(25),
  place,
  quantity: rowQuantity,
  due: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 1, arbitrary: fc.integer({ min: -6, max: 0 }) },
  ),
  kind: fc.constantFrom("purchase", "production", "transfer", "subcontract"),
  lead: rarely(fc.nat(6)),
  firm: sometimes(fc.constant(true)),
  frozen: rareFlag,
  generous: sometimes(fc.constant(true)),
  completed: rarely(done),
  components: fc.array(component, { maxLength: 2 }),
  supplier: rarely(fc.nat(1)),
  from: rarely(fc.nat(1)),
  source: rarely(fc.nat(2)),
  version: rarely(fc.nat(2)),
  lasts: rarely(fc.integer({ min: -3, max: 15 })),
});

export const supplies = upTo(supply, 6);

export function writeSupplies(
  scene: Scene,
  of: Value<typeof supplies>,
  suppliers: readonly string[],
) {
  if (!scene.has("supplies")) return [];
  return of.flatMap((one, n) => {
    const at = placed(scene, one.place);
    if (at.item.phantom && !scene.has("phantomStock")) return [];
    const { fields, done: completed } = writeQuantity(
      scene,
      at.item,
      scene.has("resize") && one.generous ? beyondLevel(scene, one, at) : one.quantity,
      scene.has("completed") ? one.completed : undefined,
    );
    const order = writeOrder(scene, one, at);
    const isReleased =
      order.firm !== true && (order.kind === "production" || order.kind === "subcontract");
    const hasComponents = scene.has("components") && isReleased && one.components.length > 0;
    return [
      given({
        id: `${String.fromCharCode(97 + one.letter)}${n}`,
        ...at.fields,
        ...fields,
        due: scene.date(one.due),
        start: one.lead === undefined ? undefined : scene.date(one.due - one.lead),
        ...order,
        ...(hasComponents && order.kind === "subcontract"
          ? { from: issuedAt(scene, one, at) }
          : {}),
        frozen: scene.has("frozen") && one.frozen ? true : undefined,
        completed,
        components: hasComponents
          ? one.components.map((row) => writeComponent(scene, row))
          : undefined,
        supplier: one.supplier === undefined ? undefined : pick(suppliers, one.supplier),
        expires:
          scene.has("expiry") && one.lasts !== undefined
            ? scene.date(one.due + one.lasts)
            : undefined,
      }),
    ];
  });
}

/** More than the level up to which its item is ordered, so that it could be lowered. */
function beyondLevel(scene: Scene, { quantity }: Value<typeof supply>, { n, item, site }: Placed) {
  const { lotSizing, orderUpTo } = scene.figures(n, site);
  const inRule = lotSizing?.rule === "orderUpTo" ? lotSizing.orderUpTo : undefined;
  const level = inRule ?? orderUpTo ?? 0;
  const whole = quantity.amount.whole + Math.ceil(level / 10 ** item.decimals);
  return { ...quantity, amount: { ...quantity.amount, whole } };
}

/** What kind of order a supply is. A firm transfer names the site that ships, further on. */
function writeOrder(scene: Scene, of: Value<typeof supply>, { n, item, site }: Placed) {
  const shipping = scene.sites.slice(site + 1);
  const wasFirm = scene.has("firmOrders") && of.firm === true && !item.phantom;
  const kindOfOrder = scene.has("resize") && of.generous && !wasFirm ? "purchase" : of.kind;
  const kind =
    kindOfOrder === "transfer" && wasFirm && shipping.length === 0 ? "production" : kindOfOrder;
  const sources = scene
    .sources(n, site)
    .filter((source) => source.id !== undefined && source.kind === KIND_OF_SOURCE[kind]);
  const source = of.source === undefined ? undefined : pick(sources, of.source);
  const from =
    (kind === "transfer" && (wasFirm || of.from !== undefined)) ||
    (kind === "subcontract" && wasFirm && of.from !== undefined)
      ? (source?.from ?? pick(shipping, of.from ?? 0))
      : undefined;
  const versions = scene.versions(n, site);
  return given({
    kind,
    firm: wasFirm ? true : undefined,
    from,
    source: source?.id,
    bomVersion:
      of.version === undefined || kind === "transfer" ? undefined : pick(versions, of.version),
  });
}

/** K45: a released order says where its components are issued if some subcontractor has a stock of its own. */
function issuedAt(scene: Scene, { from }: Value<typeof supply>, { n, site }: Placed) {
  const sources = scene.sources(n, site).filter(({ kind }) => kind === "subcontract");
  const elsewhere = sources.flatMap((source) => (source.from === undefined ? [] : [source.from]));
  if (elsewhere.length === 0) return undefined;
  return pick([...elsewhere, scene.sites[site]!], from ?? 0);
}

const KIND_OF_SOURCE = {
  production: "make",
  subcontract: "subcontract",
  purchase: "buy",
  transfer: "transfer",
} as const;

function writeComponent(scene: Scene, { item, quantity, due }: Value<typeof component>) {
  const on = scene.items[item % scene.items.length] as SceneItem;
  return given({
    item: on.id,
    quantity: written(countOf(quantity, on.decimals), on.decimals),
    due: due === undefined ? undefined : scene.date(due),
  });
}
