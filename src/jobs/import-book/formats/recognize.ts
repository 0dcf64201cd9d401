import { reject, type Rejection, type Result, ok } from '../../../kernel/index.ts';
import type { Columns } from '../cells.ts';
import { quoted } from '../problem.ts';
import type { Format } from './format.ts';
import { northwind } from './northwind/index.ts';
import { mappedFormat, plain, sameHeader, under, type Mapping } from './plain/index.ts';
import { shopify } from './shopify/index.ts';
import { woocommerce } from './woocommerce/index.ts';

/** Every format that can be imported. */
const formats: readonly Format[] = [...northwind, ...shopify, ...woocommerce, ...plain];

export interface Recognized extends Format {
  /** Present when a person mapped it. */
  readonly mapping?: Mapping;
}

const fit = (format: Format, columns: Columns): number =>
  1 - columns.missing(format.columns).length / format.columns.length;

/**
 * Which format a file has, by its header alone: as a person mapped this header, else as it is known. `missing-column`: most of a format's columns are there, but not all.
 * `unknown-format`: none comes near.
 */
export const recognize = (columns: Columns, mappings: readonly Mapping[]): Result<Recognized, Rejection> => {
  const mapped = mappings.findLast(({ header }) => sameHeader(header, columns.names));
  if (mapped) {
    const mapping = under(mapped, columns.names);
    return ok({ ...mappedFormat(mapping), mapping });
  }
  const [best] = formats
    .map((format) => ({ format, fit: fit(format, columns) }))
    .sort((a, b) => b.fit - a.fit);
  if (!best || best.fit < 0.5) {
    const named = columns.names.slice(0, 40).map(quoted);
    return reject('unknown-format', `No known file has these columns: ${named.join(', ')}.`, {
      columns: named,
      found: columns.names,
    });
  }
  const missing = columns.missing(best.format.columns);
  if (missing.length === 0) return ok(best.format);
  const { name: format, kind } = best.format;
  const message = `This looks like a file of ${kind}, but lacks ${missing.join(', ')}.`;
  return reject('missing-column', message, { format, kind, columns: missing, found: columns.names });
};
