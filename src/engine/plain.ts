import type { Json } from '../kernel/index.ts';
import type { Dispatched } from './ports.ts';

/** As long as a name in a backup may be. */
const MOST = 1_000;

const spelt = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** What of any value can be written as JSON; an empty object where that is nothing. */
export const plainJson = (value: unknown): Json => {
  try {
    return JSON.parse(JSON.stringify(value, spelt)) as Json;
  } catch {
    // It is nothing that JSON knows, or holds itself.
    return {};
  }
};

/** What somebody gave for a command, so that it can be kept and copied: a script may give anything. */
export const plainCommand = ({
  type,
  payload,
}: {
  readonly type: unknown;
  readonly payload: unknown;
}): Pick<Dispatched, 'type'> & { readonly payload: Json } => ({
  type: typeof type === 'string' ? type.slice(0, MOST) : '',
  payload: plainJson(payload),
});
