import { liveQuery } from 'dexie';
import { asError, type Observable } from './observable.ts';
import { openRegistry } from './registry.ts';

type Registry = Awaited<ReturnType<typeof openRegistry>>;

/** What the book's registry says to a question, now and whenever that changes in any tab. */
export const liveRegistry = <Answer>(
  book: string,
  ask: (registry: Registry) => Promise<Answer>,
): Observable<Answer> => ({
  subscribe: (next, error) => {
    let leave: () => void = () => undefined;
    let left = false;
    const follow = async () => {
      const registry = await openRegistry(book);
      const subscription = liveQuery(() => ask(registry)).subscribe({
        next,
        error: (thrown: unknown) => error?.(asError(thrown)),
      });
      leave = () => {
        subscription.unsubscribe();
        registry.close();
      };
      if (left) leave();
    };
    follow().catch((thrown: unknown) => error?.(asError(thrown)));
    return () => {
      left = true;
      leave();
    };
  },
});
