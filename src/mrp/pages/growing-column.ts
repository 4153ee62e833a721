type Column = Int32Array | Float64Array | Uint8Array;

/** Room for rows that plans may add to those of one another: a small part, since most plans stay alone. */
const ROOM = 64;
/** Room for more where plans do add rows: a larger part, so that each row is copied a few times at most. */
const MORE_ROOM = 8;

/** A column of so many rows with room for some more behind them. */
export function withRoom<Kind extends Column>(make: (length: number) => Kind, rows: number): Kind {
  return make(rows + Math.ceil(rows / ROOM) + ROOM).subarray(0, rows) as Kind;
}

/** A column that begins with the rows of another. */
export function copied<Kind extends Column>(from: Kind, to: Kind): Kind {
  to.set(from);
  return to;
}

/**
 * A column with more rows. Those that are there are shared with it when there is room behind them,
 * else copied with room.
 */
export function lengthened<Kind extends Column>(column: Kind, rows: number): Kind {
  const make = column.constructor as {
    new (length: number): Kind;
    new (buffer: ArrayBufferLike, offset: number, length: number): Kind;
  };
  const end = column.byteOffset + rows * column.BYTES_PER_ELEMENT;
  if (end <= column.buffer.byteLength) return new make(column.buffer, column.byteOffset, rows);
  const longer = new make(rows + Math.ceil(rows / MORE_ROOM) + ROOM);
  longer.set(column);
  return longer.subarray(0, rows) as Kind;
}
