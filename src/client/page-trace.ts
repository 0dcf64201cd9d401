import type { Receipt } from '../kernel/index.ts';

/** One command as the page sees it: from the call to its receipt, and on until every list shows it. */
export interface PageTrace {
  /** Goes with the command, so that what the engine does hangs below it. */
  readonly traceparent: string | undefined;
  end(receipt: Receipt): void;
}

/** Of a page that measures nothing. */
export const NO_TRACE: PageTrace = { traceparent: undefined, end: () => undefined };
