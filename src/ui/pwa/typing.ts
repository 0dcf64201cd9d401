const TYPED_INTO = 'form :is(input, select, textarea)';
/** A form of which all is in the book. */
const SAVED = 'form[data-saved]';

const touched = new Set<WeakRef<Element>>();

/** Remembers which forms somebody has typed into. A saved form is another form, or gone, or says that it is saved. */
export const watchTyping = (): void => {
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof Element) || !target.matches(TYPED_INTO)) return;
    for (const known of touched) if (known.deref() === target) return;
    touched.add(new WeakRef(target));
  });
};

const isTyped = (field: HTMLElement): boolean =>
  'value' in field && field.value !== '' && field.closest(SAVED) === null;

/** A field whose words only stand on this page; a reload would lose them. */
export const typedField = (): HTMLElement | undefined => {
  for (const known of touched) {
    const field = known.deref();
    if (field?.isConnected !== true) touched.delete(known);
    else if (field instanceof HTMLElement && isTyped(field)) return field;
  }
  return undefined;
};
