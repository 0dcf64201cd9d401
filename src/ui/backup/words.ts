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
