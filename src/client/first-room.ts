import type { Observable } from '../engine/reading/index.ts';
import { pause } from './deadline.ts';

/** Rows that are not there by then come from a read model that has yet to be made: the engine has to go on for that. */
const ROWS_MS = 300;
/** And when no room ever says that it is drawn. */
const LATEST_MS = 3_000;

const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** Tells when the first room stands with its rows: whatever that room does not need is loaded after that. */
export interface FirstRoom {
  readonly stands: Promise<void>;
  /** It does not stand yet. */
  isAwaited: () => boolean;
  /** The same answers; the room does not stand before the first of them. */
  watched: <Answer>(source: Observable<Answer>) => Observable<Answer>;
  /** To be called by the room that is drawn first. */
  drawn: () => void;
}

/** Nothing waits. */
export const NO_ROOM: FirstRoom = {
  stands: Promise.resolve(),
  isAwaited: () => false,
  watched: (source) => source,
  drawn: () => undefined,
};

export const createFirstRoom = (): FirstRoom => {
  let isAwaited = true;
  let stand: () => void = () => undefined;
  const stands = new Promise<void>((resolve) => (stand = resolve)).then(() => {
    isAwaited = false;
  });
  let unanswered = 0;
  let tellAnswered: () => void = () => undefined;
  setTimeout(stand, LATEST_MS);

  const answered = async (): Promise<void> => {
    await painted();
    while (unanswered > 0) await new Promise<void>((resolve) => (tellAnswered = resolve));
    await painted();
  };

  return {
    stands,
    isAwaited: () => isAwaited,
    watched: (source) => ({
      subscribe: (next, error) => {
        unanswered += 1;
        let waits = true;
        const had = (): void => {
          if (!waits) return;
          waits = false;
          unanswered -= 1;
          if (unanswered === 0) tellAnswered();
        };
        const leave = source.subscribe(
          (answer) => {
            next(answer);
            had();
          },
          (problem) => {
            error?.(problem);
            had();
          },
        );
        return () => {
          leave();
          had();
        };
      },
    }),
    drawn: () => void Promise.race([answered(), pause(ROWS_MS)]).then(stand),
  };
};
