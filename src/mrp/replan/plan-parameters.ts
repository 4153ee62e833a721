import type { MoreParameters, ParameterRows, Parameters, Problem } from "../input/problem.js";
import { PagedMap } from "../pages/index.js";
import type { PlanningRow } from "../schema/planning-input.js";

/** The lists whose rows say planning parameters. */
export const PARAMETER_LISTS = ["items", "itemSites", "sources"] as const;
export type ParameterList = (typeof PARAMETER_LISTS)[number];

/** Rows that say something else than before, by their numbers. */
export type ChangedParameterRows = {
  readonly [List in ParameterList]: ReadonlyMap<number, PlanningRow<List>>;
};

type Rows = { readonly [List in ParameterList]: PagedMap<PlanningRow<List>> };

/** What a plan has of planning parameters where they are not those of the first plan of its lineage. */
export class PlanParameters {
  private readonly problem: Problem;
  private readonly rows: Rows;
  private readonly read: PagedMap<MoreParameters>;

  /** @param problem - that of the first plan */
  constructor(problem: Problem, shared?: PlanParameters) {
    this.problem = problem;
    this.rows = {
      items: new PagedMap(shared?.rows.items),
      itemSites: new PagedMap(shared?.rows.itemSites),
      sources: new PagedMap(shared?.rows.sources),
    };
    this.read = new PagedMap(shared?.read);
  }

  fork(): PlanParameters {
    return new PlanParameters(this.problem, this);
  }

  /** A row as it stands now. */
  row<List extends ParameterList>(list: List, number: number): PlanningRow<List> {
    const later = this.rows[list] as PagedMap<PlanningRow<List>>;
    return later.get(number) ?? (this.problem.input[list]![number] as PlanningRow<List>);
  }

  at(item: number, site: number): Parameters {
    return (
      this.read.get(this.placeOf(item, site))?.parameters ?? this.problem.parameters(item, site)
    );
  }

  /**
   * Puts rows in the place of those with their numbers.
   *
   * @returns what they say of item-sites, still to be kept; `undefined` when they have mistakes
   */
  put({ items, itemSites, sources }: ChangedParameterRows): readonly MoreParameters[] | undefined {
    for (const [number, row] of items) this.rows.items.set(number, row);
    for (const [number, row] of itemSites) this.rows.itemSites.set(number, row);
    for (const [number, row] of sources) this.rows.sources.set(number, row);
    const rows: ParameterRows = {
      item: (row) => this.row("items", row),
      itemSite: (row) => this.row("itemSites", row),
      source: (row) => this.row("sources", row),
      changed: {
        items: [...items.keys()],
        itemSites: [...itemSites.keys()],
        sources: [...sources.keys()],
      },
    };
    return this.problem.readParameters(rows);
  }

  keep(more: readonly MoreParameters[]): void {
    for (const one of more) this.read.set(this.placeOf(one.item, one.site), one);
  }

  private placeOf(item: number, site: number): number {
    return item * this.problem.sites.length + site;
  }
}
