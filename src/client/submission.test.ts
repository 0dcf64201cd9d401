import { describe, expect, it } from 'vitest';
import type { Receipt } from '../kernel/index.ts';
import { Submission } from './submission.svelte.ts';

const COMMITTED = { status: 'committed', position: 1, streams: {} } as const;
const DOUBT = { status: 'in-doubt', reason: 'no-answer' } as const;

/** A book that answers what it is told to, in turn. */
const bookOf = (...answers: readonly (typeof COMMITTED | typeof DOUBT)[]) => {
  const sent: { type: string; payload: unknown; commandId: string }[] = [];
  let ids = 0;
  const submission = new Submission({
    newId: () => `id-${String(++ids)}`,
    dispatch: (type: string, payload: unknown, options?: { commandId?: string }) => {
      const commandId = options?.commandId ?? '';
      const answer = answers[sent.push({ type, payload, commandId }) - 1];
      return Promise.resolve({ ...answer, commandId } as Receipt);
    },
  });
  return { submission, sent };
};

describe('a submission whose fate nobody knows', () => {
  it('sends the same again under the same id, whatever the form says by then', async () => {
    const { submission, sent } = bookOf(DOUBT, DOUBT, COMMITTED);
    await submission.send('RecordPayment', { amount: 900 });
    expect(submission.inDoubt).toBe(true);
    await submission.send('RecordPayment', { amount: 100 });
    await submission.send('SpendCredit', { amount: 100 });
    expect(submission.state).toBe('saved');
    const first = { type: 'RecordPayment', payload: { amount: 900 }, commandId: 'id-1' };
    expect(sent).toEqual([first, first, first]);
  });

  it('is forgotten when the form begins anew', async () => {
    const { submission, sent } = bookOf(DOUBT, COMMITTED);
    await submission.send('AddNote', { text: 'one' });
    submission.renew();
    await submission.send('AddNote', { text: 'two' });
    expect(sent[1]).toEqual({ type: 'AddNote', payload: { text: 'two' }, commandId: 'id-2' });
  });
});
