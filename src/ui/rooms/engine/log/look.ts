import { aDay, oneOf, withinDays } from '../../../paging/asked-for.ts';
import type { EntriesAsked } from '../../../../client/index.ts';

/** How the log is looked at; its address says all of it. Days are the person's own calendar's. */
export interface Look {
  readonly kind?: string | undefined;
  readonly stream?: string | undefined;
  readonly type?: string | undefined;
  readonly who?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly unknown?: 'only' | undefined;
  /** New entries come in by themselves. */
  readonly live?: 'on' | undefined;
}

const LENGTH = 300;

/** Reads a query string; what it doesn't understand it leaves out. */
export const lookFrom = (query: string | undefined): Look => {
  const asked = new URLSearchParams(query ?? '');
  const text = (name: string) => asked.get(name)?.slice(0, LENGTH);
  return {
    kind: text('kind'),
    stream: text('stream'),
    type: text('type'),
    who: text('who'),
    from: aDay(asked.get('from')),
    to: aDay(asked.get('to')),
    unknown: oneOf(['only'] as const, asked.get('unknown')),
    live: oneOf(['on'] as const, asked.get('live')),
  };
};

/** Without `#`; `at`: the position of the entry that lies open. */
export const addressOf = (look: Look, at?: number): string => {
  const said = Object.entries(look).filter(([, value]) => value !== undefined) as [string, string][];
  const query = new URLSearchParams(said).toString();
  const path = at === undefined ? '/engine/log' : `/engine/log/${String(at)}`;
  return query === '' ? path : `${path}?${query}`;
};

/** What the engine is asked. */
export const askedBy = ({
  kind,
  stream,
  type,
  who,
  from,
  to,
  unknown,
}: Look): Omit<EntriesAsked, 'limit'> => ({
  ...(kind !== undefined && { category: kind }),
  ...(stream !== undefined && { stream }),
  ...(type !== undefined && { type }),
  ...(who !== undefined && { actor: who }),
  ...withinDays({ from, to }),
  ...(unknown && { unknown: true }),
});

/** The position in an address, if it is one. */
export const positionIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
