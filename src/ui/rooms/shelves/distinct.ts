/** Each once. */
export const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
