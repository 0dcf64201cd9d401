import type { Attachment } from 'svelte/attachments';

const MM_PER_PX = 25.4 / 96;
/** Below the last line, so that a roll is torn off after it. */
const TAIL_MM = 8;
/** Which sheet of how many, for whoever drops them. */
const NUMBERED = "content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; color: #55544f;";

/** How wide and high the sheets are on which this is printed: A4, or a roll as long as what stands on it. */
export const printedOn =
  (size: 'A4' | 'roll'): Attachment<HTMLElement> =>
  (paper) => {
    const sheet = new CSSStyleSheet();
    const measure = (): void => {
      const height = Math.ceil(paper.scrollHeight * MM_PER_PX + TAIL_MM);
      sheet.replaceSync(
        size === 'A4'
          ? `@page { size: A4; margin: 16mm 16mm 18mm; @bottom-right { ${NUMBERED} } }`
          : `@page { size: 80mm ${String(height)}mm; margin: 0; }`,
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(paper);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      observer.disconnect();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  };
