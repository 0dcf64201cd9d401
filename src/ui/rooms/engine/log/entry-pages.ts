import type { Client, EntriesAsked, EntriesPage, Entry } from '../../../../client/index.ts';
import type { PageOf, Source } from '../../../paging/listing.svelte.ts';

const PAGE = 100;
/** The engine was not there to be asked: it is asked again after this time. */
const AGAIN_MS = 1_000;

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const pageOf = (entries: readonly Entry[], next: number | undefined): PageOf<Entry> => ({
  rows: entries,
  ...(next !== undefined && { next: String(next) }),
});

/**
 * Pages of the log from its end backwards. With `live` the first one grows at its beginning as entries are written, so
 * that no other page has to be asked for again.
 */
export const entryPages =
  (log: Client['log'], asked: Omit<EntriesAsked, 'limit'>, live: boolean) =>
  (after: string | undefined): Source<PageOf<Entry>> => ({
    subscribe: (tell, fail) => {
      let left = false;
      const first = () =>
        log.entries({ ...asked, limit: PAGE, ...(after !== undefined && { before: Number(after) }) });

      /** What was written since; all of it anew when that is more than a page. */
      const grown = async (page: EntriesPage): Promise<EntriesPage> => {
        await log.untilAfter(page.head);
        const more = await log.entries({ ...asked, after: page.head, limit: PAGE });
        if (more.next !== undefined) return first();
        return { ...page, head: more.head, entries: [...more.entries, ...page.entries] };
      };

      const follow = async (): Promise<void> => {
        let page = await first();
        let shown: EntriesPage | undefined;
        while (!left) {
          if (page.entries !== shown?.entries) tell(pageOf(page.entries, page.next));
          shown = page;
          if (after !== undefined || !live) return;
          page = await grown(page).catch(async () => {
            await pause(AGAIN_MS);
            return page;
          });
        }
      };
      follow().catch((error: unknown) => {
        if (!left) fail?.(error as Error);
      });
      return () => {
        left = true;
      };
    },
  });
