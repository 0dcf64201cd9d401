import { allowOriginsOf } from '../engine/reading/index.ts';
import type { Link } from './link.ts';

const ASK_MS = 10_000;

export type Allowing = ReturnType<typeof createAllowing>;

/** Lets the engine send where it was set up to: to webhooks, and to where measurements go. */
export const createAllowing = (link: Link, book: string) => {
  // Every page's engine may come to lead: each has to be allowed what was set up in any of them.
  const spawning = new BroadcastChannel(`${book}-allowed`);
  spawning.onmessage = () => {
    link.respawn();
  };
  return {
    /** Looks what is set up now. */
    look: async (): Promise<void> => {
      const outlets = await link.call((engine) => engine.outlets(), ASK_MS);
      const telemetry = await link.call((engine) => engine.telemetry(), ASK_MS);
      const urls = [
        ...outlets.flatMap(({ on, url }) => (on && url !== undefined ? [url] : [])),
        ...(telemetry.on ? [telemetry.endpoint] : []),
      ];
      if (!(await allowOriginsOf(urls))) return;
      spawning.postMessage('anew');
      link.respawn();
    },
    close: (): void => {
      spawning.close();
    },
  };
};
