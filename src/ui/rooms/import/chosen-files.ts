import type { Encoding } from '../../../kernel/index.ts';

/** A file as it was chosen, and how a person said that its letters are written. */
export interface ChosenFile {
  readonly content: File;
  readonly encoding?: Encoding;
}

/**
 * Files as they were chosen, by the check that has read them: a job's own copies go when it ends. A reload forgets
 * these, and they have to be chosen again.
 */
export const chosenFiles = new Map<string, readonly ChosenFile[]>();
