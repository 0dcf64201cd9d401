import type { Attachment } from 'svelte/attachments';

/** What comes onto the sheet is read from its top, however far the one before was scrolled. */
export const fromTheTop: Attachment<HTMLElement> = (mark) => {
  mark.closest('section')?.scrollTo(0, 0);
};
