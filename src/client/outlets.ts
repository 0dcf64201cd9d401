import { v7 } from 'uuid';
import type { Rejection } from '../kernel/index.ts';
import type { LetterDeed, Message, OutletChange, OutletStatus } from '../engine/outlets/index.ts';
import { allowOriginsOf, noticesChannelName } from '../engine/reading/index.ts';
import type { Link } from './link.ts';

const ASK_MS = 10_000;

/** Where messages of what happens go: set up here, kept by the engine. Each deed gives its refusal, if it was refused. */
export const createOutletsOf = (link: Link, book: string) => {
  // Every page's engine may come to lead: each has to be allowed what was set up in any of them.
  const spawning = new BroadcastChannel(`${book}-allowed`);
  spawning.onmessage = () => {
    link.respawn();
  };
  const list = (): Promise<readonly OutletStatus[]> => link.call((engine) => engine.outlets(), ASK_MS);
  const allow = async (): Promise<void> => {
    const urls = (await list()).flatMap(({ on, url }) => (on && url !== undefined ? [url] : []));
    if (!(await allowOriginsOf(urls))) return;
    spawning.postMessage('anew');
    link.respawn();
  };
  const settled = async (deed: Promise<Rejection | undefined>): Promise<Rejection | undefined> => {
    const rejection = await deed;
    if (!rejection) await allow();
    return rejection;
  };
  return {
    list,
    save: (change: OutletChange) => settled(link.call((engine) => engine.saveOutlet(change, v7()), ASK_MS)),
    remove: (id: string) => settled(link.call((engine) => engine.removeOutlet(id, v7()), ASK_MS)),
    /** Tries at once what waits for its next attempt. */
    hurry: (id: string): Promise<void> => link.call((engine) => engine.hurryOutlet(id), ASK_MS),
    settle: (deed: LetterDeed): Promise<Rejection | undefined> =>
      link.call((engine) => engine.settleLetter(deed, v7()), ASK_MS),
    /** Hears what is to be shown as a notice of the system. Gives the way to leave. */
    onNotice: (listener: (message: Message) => void): (() => void) => {
      const channel = new BroadcastChannel(noticesChannelName(book));
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        listener(data);
      };
      return () => {
        channel.close();
      };
    },
    close: (): void => {
      spawning.close();
    },
  };
};
