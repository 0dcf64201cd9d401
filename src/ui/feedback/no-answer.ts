import { toasts } from '../parts/toasts.svelte.ts';
import { m } from '../words/index.ts';

/** For the `catch` of what was asked of the engine without a form: nobody knows whether it was done, and that is said. */
export const sayNoAnswer = (): undefined => {
  toasts.show(m.error_no_answer(), { tone: 'wrong' });
  return undefined;
};
