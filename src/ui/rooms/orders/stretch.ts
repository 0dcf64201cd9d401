/** A row that knows its place: the higher the text, the nearer to the top, or in a rising list the farther. Places are unique. */
export interface Placed {
  readonly sort: string;
}

/** A page of the list: what stands there, and where to go on; without `next` nothing stands below it. */
export interface Answer<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
}

/** As much of the list as is known, without gaps, from its top. */
export interface Stretch<Row extends Placed> {
  readonly rows: readonly Row[];
  /** The place down to which it is known; undefined: nothing is, or all of it. */
  readonly reached?: string | undefined;
  /** Nothing stands below. */
  readonly complete: boolean;
}

export const nothingKnown: Stretch<never> = { rows: [], complete: false };

/**
 * Lays an answer over what is known: between the place `after` which it was asked (undefined: the top) and the place
 * where it ends, only what it says is true; above and below what was known stays.
 */
export const lay = <Row extends Placed>(
  known: Stretch<Row>,
  after: string | undefined,
  { rows, next }: Answer<Row>,
  rising = false,
): Stretch<Row> => {
  const isBelow = (one: string, other: string): boolean => (rising ? one > other : one < other);
  const above = after === undefined ? [] : known.rows.filter((row) => !isBelow(row.sort, after));
  const below = next === undefined ? [] : known.rows.filter((row) => isBelow(row.sort, next));
  const complete = next === undefined || known.complete;
  const isFurther = known.reached === undefined || (next !== undefined && isBelow(next, known.reached));
  return {
    rows: [...above, ...rows, ...below],
    reached: complete ? undefined : isFurther ? next : known.reached,
    complete,
  };
};
