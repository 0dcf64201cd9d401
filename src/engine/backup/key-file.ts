import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { FileRow } from '../jobs/rows.ts';
import { handedOver } from '../reading/job-file.ts';
import type { BackupKey } from './lock.ts';

export const KEY_FILE = 'key';

/**
 * The key of a backup goes along with its job, so that another tab or a reload goes on with it; it is deleted when the
 * job ends. It opens that one file alone, which holds no more than the book beside which it lies. A passphrase is
 * written nowhere.
 */
export const keyFile = (jobId: string, { header, material }: BackupKey): FileRow => ({
  id: handedOver(jobId, KEY_FILE),
  jobId,
  name: header,
  content: new Blob([bytesToHex(material)]),
});

export const keyIn = async ({ name, content }: FileRow): Promise<BackupKey> => ({
  header: name,
  material: hexToBytes(await content.text()),
});
