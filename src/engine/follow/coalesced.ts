/** Calls in a turn of its own, so that nobody waits for it, then at most once in `ms`, and never forgets the last. */
export const coalesced = (
  ms: number,
  call: () => void,
): { readonly soon: () => void; readonly cancel: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const rest = (): void => {
    timer = undefined;
    if (again) soon();
  };
  const soon = (): void => {
    again = timer !== undefined;
    if (again) return;
    timer = setTimeout(() => {
      timer = setTimeout(rest, ms);
      again = false;
      call();
    });
  };
  return { soon, cancel: () => clearTimeout(timer) };
};
