/** Fewer digits are a house, a size, a year's end: nobody parts them. */
const LEAST = 4;

/** A number as it is typed in one go: `DE 123 456 789` is `DE123456789`. None where nothing parts it. */
export const inOneGo = (number: string | undefined): readonly string[] => {
  const parts = number?.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const digits = number?.match(/\p{Nd}/gu) ?? [];
  return parts.length > 1 && digits.length >= LEAST ? [parts.join('')] : [];
};
