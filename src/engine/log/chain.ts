import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../kernel/index.ts';
import type { StoredCommit } from '../ports.ts';

/**
 * SHA-256 (hex) of a commit's canonical bytes, which hold the hash of the commit before: a changed, missing or
 * reordered commit breaks the chain. Synchronous on purpose: WebCrypto's promise costs more than the hash.
 * @throws NotCanonicalError when the commit holds a float, a null or an ill-formed string.
 */
export const hashOf = (commit: StoredCommit): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(commit))));
