import { err } from './result.ts';
import type { Json } from './json.ts';

/** Why a command was refused: a stable code, a plain sentence, and the values that clash. */
export interface Rejection {
  readonly code: string;
  readonly message: string;
  readonly values: Readonly<Record<string, Json>>;
}

/** A refusal as the failing side of a Result. `code` is kebab-case and is for ever: screens and scripts know it. */
export const reject = (code: string, message: string, values: Readonly<Record<string, Json>> = {}) =>
  err<Rejection>({ code, message, values });
