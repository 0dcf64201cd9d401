import type { CommandMessage } from './message.ts';
import type { Read } from './read.ts';

/** What is kept of a PIN: PBKDF2 over SHA-256, salt and hash as hex. The PIN itself is kept nowhere. */
export interface PinHash {
  readonly salt: string;
  readonly hash: string;
  readonly iterations: number;
}

/** Somebody who works with the book. Without a PIN they cannot sign in. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly pin?: PinHash | undefined;
}

/** How a trade knows who works with the book on this device. */
export interface SignIn {
  colleagues(read: Read): Promise<readonly Colleague[]>;
  /** Who worked here once and does no more: what they did is still theirs. */
  former(read: Read): Promise<readonly Pick<Colleague, 'id' | 'name'>[]>;
  /** The command by which a PIN is set; it holds the hash alone. */
  setPin(operatorId: string, pin: PinHash): CommandMessage;
  /** The command that ends signing in; given once the PIN of whoever asks was right. */
  turnOff(): CommandMessage;
  /** Commands that come by way of the sign-in alone; given by anybody else they are refused. */
  readonly guarded: readonly string[];
}
