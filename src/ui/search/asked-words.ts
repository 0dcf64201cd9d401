import { folded } from './marked.ts';

const wordsOf = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Whether a label answers to what is typed: each typed word begins a word of it. To no words everything answers. */
export const answersTo = (text: string, label: string): boolean => {
  const words = wordsOf(label);
  return wordsOf(text).every((asked) => words.some((word) => word.startsWith(asked)));
};
