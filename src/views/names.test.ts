import { expect, it } from 'vitest';
import { views } from './names.ts';
import { queries } from './queries.ts';

it('names every read model that is asked for', () => {
  expect([...views].sort()).toEqual([...new Set(queries.map(({ view }) => view))].sort());
});
