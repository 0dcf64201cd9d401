import type { Page } from '@playwright/test';

/** What is written into a book so that something runs it: as an element, out of an attribute, as a link, in a spreadsheet. */
export const SCRIPTS = {
  image: `<img src=x onerror="ran='image'">`,
  tag: `"><script>ran='tag'</script>`,
  link: `javascript:ran='link'`,
  cell: `=HYPERLINK("javascript:ran='cell'")`,
} as const;

/** What became of them in the room on the page: elements and scripts that came from them, and whether they are read. */
export const outcome = (page: Page): Promise<{ alive: readonly string[]; isRead: boolean }> =>
  page.evaluate(() => {
    const came = document.querySelectorAll(
      '[onerror], [src="x"], script:not([src]), [href^="javascript:" i], [src^="javascript:" i]',
    );
    const alive = [...came].map((one) => `became an element: ${one.outerHTML.slice(0, 160)}`);
    if ('ran' in window) alive.push(`ran: ${String(window.ran)}`);
    return { alive, isRead: /ran='(image|tag|link|cell)'/.test(document.body.innerText) };
  });
