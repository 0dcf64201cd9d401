import type { Client } from '../../client/index.ts';
import { troubleOf } from '../backup/copy-words.ts';
import { toasts } from '../parts/toasts.svelte.ts';
import { m } from '../words/index.ts';

/** By then whoever leads has looked at the second copy. */
const LOOK_MS = 5_000;

/** Says once after a start that the browser has spoiled the book or its second copy, wherever somebody is. */
export const tellOfCopy = (client: Pick<Client, 'health'>): void => {
  setTimeout(() => {
    void client.health().then(
      (health) => {
        const trouble = troubleOf(health);
        if (trouble === undefined) return;
        const run = (): void => {
          location.hash = '#/settings';
        };
        toasts.show(trouble, { tone: 'wrong', action: { label: m.shell_settings(), run } });
      },
      () => undefined,
    );
  }, LOOK_MS);
};
