import { ok, reject, type NewEvent, type Read, type Rejection, type Result } from '../../kernel/index.ts';
import { areAlike, readSeriesName, series } from '../series/index.ts';
import type { BookSettings } from './events.ts';
import { prefixesOf, seriesOf } from './prefixes.ts';
import type { BookState } from './state.ts';

/** Series with numbers in them that could read like those of a series which these settings begin. */
export const usedAlike = async (
  after: BookSettings,
  { settings, series: known }: BookState,
  read: Read,
): Promise<readonly string[]> => {
  const standing = Object.values(seriesOf(settings));
  const begun = Object.values(seriesOf(after)).filter((name) => !standing.includes(name));
  const alike = known.filter((name) => begun.some((one) => areAlike(one, name)));
  const loaded = await Promise.all(alike.map((name) => read(series, name)));
  return loaded.filter(({ state }) => state.used !== undefined).map(({ id }) => id);
};

/** No number is ever given twice: neither by two series under one prefix, nor by prefixes that differ in digits alone. */
export const withOwnPrefixes = (
  settings: BookSettings,
  alike: readonly string[],
  events: () => readonly NewEvent[],
): Result<readonly NewEvent[], Rejection> => {
  const prefixes = Object.values(prefixesOf(settings));
  const twice = prefixes.find((one, at) => prefixes.indexOf(one) !== at);
  if (twice !== undefined)
    return reject('prefixes-clash', `Orders, invoices and credit notes can’t share the prefix “${twice}”.`, {
      prefix: twice,
    });
  const [used] = alike.map(readSeriesName);
  if (used)
    return reject(
      'numbers-alike',
      `Numbers beginning with “${used.prefix}” were given already, and could come again. End the new prefix with a sign that is no digit.`,
      { prefix: used.prefix },
    );
  return ok(events());
};
