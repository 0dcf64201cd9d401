import type { Client } from '../../client/index.ts';
import { troubleOf } from '../backup/copy-words.ts';
import { toasts } from '../parts/toasts.svelte.ts';
import { m } from '../words/index.ts';

/** Whoever leads looks at the second copy first of all, but may be busy for long. */
const LOOK_MS = 5_000;
const LOOKS = 12;

/** Says once after a start that the browser has spoiled the book or its second copy, wherever somebody is. */
export const tellOfCopy = (client: Pick<Client, 'health'>, looks = LOOKS): void => {
  setTimeout(() => {
    void client.health().then(
      (health) => {
        const trouble = troubleOf(health);
        if (trouble === undefined) {
          if (health.copy?.state !== 'keeping' && looks > 1) tellOfCopy(client, looks - 1);
          return;
        }
        const run = (): void => {
          location.hash = '#/settings?part=backup';
        };
        toasts.show(trouble, { tone: 'wrong', action: { label: m.shell_settings(), run } });
      },
      () => undefined,
    );
  }, LOOK_MS);
};
