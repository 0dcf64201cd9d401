/** Without case and accents: "Müller" is found by "muller". */
export const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Where in a text the found words stand: pieces of it, the found ones marked. */
export const marked = (
  text: string,
  matches: readonly string[],
): readonly (readonly [piece: string, isFound: boolean])[] =>
  text
    .split(/(\P{L}*\s+|[-·,.])/u)
    .filter((piece) => piece !== '')
    .map((piece) => [piece, matches.includes(folded(piece))] as const);
