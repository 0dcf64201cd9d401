import type { EventLog } from '../../src/engine/ports.ts';

/** What a tab waits for that has died: for ever. */
const never = () => new Promise<never>(() => undefined);

export interface MortalLog {
  readonly log: EventLog;
  /** Resolves when the tab on it has died. */
  readonly dead: Promise<void>;
  /** Calls that were begun so far. */
  calls(): number;
}

/**
 * A log on which its tab dies at the nth call: `before` it is done, or `after` it was done and before anybody heard of it.
 * What it did until then lasts in `log`; of what it would have done next, nothing comes.
 */
export const mortalLog = (log: EventLog, nth: number, when: 'before' | 'after'): MortalLog => {
  let calls = 0;
  let die: () => void = () => undefined;
  const dead = new Promise<void>((resolve) => {
    die = resolve;
  });
  const passing =
    <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      calls += 1;
      if (calls < nth) return call(...given);
      if (calls === nth && when === 'after') await call(...given);
      die();
      return never();
    };
  return {
    dead,
    calls: () => calls,
    log: {
      append: passing((...given) => log.append(...given)),
      sync: passing((...given) => log.sync(...given)),
      head: passing((...given) => log.head(...given)),
      records: passing((...given) => log.records(...given)),
      streams: passing((...given) => log.streams(...given)),
      snapshots: passing((...given) => log.snapshots(...given)),
      keepSnapshot: passing((...given) => log.keepSnapshot(...given)),
      commits: passing((...given) => log.commits(...given)),
      keepOutcomes: passing((...given) => log.keepOutcomes(...given)),
      outcome: passing((...given) => log.outcome(...given)),
      refusals: passing((...given) => log.refusals(...given)),
      close: () => undefined,
    },
  };
};
