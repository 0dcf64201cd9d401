/**
 * What was whole last, until the next is: nothing flickers while another question is answered. Make one thing of all that is
 * shown together, the question among it, or parts of two answers are seen as one. Of something else (`of`, compared as text:
 * whom it is about, an instant of the past) nothing stays. A rune.
 */
export const lasting = <Whole>(
  whole: () => Whole | undefined,
  of: () => unknown = () => undefined,
): { readonly current: Whole | undefined } => {
  let last: { readonly whole: Whole; readonly of: string } | undefined;
  const current = $derived.by(() => {
    const [now, about] = [whole(), JSON.stringify([of()])];
    if (now !== undefined) last = { whole: now, of: about };
    else if (last?.of !== about) last = undefined;
    return last?.whole;
  });
  return {
    get current() {
      return current;
    },
  };
};
