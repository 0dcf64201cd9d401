/**
 * Whether a number field says something that can't be booked (`NumberInput` holds nothing then, as if it were empty). Each
 * says why, the first gets the cursor, and nothing is to be saved: what somebody typed is never taken for nothing.
 */
export function hasUnreadable(scope: ParentNode): boolean {
  const wrong = [...scope.querySelectorAll('input')].filter(({ validity }) => validity.customError);
  for (const field of wrong) field.checkValidity();
  wrong[0]?.focus();
  return wrong.length > 0;
}

/** What a form does when it is submitted: `save`, unless a number in it can't be read. */
export const whenReadable =
  (save: () => void) =>
  (event: SubmitEvent): void => {
    event.preventDefault();
    if (!hasUnreadable(event.currentTarget as HTMLElement)) save();
  };
