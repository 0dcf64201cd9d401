import type { EngineConfig, OpenBook } from './book.ts';
import { once } from '../once.ts';
import type { Desks, Surroundings } from './desks.ts';

type Api = Desks['api'];

/** What is asked at a desk. */
const ASKED: Readonly<Record<keyof Api, true>> = {
  ...{ accept: true, cancelJob: true, undoOffers: true, undo: true, whatIf: true, describe: true },
  ...{ events: true, entries: true, entry: true, causes: true, untilAfter: true, stored: true },
  ...{ refusals: true, givenByHand: true },
  ...{ repair: true, repairs: true, deadLetters: true, deadLetter: true, stuck: true, timers: true },
  ...{ outlets: true, saveOutlet: true, removeOutlet: true, hurryOutlet: true, testOutlet: true },
  ...{ settleLetter: true, backUp: true, backupHanded: true, lastBackup: true, openBackup: true },
  ...{ stageBackup: true, dropBackup: true, adoptBackup: true, replacedBook: true, takeBack: true },
  ...{ dropReplaced: true, secondCopy: true, dropSecondCopy: true },
};

/** The desks of a worker, furnished when the first thing is asked at one of them. */
export const atDesks = (config: EngineConfig, opened: Promise<OpenBook>, surroundings: Surroundings) => {
  const desks = once(async () => (await import('./desks.ts')).createDesks(config, opened, surroundings));
  const ask =
    (name: keyof Api) =>
    async (...question: never[]): Promise<unknown> =>
      ((await desks.get()).api[name] as (...asked: never[]) => Promise<unknown>)(...question);
  return {
    api: Object.fromEntries(
      Object.keys(ASKED).map((name) => [name, ask(name as keyof Api)]),
    ) as unknown as Api,
    furnished: desks.get,
    close: async (): Promise<void> => {
      (await desks.peek())?.close();
    },
  };
};
