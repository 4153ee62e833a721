/**
 * A work centre never opens again on the side of a minute that was asked for, or not within the time
 * that can be written down.
 *
 * Recognise it by `name` (`"NoWorkTime"`), never by class.
 */
export class NoWorkTime extends Error {
  override readonly name = "NoWorkTime";
  /** Id of the work centre, or of the work time where it has none. */
  readonly workCenter: string;
  /** Whether time runs out after its work: it may well be open. */
  readonly isBeyondDays: boolean;

  constructor(workCenter: string, isBeyondDays = false) {
    super(`The work centre ${JSON.stringify(workCenter)} has no such open minute.`);
    this.workCenter = workCenter;
    this.isBeyondDays = isBeyondDays;
  }
}
