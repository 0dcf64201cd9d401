import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PinHash } from '../../kernel/index.ts';

/** OWASP's minimum for PBKDF2 over SHA-256. A PIN of four digits falls to whoever has the files all the same. */
const ITERATIONS = 600_000;
const SALT_BYTES = 16;

/** Digits, as they are typed on a pad. */
export const isPin = (pin: string): boolean => /^\d{4,12}$/.test(pin);

const derive = async (pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<string> => {
  const material = utf8ToBytes(pin.normalize('NFKC')) as Uint8Array<ArrayBuffer>;
  const key = await crypto.subtle.importKey('raw', material, 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    key,
    256,
  );
  return bytesToHex(new Uint8Array(bits));
};

export const hashPin = async (pin: string): Promise<PinHash> => {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return { salt: bytesToHex(salt), hash: await derive(pin, salt, ITERATIONS), iterations: ITERATIONS };
};

/** Compares all of the hash, however early it differs. */
export const isRightPin = async (pin: string, { salt, hash, iterations }: PinHash): Promise<boolean> => {
  const tried = await derive(pin, hexToBytes(salt), iterations);
  let different = tried.length ^ hash.length;
  for (let n = 0; n < tried.length; n += 1) different |= tried.charCodeAt(n) ^ hash.charCodeAt(n);
  return different === 0;
};
