import type { Path } from "./path.js";

/** What was found at one place. */
interface Finding {
  readonly code: string;
  readonly message: string;
}

/** A place in the input at which, or in which, something was found. */
interface FoundPlace {
  /** The value has a wrong form. */
  isUnsound: boolean;
  /** It has, or something in it. */
  holdsUnsound: boolean;
  first: Finding | undefined;
  /** What was found besides the first, which is all there is at most places. */
  others: Set<string> | undefined;
  next: Map<string | number, FoundPlace> | undefined;
}

function newPlace(): FoundPlace {
  return {
    isUnsound: false,
    holdsUnsound: false,
    first: undefined,
    others: undefined,
    next: undefined,
  };
}

/** The places of an input at which something was found; it knows what lies around each other. */
export class FoundPlaces {
  readonly #root = newPlace();

  /** Notes that a value has a wrong form. */
  addUnsound(path: Path): void {
    let place = this.#root;
    place.holdsUnsound = true;
    for (const key of path) {
      place = below(place, key);
      place.holdsUnsound = true;
    }
    place.isUnsound = true;
  }

  /** Notes what was found at a place. @returns whether it is new there */
  add(path: Path, finding: Finding): boolean {
    let place = this.#root;
    for (const key of path) place = below(place, key);
    const { first } = place;
    if (first === undefined) {
      place.first = finding;
      return true;
    }
    const { code, message } = finding;
    if (first.code === code && first.message === message) return false;
    place.others ??= new Set();
    const { size } = place.others;
    return place.others.add(`${code} ${message}`).size > size;
  }

  /** Whether something was found at a place. */
  has(path: Path): boolean {
    return this.#find(path)?.first !== undefined;
  }

  /** Whether a value, or what holds it, has a wrong form. */
  covers(path: Path): boolean {
    let place: FoundPlace | undefined = this.#root;
    for (const key of path) {
      place = place.next?.get(key);
      if (place === undefined) return false;
      if (place.isUnsound) return true;
    }
    return false;
  }

  /** Whether a value, or something in it, has a wrong form. */
  reaches(path: Path): boolean {
    return this.#find(path)?.holdsUnsound ?? false;
  }

  #find(path: Path): FoundPlace | undefined {
    let place: FoundPlace | undefined = this.#root;
    for (const key of path) place = place?.next?.get(key);
    return place;
  }
}

function below(place: FoundPlace, key: string | number): FoundPlace {
  place.next ??= new Map();
  let next = place.next.get(key);
  if (next === undefined) {
    next = newPlace();
    place.next.set(key, next);
  }
  return next;
}
