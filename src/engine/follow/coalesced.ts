/** Calls at once, then at most once in `ms`, and never forgets the last. */
export const coalesced = (
  ms: number,
  call: () => void,
): { readonly soon: () => void; readonly cancel: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const soon = (): void => {
    again = timer !== undefined;
    if (again) return;
    call();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) soon();
    }, ms);
  };
  return { soon, cancel: () => clearTimeout(timer) };
};
