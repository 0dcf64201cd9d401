import type { BookInBackup } from '../../jobs/back-up-book/index.ts';

/** What a file says of its book: read by us, but written by whoever made the file. */
export const bookIn = (about: unknown): BookInBackup => {
  const said = (typeof about === 'object' ? about : {}) as Partial<Record<keyof BookInBackup, unknown>>;
  return {
    name: typeof said.name === 'string' ? said.name.slice(0, 200) : '',
    orders: typeof said.orders === 'number' ? said.orders : 0,
    ...(typeof said.lastOrder === 'string' &&
      !Number.isNaN(Date.parse(said.lastOrder)) && { lastOrder: said.lastOrder }),
  };
};
