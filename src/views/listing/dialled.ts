/** A number as people part it to read it: `(212) 555-0142`, `+49 30/1234 56`. */
const PARTED = /^\+?[\d\s().\-/–]+$/;
/** Fewer digits than any telephone has that is dialled with its area. */
const LEAST = 6;

/**
 * A telephone number as it is typed in one go: whole, and without its country and area. Words are parted at what is
 * no digit, so that `5550142` would begin none of `(212) 555-0142`.
 */
export const dialled = (phone: string | undefined): readonly string[] => {
  if (phone === undefined || !PARTED.test(phone.trim())) return [];
  const groups = phone.match(/\d+/g) ?? [];
  return groups
    .slice(0, -1)
    .map((_, from) => groups.slice(from).join(''))
    .filter((digits) => digits.length >= LEAST);
};
