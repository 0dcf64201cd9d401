import { once } from '../once.ts';
import type { EngineApi } from './api.ts';
import type { EngineConfig, OpenBook } from './book.ts';

/** Questions to the book as it was: loaded with the first of them. */
export const createPastDesk = (
  { followers }: Pick<EngineConfig, 'followers'>,
  opened: Promise<OpenBook>,
  mayAsk: EngineApi['mayAsk'],
): Pick<EngineApi, 'past' | 'leavePast'> & { readonly forget: () => void } => {
  const past = once(async () => {
    const { createPast } = await import('../past/index.ts');
    return createPast(await followers(), (await opened).feed);
  });
  return {
    past: async (asked, tell) => {
      if (!(await mayAsk(asked.query, asked.attemptId))) throw new Error('not-permitted');
      return (await past.get()).ask(asked, tell);
    },
    leavePast: async (attemptId) => {
      (await past.peek())?.leave(attemptId);
    },
    forget: () => {
      past.peek()?.then(
        (known) => {
          known.forget();
        },
        () => undefined,
      );
    },
  };
};
