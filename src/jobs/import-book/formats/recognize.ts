import { reject, type Rejection, type Result, ok } from '../../../kernel/index.ts';
import type { Columns } from '../cells.ts';
import { quoted } from '../problem.ts';
import type { Format } from './format.ts';
import { northwind } from './northwind/index.ts';

/** Every format that can be imported. */
const formats: readonly Format[] = [...northwind];

const fit = (format: Format, columns: Columns): number =>
  1 - columns.missing(format.columns).length / format.columns.length;

/**
 * Which format a file has, by its header alone. `missing-column`: most of a format's columns are there, but not all.
 * `unknown-format`: none comes near.
 */
export const recognize = (columns: Columns): Result<Format, Rejection> => {
  const [best] = formats
    .map((format) => ({ format, fit: fit(format, columns) }))
    .sort((a, b) => b.fit - a.fit);
  if (!best || best.fit < 0.5) {
    const found = columns.names.slice(0, 40).map(quoted);
    return reject('unknown-format', `No known file has these columns: ${found.join(', ')}.`, {
      columns: found,
    });
  }
  const missing = columns.missing(best.format.columns);
  if (missing.length === 0) return ok(best.format);
  const { name: format, kind } = best.format;
  const message = `This looks like a file of ${kind}, but lacks ${missing.join(', ')}.`;
  return reject('missing-column', message, { format, kind, columns: missing });
};
