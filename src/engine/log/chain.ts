import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A commit's hash: SHA-256 (hex) of the hash of the commit before, followed by the commit's own canonical JSON
 * (without `previous`). A changed, missing or reordered commit breaks the chain.
 * Synchronous on purpose: WebCrypto's promise costs more than the hash.
 */
export const chainHash = (previous: string, canonical: string): string =>
  bytesToHex(sha256(utf8ToBytes(previous + canonical)));
