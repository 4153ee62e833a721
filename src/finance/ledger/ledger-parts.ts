import { ClearedDays } from "./cleared-days.js";
import { LedgerBase } from "./ledger-base.js";
import type { LedgerSetting } from "./ledger-setting.js";
import { OpenWork } from "./open-work.js";
import { routingWork } from "./routing-work.js";
import { SoldDemands } from "./sold-demands.js";
import { StandardParts } from "./standard-parts.js";
import { UnknownWork } from "./unknown-work.js";
import { WorkFactors } from "./work-factors.js";

/** What the batches of a plan are made with, each made when it is first needed. */
export class LedgerParts extends LedgerBase {
  readonly standards: StandardParts;
  readonly workFactors: WorkFactors;
  readonly clearedDays = new ClearedDays();
  #unknown: UnknownWork | undefined;
  #supplyPlaces: Int32Array | undefined;
  #startDays: Int32Array | undefined;
  #sold: SoldDemands | undefined;
  #openWork: OpenWork | undefined;
  #isWorkKnown: boolean | undefined;
  #hasSupplierWork: boolean | undefined;

  constructor(setting: LedgerSetting) {
    super(setting);
    this.workFactors = new WorkFactors(setting);
    this.standards = new StandardParts(setting, this.rows);
  }

  /** The places of open supplies, each its own. */
  get supplyPlaces(): Int32Array {
    const { rows } = this.setting.movements.supplies;
    this.#supplyPlaces ??= Int32Array.from({ length: rows }, (_, place) => place);
    return this.#supplyPlaces;
  }

  /** By open supply: the planning start, on which it is committed already. */
  get startDays(): Int32Array {
    const { movements, startDay } = this.setting;
    this.#startDays ??= new Int32Array(movements.supplies.rows).fill(startDay);
    return this.#startDays;
  }

  /** Demands as they are sold. */
  get sold(): SoldDemands {
    this.#sold ??= new SoldDemands(this.setting);
    return this.#sold;
  }

  /** At which stocking points work in process is not known. */
  get unknown(): UnknownWork {
    this.#unknown ??= new UnknownWork(this, this.openWork.incomplete);
    return this.#unknown;
  }

  /** Finds out where it is not known: that reads orders, so it comes before those of a point are read. */
  lookForUnknown(): void {
    this.#unknown ??= this.unknown;
  }

  /** Whether all that work costs is known, at every work centre and supplier. */
  get isWorkKnown(): boolean {
    const { planRate, model } = this.setting;
    this.#isWorkKnown ??=
      planRate !== undefined &&
      model.routings.every((routing) => {
        const { isHourCostMissing, isSubcontractMissing } = routingWork(routing);
        return !isHourCostMissing && !isSubcontractMissing;
      });
    return this.#isWorkKnown;
  }

  /** Whether suppliers work on an operation of some routing. */
  get hasSupplierWork(): boolean {
    const { routings } = this.setting.model;
    this.#hasSupplierWork ??= routings.some(({ operations }) =>
      operations.some(({ subcontract }) => subcontract !== undefined),
    );
    return this.#hasSupplierWork;
  }

  /** What is left of orders that were released. */
  get openWork(): OpenWork {
    this.#openWork ??= new OpenWork(this);
    return this.#openWork;
  }
}
