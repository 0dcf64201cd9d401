import type { Attachment } from 'svelte/attachments';

const GAP = 4;
const LEAST_HEIGHT = 160;
const MOST_HEIGHT = 360;

/** Where the visible page ends; a phone's keyboard lies below it. */
const endOfSight = (): number => {
  const viewport = globalThis.visualViewport;
  return (viewport?.offsetTop ?? 0) + (viewport?.height ?? innerHeight);
};

/**
 * Shows a `popover` in the top layer, under its anchor and as wide, above it when there is more room. The top layer is
 * why it is never clipped by a dialog. It is where its anchor is in each frame: also while the dialog that holds it is
 * still on its way in, or a phone's keyboard is.
 */
export function floatUnder(anchor: () => HTMLElement | undefined): Attachment<HTMLElement> {
  return (floating) => {
    let known = '';
    const place = (): void => {
      const box = anchor()?.getBoundingClientRect();
      if (box === undefined) return;
      const end = endOfSight();
      const now = [box.left, box.top, box.bottom, box.width, end, innerHeight].join();
      if (now === known) return;
      known = now;
      const below = end - box.bottom - GAP * 2;
      const above = box.top - GAP * 2;
      const upwards = below < LEAST_HEIGHT && above > below;
      floating.style.insetInlineStart = 'auto';
      floating.style.left = `${String(box.left)}px`;
      floating.style.minWidth = `${String(box.width)}px`;
      floating.style.maxHeight = `${String(Math.min(MOST_HEIGHT, upwards ? above : below))}px`;
      floating.style.top = upwards ? 'auto' : `${String(box.bottom + GAP)}px`;
      floating.style.bottom = upwards ? `${String(innerHeight - box.top + GAP)}px` : 'auto';
    };
    floating.showPopover();
    let frame = 0;
    const follow = (): void => {
      place();
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => {
      cancelAnimationFrame(frame);
    };
  };
}
