import type { Attachment } from 'svelte/attachments';

const GAP = 4;
const LEAST_HEIGHT = 160;
const MOST_HEIGHT = 360;

/**
 * Shows a `popover` in the top layer, under its anchor and as wide, above it when there is more room. The top layer is
 * why it is never clipped by a dialog. The visual viewport counts, so a phone's keyboard doesn't cover it.
 */
export function floatUnder(anchor: () => HTMLElement | undefined): Attachment<HTMLElement> {
  return (floating) => {
    const viewport = globalThis.visualViewport;
    const place = (): void => {
      const box = anchor()?.getBoundingClientRect();
      if (box === undefined) return;
      const bottom = (viewport?.offsetTop ?? 0) + (viewport?.height ?? innerHeight);
      const below = bottom - box.bottom - GAP * 2;
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
    place();
    const grown = new ResizeObserver(place);
    grown.observe(floating);
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    viewport?.addEventListener('resize', place);
    return () => {
      grown.disconnect();
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
      viewport?.removeEventListener('resize', place);
    };
  };
}
