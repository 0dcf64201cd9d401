/** Pixels of the lowest row in one line, and in several beside a sheet. */
const HEIGHT = { wide: 36, narrow: 72 };

/**
 * The rows that a virtual list begins with, as many as the window may show: the list itself would draw none before it
 * has been measured, and stand empty for a frame. None where a sheet may hide the list (OpenBook).
 */
export const firstRows = (isNarrow = false): number[] => {
  if (matchMedia('(max-width: 60rem)').matches) return [];
  const height = isNarrow ? HEIGHT.narrow : HEIGHT.wide;
  return Array.from({ length: Math.ceil(window.innerHeight / height) }, (_, index) => index);
};
