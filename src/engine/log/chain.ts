import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** UTF-8 of one code unit, at most. */
const BYTES_PER_UNIT = 3;
const encoder = new TextEncoder();
/** Used again: an array for each commit is garbage for each. */
let bytes = new Uint8Array(32_768);

/**
 * A commit's hash: SHA-256 (hex) of the hash of the commit before, followed by the commit's own canonical JSON
 * (without `previous`). A changed, missing or reordered commit breaks the chain.
 * Synchronous on purpose: WebCrypto's promise costs more than the hash.
 */
export const chainHash = (previous: string, canonical: string): string => {
  const text = previous + canonical;
  const most = text.length * BYTES_PER_UNIT;
  if (most > bytes.length) bytes = new Uint8Array(most);
  const { written } = encoder.encodeInto(text, bytes);
  return bytesToHex(sha256(bytes.subarray(0, written)));
};
