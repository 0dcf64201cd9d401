import type { Tone } from '../../parts/shapes.ts';

/** What happened, as a sentence; `detail` is a reason, a note, a number to track. */
export interface Sentence {
  readonly text: string;
  readonly detail?: string | undefined;
  readonly tone?: Tone;
}
