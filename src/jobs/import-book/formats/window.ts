import type { Cells } from '../cells.ts';

/** What a shop window shows of a product, as far as a file has it in a shape that the book takes. */

const ADDRESS = /^https?:\/\/\S+$/;

/** One image of a row; one without a web address can't be shown and is left. */
export const imagesOf = (cells: Cells, src: string, text: string): { url: string; alt?: string }[] => {
  const [url, alt] = [cells.text(src), cells.text(text).slice(0, 500)];
  if (url.length > 2000 || !ADDRESS.test(url)) return [];
  return [alt === '' ? { url } : { url, alt }];
};

/** Several addresses in one cell. */
export const imagesIn = (cell: string): { url: string }[] =>
  cell
    .split(/,\s+/)
    .filter((url) => url.length <= 2000 && ADDRESS.test(url))
    .map((url) => ({ url }));

/** Tags between commas, each once. */
export const tagsOf = (cell: string): string[] => [
  ...new Set(
    cell
      .split(',')
      .map((tag) => tag.trim().slice(0, 60).trim())
      .filter((tag) => tag !== ''),
  ),
];
