import { instantAt, minuteOf } from '../calendar.ts';
import type { BookInBackup } from './about.ts';

/** What a name keeps of a shop's: letters and digits of any script, since some file systems take little else. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);

/**
 * Name of a backup's file. The minute and the number of orders are in it, so that an emptier book's never takes the
 * place of a fuller one's. `madeAt`: ISO instant; the name has it as clocks showed it, `zone` minutes ahead of UTC.
 */
export const fileName = (
  { name, orders }: Pick<BookInBackup, 'name' | 'orders'>,
  madeAt: string,
  zone = 0,
): string => {
  const shown = instantAt(minuteOf(madeAt) + zone);
  const minute = shown.slice(0, 16).replace('T', '-').replace(':', '');
  return `${plain(name) || 'book'}-${minute}-${String(orders)}-orders.counterfoil`;
};
