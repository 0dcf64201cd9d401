import type { Client } from '../../client/index.ts';
import type { QueryType } from '../../kernel/index.ts';
import { past } from '../past/past.svelte.ts';

/** Asks once, as of the day that is looked at. @throws as `client.query` does */
export type Ask = <Params, Answer>(
  query: QueryType<string, Params, Answer>,
  params: object,
) => Promise<Answer>;

export const askThen =
  (client: Pick<Client, 'query'>): Ask =>
  async (query, params) =>
    (await client.query(query, params, past.instant === undefined ? {} : { asOf: { instant: past.instant } }))
      .answer;
