import type { Rejection } from '../../kernel/index.ts';

export type BackupFault =
  /** Some other file. */
  | 'not-a-backup'
  /** Written by a version that knows more than this one. */
  | 'backup-newer'
  | 'needs-passphrase'
  | 'wrong-passphrase'
  /** It ends before its end. */
  | 'backup-truncated'
  /** What is in it is not what was written. */
  | 'backup-damaged'
  /** More than any book holds: a file that was made to fill the memory. */
  | 'backup-too-large';

const MESSAGES: Readonly<Record<BackupFault, string>> = {
  'not-a-backup': 'This file is not a backup of a book.',
  'backup-newer':
    'This backup was made by a newer version of Counterfoil. Update the app, then open it again.',
  'needs-passphrase': 'This backup opens with its passphrase.',
  'wrong-passphrase': 'This passphrase does not open the backup.',
  'backup-truncated': 'A part of this backup is missing. It was not copied or downloaded to its end.',
  'backup-damaged': 'This backup is damaged.',
  'backup-too-large': 'There is more in this file than a backup can hold.',
};

/** Why a file is not taken for a book; nothing was changed. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
  readonly fault: BackupFault;
  constructor(fault: BackupFault, detail = '') {
    super(detail === '' ? fault : `${fault}: ${detail}`);
    this.fault = fault;
  }

  get rejection(): Rejection {
    return { code: this.fault, message: MESSAGES[this.fault], values: { problem: this.message } };
  }
}
