import { list } from '../../words/format.ts';

/** Members by their words, one after the other; undefined where nothing is known by a word. */
export const membersNamed = (
  words: Readonly<Record<string, () => string>>,
  members: readonly string[] = [],
): string | undefined => {
  const named = members.flatMap((member) => words[member]?.() ?? []);
  return named.length === 0 ? undefined : list(named);
};
