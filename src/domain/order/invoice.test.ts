import { expect, it } from 'vitest';
import { draftFor, id, line, openStall } from '../../../test/spec/stall.ts';
import { orders } from './index.ts';

it('each asks for the money by a day of its own, until one is agreed', async () => {
  const stall = await openStall();
  await stall.tell('OpenBook', {
    ...{ name: 'Farm', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine', defaultTaxRate: 10_000 },
    ...{ numberPrefix: 'A-', paymentDays: 14 },
  });
  const orderId = id(21);
  const all = { orderId, reason: 'Wrong address' };
  const due = () => {
    const { invoices, dates } = stall.events
      .filter(({ stream }) => stream === orders.stream(orderId))
      .reduce((state, event) => orders.evolve(state, event), orders.initial);
    return [invoices.at(-1)?.dueOn, dates.dueOn];
  };
  const issue = (n: number, issuedOn: string) =>
    stall.tell('IssueInvoice', { orderId, invoiceId: id(n), issuedOn });

  await stall.tell('CreateDraft', draftFor(orderId));
  await stall.tell('SubmitOrder', { orderId });
  await issue(41, '2026-11-01');
  expect(due()).toEqual(['2026-11-15', '2026-11-15']);
  await stall.tell('IssueCreditNote', { ...all, creditNoteId: id(51) });
  // A revision that says nothing of the day agrees to none.
  const changes = { lines: [{ kind: 'remove', lineId: line(orderId, 2) }] };
  await stall.tell('ReviseOrder', { orderId, baseRevision: 0, changes, reason: 'Less' });
  await issue(42, '2026-11-20');
  expect(due()).toEqual(['2026-12-04', '2026-12-04']);
  await stall.tell('IssueCreditNote', { ...all, creditNoteId: id(52) });
  const agreed = { dates: { dueOn: '2026-12-24' } };
  await stall.tell('ReviseOrder', { orderId, baseRevision: 1, changes: agreed, reason: 'Rang' });
  await issue(43, '2026-12-01');
  expect(due()).toEqual(['2026-12-24', '2026-12-24']);
});
