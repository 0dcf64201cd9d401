import { v7 } from 'uuid';
import type { Rejection } from '../kernel/index.ts';
import type {
  LetterDeed,
  Message,
  OutletChange,
  OutletStatus,
  OutletTested,
} from '../engine/outlets/index.ts';
import { noticesChannelName } from '../engine/reading/index.ts';
import type { Allowing } from './allowing.ts';
import type { Link } from './link.ts';

const ASK_MS = 10_000;
/** The other side has ten seconds to answer. */
const ANSWER_MS = 20_000;

/** Where messages of what happens go: set up here, kept by the engine. Each deed gives its refusal, if it was refused. */
export const createOutletsOf = (link: Link, book: string, allowing: Pick<Allowing, 'look'>) => {
  const list = (): Promise<readonly OutletStatus[]> => link.call((engine) => engine.outlets(), ASK_MS);
  const settled = async (deed: Promise<Rejection | undefined>): Promise<Rejection | undefined> => {
    const rejection = await deed;
    if (!rejection) await allowing.look();
    return rejection;
  };
  return {
    list,
    save: (change: OutletChange) => settled(link.call((engine) => engine.saveOutlet(change, v7()), ASK_MS)),
    remove: (id: string) => settled(link.call((engine) => engine.removeOutlet(id, v7()), ASK_MS)),
    /** Tries at once what waits for its next attempt. */
    hurry: (id: string): Promise<Rejection | undefined> =>
      link.call((engine) => engine.hurryOutlet(id, v7()), ASK_MS),
    /** Sends a message of no event there, and tells what became of it. */
    test: (id: string): Promise<OutletTested> =>
      link.call((engine) => engine.testOutlet(id, v7()), ANSWER_MS),
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
  };
};
