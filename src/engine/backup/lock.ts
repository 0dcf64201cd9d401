import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { BackupProblem } from './problem.ts';

/** FOR EVER: the first line of a backup, in the clear (decisions/0015). */
const BACKUP_FORMAT = 1;
const MAX_HEADER = 1_024;
/** What OWASP asks of PBKDF2 with SHA-256. */
const ROUNDS = 600_000;
/** A file that asks for more wants to keep the device busy. */
const MOST_ROUNDS = 10_000_000;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

const hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${String(bytes * 2)}}$`)));

const Lock = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('passphrase'),
    rounds: z.int().check(z.minimum(1), z.maximum(MOST_ROUNDS)),
    salt: hex(SALT_BYTES),
    /** Tells a wrong passphrase from a damaged file. */
    check: hex(8),
  }),
  z.strictObject({ by: z.literal('nothing'), key: hex(KEY_BYTES) }),
]);
type Lock = z.infer<typeof Lock>;

const Header = z.strictObject({
  counterfoil: z.literal('backup'),
  format: z.literal(BACKUP_FORMAT),
  lock: Lock,
});
const AnyHeader = z.object({ counterfoil: z.literal('backup'), format: z.int() });

/** What a backup is written with: its first line, and the key of all that follows. */
export interface BackupKey {
  /** With its line feed. */
  readonly header: string;
  readonly material: Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();

const headerOf = (lock: Lock): string =>
  `${JSON.stringify({ counterfoil: 'backup', format: BACKUP_FORMAT, lock })}\n`;

const derive = async (
  passphrase: string,
  { rounds, salt }: { readonly rounds: number; readonly salt: string },
): Promise<Uint8Array<ArrayBuffer>> => {
  const typed = encoder.encode(passphrase.normalize('NFKC'));
  const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const algorithm = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: hexToBytes(salt) as Uint8Array<ArrayBuffer>,
    iterations: rounds,
  };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, secret, KEY_BYTES * 8));
};

const checkOf = async (material: Uint8Array<ArrayBuffer>): Promise<string> => {
  const bytes = new Uint8Array([...encoder.encode('counterfoil backup check '), ...material]);
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 8));
};

/** A key of its own for each backup; without a passphrase it stands in the file. */
export const newBackupKey = async (passphrase?: string): Promise<BackupKey> => {
  if (passphrase === undefined) {
    const material = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    return { header: headerOf({ by: 'nothing', key: bytesToHex(material) }), material };
  }
  const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
  const material = await derive(passphrase, { rounds: ROUNDS, salt });
  const check = await checkOf(material);
  return { header: headerOf({ by: 'passphrase', rounds: ROUNDS, salt, check }), material };
};

/** The first line of a file. @throws BackupProblem */
const readHeader = async (file: Blob): Promise<{ readonly header: string; readonly lock: Lock }> => {
  const start = new Uint8Array(await file.slice(0, MAX_HEADER).arrayBuffer());
  const end = start.indexOf(0x0a);
  // Only bytes below 128 are in it, so that it is as long as its text.
  const line = String.fromCharCode(...start.subarray(0, Math.max(end, 0)));
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    throw new BackupProblem('not-a-backup');
  }
  const any = AnyHeader.safeParse(said);
  if (!any.success) throw new BackupProblem('not-a-backup');
  if (any.data.format > BACKUP_FORMAT) throw new BackupProblem('backup-newer', `format ${any.data.format}`);
  const known = Header.safeParse(said);
  if (!known.success || headerOf(known.data.lock) !== `${line}\n`) throw new BackupProblem('backup-damaged');
  return { header: `${line}\n`, lock: known.data.lock };
};

/** The key of a file. @throws BackupProblem `needs-passphrase`, `wrong-passphrase`, and what a header may lack */
export const backupKeyOf = async (file: Blob, passphrase?: string): Promise<BackupKey> => {
  const { header, lock } = await readHeader(file);
  if (lock.by === 'nothing') return { header, material: hexToBytes(lock.key) };
  if (passphrase === undefined) throw new BackupProblem('needs-passphrase');
  const material = await derive(passphrase, lock);
  if ((await checkOf(material)) !== lock.check) throw new BackupProblem('wrong-passphrase');
  return { header, material };
};
