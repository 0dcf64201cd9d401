import * as z from 'zod/mini';
import { defineJob, ok, type PlannedCommand, type Receipt } from '../../kernel/index.ts';
import { LANGUAGES } from './words/shape.ts';
import { wordsIn } from './words/words.ts';

const CHUNK = 40;

/** What the sample has brought so far. */
export type SampleReport = {
  readonly products: number;
  readonly customers: number;
  readonly orders: number;
  /** Steps that an earlier run had done. */
  readonly alreadyThere: number;
  /** Steps that the book as it is did not allow. */
  readonly refused: number;
};

const emptyReport: SampleReport = { products: 0, customers: 0, orders: 0, alreadyThere: 0, refused: 0 };

const COUNTED: Readonly<Record<string, 'products' | 'customers' | 'orders'>> = {
  CreateProduct: 'products',
  CreateCustomer: 'customers',
  CreateDraft: 'orders',
};

/** On another day, or in another language, the same steps say something else: their ids are known, so they are there all the same. */
const wasThere = (receipt: Receipt): boolean =>
  receipt.status === 'duplicate' ||
  (receipt.status === 'rejected' && receipt.rejection.code === 'command-id-reused');

const counted = (
  report: SampleReport,
  { type }: PlannedCommand,
  receipt: Receipt | undefined,
): SampleReport => {
  if (receipt && wasThere(receipt)) return { ...report, alreadyThere: report.alreadyThere + 1 };
  if (receipt?.status !== 'committed') return { ...report, refused: report.refused + 1 };
  const kind = COUNTED[type];
  return kind ? { ...report, [kind]: report[kind] + 1 } : report;
};

/**
 * Fills the book with a small season of trade up to now: products, stock, customers, and orders in every state. It is
 * the same season each time, in whatever language, so running it again adds nothing.
 */
export const FillSampleBook = defineJob({
  type: 'FillSampleBook',
  payload: z.strictObject({ language: z._default(z.enum(LANGUAGES), 'en') }),
  permission: 'import.run',
  start: 0,
  emptyReport,
  chunk: async ({ language }, { cursor, report, memory }, context) => {
    // On most days nobody needs it.
    const [{ openBook, planSeason }, words] = await Promise.all([import('./plan.ts'), wordsIn(language)]);
    const plan =
      (memory.get('plan') as readonly PlannedCommand[] | undefined) ?? planSeason(context.startedAt, words);
    memory.set('plan', plan);
    if (cursor === 0) {
      // Asked first: a refusal would be kept, and an open book is nothing that went wrong.
      const opening = [openBook(context.startedAt, words)];
      const [rehearsed] = await context.rehearse(opening);
      if (rehearsed?.status === 'committed') await context.dispatch(opening);
    }
    const commands = plan.slice(cursor, cursor + CHUNK);
    const receipts = await context.dispatch(commands);
    const done = cursor + commands.length;
    return ok({
      cursor: done,
      progress: { done, total: plan.length },
      report: commands.reduce((sum, command, n) => counted(sum, command, receipts[n]), report),
      finished: done >= plan.length,
    });
  },
});
