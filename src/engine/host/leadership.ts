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

const openName = (book: string): string => `${book}-open`;

/**
 * Held by every worker that has the book open, by all of them together. Gives the way to let go of it. `onTaken`: another
 * worker would not wait any longer.
 */
export const holdOpen = (book: string, onTaken: () => void): Promise<() => void> =>
  new Promise((held) => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    navigator.locks
      .request(openName(book), { mode: 'shared' }, () => {
        held(release);
        return released;
      })
      .catch(onTaken);
  });

/** Resolves once nobody does anything in the place of those who had the book open. */
export const untilNobodyReplaces = async (book: string): Promise<void> => {
  await navigator.locks.request(openName(book), { mode: 'shared' }, () => undefined);
};

/** A tab that sleeps can't let go: then it is taken from it. */
const PATIENCE_MS = 5_000;

/**
 * Does it while nobody has the book open, once all those who have it have been asked to `makeWay`. Whoever opens it from
 * then on waits until it is done.
 */
export const whileNobodyHolds = async (
  book: string,
  work: () => Promise<void>,
  makeWay: () => Promise<void>,
): Promise<void> => {
  const impatience = new AbortController();
  let begun = false;
  const patient = navigator.locks.request(openName(book), { signal: impatience.signal }, () => {
    begun = true;
    return work();
  });
  // Answered once the request stands in line: a tab that makes way and comes back at once is to stand behind it.
  await navigator.locks.query();
  await makeWay();
  const timer = setTimeout(() => {
    if (!begun) impatience.abort();
  }, PATIENCE_MS);
  await patient
    .catch((error: unknown) => {
      if (!impatience.signal.aborted) throw error;
      return navigator.locks.request(openName(book), { steal: true }, work);
    })
    .finally(() => {
      clearTimeout(timer);
    });
};
