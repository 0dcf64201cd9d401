import { tick } from 'svelte';

/** After a form was not saved: the cursor goes to the first field that is not right, which also brings it into sight. */
export const showProblem = async (): Promise<void> => {
  await tick();
  const scope = document.querySelector('[role="dialog"]') ?? document;
  scope.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
};
