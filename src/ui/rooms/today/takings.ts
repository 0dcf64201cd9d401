interface Asked {
  readonly from: string;
  readonly ends: string[];
}

const midnight = (at: Date, days: number): Date =>
  new Date(at.getFullYear(), at.getMonth(), at.getDate() + days);

/** What `Sales` is asked for a person's own day. */
export const wholeDay = (now: Date): Asked => ({
  from: midnight(now, 0).toISOString(),
  ends: [midnight(now, 1).toISOString()],
});

/** And for the same day of the week before, until the same time: as far as today has come. */
export const weekBefore = (now: Date): Asked => {
  const then = new Date(now);
  then.setDate(then.getDate() - 7);
  return { from: midnight(then, 0).toISOString(), ends: [then.toISOString()] };
};
