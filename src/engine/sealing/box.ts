import { rejoin, type Json, type Taken } from '../../kernel/index.ts';
import type { SealedBox } from '../ports.ts';
import { close, open } from './cipher.ts';
import type { Keyring } from './keyring.ts';

/** What was taken of each person, closed into a box each. Of one whose key is no more, nothing is kept. */
export const closeBoxes = async (
  keys: ReadonlyMap<string, CryptoKey>,
  about: string,
  taken: ReadonlyMap<string, readonly Taken[]>,
): Promise<readonly SealedBox[]> => {
  const boxes = await Promise.all(
    [...taken].map(async ([subject, values]) => {
      const key = keys.get(subject);
      return key && { subject, box: await close(key, about, JSON.stringify(values)) };
    }),
  );
  return boxes.filter((box) => box !== undefined);
};

/** A value with what its boxes hold put back; `whole` is false when one of them does not open any more. */
export const openBoxes = async (
  keyring: Keyring,
  about: string,
  value: Json,
  boxes: readonly SealedBox[],
): Promise<{ readonly value: Json; readonly whole: boolean }> => {
  const keys = await keyring.toOpen(boxes.map(({ subject }) => subject));
  const opened = await Promise.all(
    boxes.map(async ({ subject, box }) => {
      const key = keys.get(subject);
      return key && (await open(key, about, box));
    }),
  );
  return {
    value: opened.reduce<Json>(
      (joined, text) => (text === undefined ? joined : rejoin(joined, JSON.parse(text) as Taken[])),
      value,
    ),
    whole: !opened.includes(undefined),
  };
};
