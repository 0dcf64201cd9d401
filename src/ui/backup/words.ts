import type { BookInBackup } from '../../jobs/back-up-book/index.ts';
import type { Client } from '../../client/index.ts';
import { sentence } from '../words/errors.ts';
import { m } from '../words/index.ts';

type Refused = Exclude<Awaited<ReturnType<Client['backups']['adopt']>>, undefined>;

/** Why a backup was not made or opened, to a seller. */
export const problemOf = (rejection: Refused): string => {
  switch (rejection.code) {
    case 'not-a-backup':
      return m.backup_e_not_a_backup();
    case 'backup-newer':
      return m.backup_e_newer();
    case 'wrong-passphrase':
      return m.backup_e_passphrase();
    case 'backup-truncated':
      return m.backup_e_truncated();
    case 'backup-damaged':
      return m.backup_e_damaged();
    case 'backup-too-large':
      return m.backup_e_too_large();
    case 'disk-full':
      return m.backup_e_disk_full();
    default:
      return sentence(rejection);
  }
};

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
