import { bike, chapter, right, supply, twoSites, wheel } from "./chapter.js";

chapter("A source", [
  [
    "from a site to itself",
    { ...twoSites, sources: [{ item: "wheel", site: "north", kind: "transfer", from: "north" }] },
    "contradiction",
    ["sources", 0, "from"],
    ['The from ("north")', "is the site itself", "Name the site that ships"],
  ],
  [
    "of a transfer that names no site",
    { ...twoSites, sources: [{ item: "wheel", site: "north", kind: "transfer" }] },
    "missingField",
    ["sources", 0, "from"],
    ["names the site that ships"],
  ],
  [
    "of a buy that names a site",
    { ...twoSites, sources: [{ item: "wheel", site: "north", kind: "buy", from: "south" }] },
    "contradiction",
    ["sources", 0, "from"],
    ['kind "transfer", not "buy"'],
  ],
  [
    "of a make that names a supplier",
    { ...right, sources: [{ item: "bike", kind: "make", supplier: "smith" }] },
    "contradiction",
    ["sources", 0, "supplier"],
    ['kind "buy", not "make"'],
  ],
  [
    "of a buy that names a version",
    { ...right, sources: [{ item: "bike", kind: "buy", bomVersion: "A" }] },
    "contradiction",
    ["sources", 0, "bomVersion"],
    ['kind "make", not "buy"'],
  ],
  [
    "of a phantom",
    {
      ...right,
      items: [{ ...bike, phantom: true }, wheel],
      sources: [{ item: "bike", kind: "make" }],
    },
    "contradiction",
    ["sources", 0, "item"],
    ["phantom"],
  ],
  [
    "whose greatest quantity lies below its least",
    { ...right, sources: [{ item: "wheel", kind: "buy", minQuantity: 5, maxQuantity: 4 }] },
    "contradiction",
    ["sources", 0, "maxQuantity"],
    ["(4)", "(5)"],
  ],
  [
    "that no row tells from another",
    {
      ...right,
      sources: [
        { item: "wheel", kind: "buy", supplier: "smith", leadTime: 1 },
        { item: "wheel", kind: "buy", supplier: "smith", leadTime: 2 },
      ],
    },
    "contradiction",
    ["sources", 1],
    ["sources[0]", "Give one of them an id or another rank"],
  ],
]);

chapter("A supply", [
  [
    "that is firm and names a source of another kind",
    {
      ...right,
      sources: [{ id: "market", item: "bike", kind: "buy" }],
      supplies: [{ ...supply, item: "bike", kind: "production", firm: true, source: "market" }],
    },
    "contradiction",
    ["supplies", 0, "source"],
    ["is a buy", '"production"', "Name a source that fits"],
  ],
  [
    "of a transfer from a site to itself",
    { ...twoSites, supplies: [{ ...supply, site: "north", kind: "transfer", from: "north" }] },
    "contradiction",
    ["supplies", 0, "from"],
    ["is the site itself"],
  ],
  [
    "of a firm transfer from nowhere",
    { ...twoSites, supplies: [{ ...supply, site: "north", kind: "transfer", firm: true }] },
    "missingField",
    ["supplies", 0, "from"],
    ['"s1"', "names the site that ships"],
  ],
  [
    "of a purchase that names a site",
    { ...twoSites, supplies: [{ ...supply, site: "north", from: "south" }] },
    "contradiction",
    ["supplies", 0, "from"],
    ['"s1"', 'not to kind "purchase"'],
  ],
  [
    "of a purchase with components",
    { ...right, supplies: [{ ...supply, components: [{ item: "wheel", quantity: 1 }] }] },
    "contradiction",
    ["supplies", 0, "components"],
    ['"s1"', 'kind is "purchase"'],
  ],
  [
    "that is a firm order of a phantom",
    {
      ...right,
      items: [{ ...bike, phantom: true }, wheel],
      supplies: [{ ...supply, item: "bike", kind: "production", firm: true }],
    },
    "contradiction",
    ["supplies", 0, "firm"],
    ['"s1"', '"bike" is a phantom'],
  ],
  [
    "of a firm order with components",
    {
      ...right,
      supplies: [
        {
          ...supply,
          item: "bike",
          kind: "production",
          firm: true,
          components: [{ item: "wheel", quantity: 1 }],
        },
      ],
    },
    "contradiction",
    ["supplies", 0, "components"],
    ["exploded through its bill"],
  ],
]);

chapter("Several sites", [
  [
    "and a row that names none",
    { ...twoSites, stock: [{ item: "wheel", quantity: 1 }] },
    "missingField",
    ["stock", 0, "site"],
    ["every row names its own"],
  ],
  [
    "and stock on hand of an item, at which one",
    { ...twoSites, items: [{ id: "wheel", onHand: 1 }] },
    "contradiction",
    ["items", 0, "onHand"],
    ["The onHand (1)", "2 sites"],
  ],
  [
    "and stock on hand of an item and of an item-site",
    { ...right, items: [bike, { ...wheel, onHand: 1 }], itemSites: [{ item: "wheel", onHand: 1 }] },
    "contradiction",
    ["itemSites", 0, "onHand"],
    ["Keep one"],
  ],
]);
