import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const LONGEST_ID = 200;

const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * FOR EVER: the id of the nth command that takes a command back; only thereby is nothing taken back twice. Taking back
 * what took back would make it grow without end: what is too long is replaced by its hash.
 */
export const undoId = (commandId: string, n: number): string => {
  const id = `undo/${commandId}/${String(n)}`;
  return id.length <= LONGEST_ID ? id : `undo/${hashOf(id)}`;
};

/** What ties together all that one taking back caused, of however many commands. */
export const undoCorrelation = (correlationId: string): string =>
  correlationId.length < LONGEST_ID ? `undo/${correlationId}` : `undo/${hashOf(correlationId)}`;

/** FOR EVER: the nth id that taking this command back gives away, a UUID of version 8. */
export const givenId = (commandId: string, n: number): string => {
  const hex = hashOf(`undo/${commandId}/id/${String(n)}`);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
};
