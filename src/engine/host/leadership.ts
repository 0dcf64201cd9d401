/**
 * Holds the book's Web Lock for as long as this worker lives: the one that has it projects and runs processes and
 * jobs. When its tab dies the browser gives the lock to the next. It spares double work; safety never rests on it.
 * Gives the way to step down, which waits for `lead`'s own ending.
 */
export const standForLeadership = (
  book: string,
  lead: () => Promise<() => Promise<void>>,
): (() => Promise<void>) => {
  let stepDown: () => void = () => undefined;
  const steppedDown = new Promise<void>((resolve) => {
    stepDown = resolve;
  });
  const waiting = new AbortController();
  const reign = navigator.locks
    .request(`${book}-leader`, { signal: waiting.signal }, async () => {
      const end = await lead();
      await steppedDown;
      await end();
    })
    .catch((error: unknown) => {
      if (!waiting.signal.aborted) throw error;
    });
  return async () => {
    stepDown();
    waiting.abort();
    await reign;
  };
};

/** Holds a lock for as long as this worker lives; resolves once it is held. */
export const holdWhileAlive = (name: string): Promise<void> =>
  new Promise((held) => {
    void navigator.locks.request(name, () => {
      held();
      return new Promise<never>(() => undefined);
    });
  });
