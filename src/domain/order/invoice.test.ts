import { beforeEach, describe, expect, it } from 'vitest';
import { ADA, draftFor, id, line, openStall, type Stall } from '../../../test/spec/stall.ts';
import { orders } from './index.ts';

const BOOK = {
  ...{ name: 'Farm', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine', defaultTaxRate: 10_000 },
  ...{ numberPrefix: 'A-', paymentDays: 14 },
};

it('each asks for the money by a day of its own, until one is agreed', async () => {
  const stall = await openStall();
  await stall.tell('OpenBook', BOOK);
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

describe('for a customer with a tax number and days to pay of their own', () => {
  let stall: Stall;
  const orderId = id(21);
  const state = () =>
    stall.events
      .filter(({ stream }) => stream === orders.stream(orderId))
      .reduce((folded, event) => orders.evolve(folded, event), orders.initial);
  const issue = async (more: object = {}) => {
    await stall.tell('IssueInvoice', { orderId, invoiceId: id(41), issuedOn: '2026-11-01', ...more });
    return state().invoices.at(-1);
  };
  const agree = (dueOn: string) => {
    const changes = { dates: { dueOn } };
    return stall.tell('ReviseOrder', { orderId, baseRevision: 0, changes, reason: 'Rang' });
  };

  beforeEach(async () => {
    stall = await openStall();
    await stall.tell('OpenBook', BOOK);
    await stall.tell('CreateDraft', draftFor(orderId));
    await stall.tell('SubmitOrder', { orderId });
    // Said after the order was agreed: it is of the paper, not of the order.
    await stall.tell('ChangeCustomer', { customerId: ADA, taxNumber: 'DE 1', paymentDays: 30 });
  });

  it('says the number, and asks for the money by their days, not by the book’s', async () => {
    expect(await issue()).toMatchObject({
      dueOn: '2026-12-01',
      customer: { name: 'Ada Ångström', taxNumber: 'DE 1' },
    });
    expect(state().dates.dueOn).toBe('2026-12-01');
  });

  it('asks for it by the day that was agreed for the order', async () => {
    await agree('2026-11-05');
    expect(await issue()).toMatchObject({ dueOn: '2026-11-05' });
  });

  it('asks for it by the day that is said, or by none', async () => {
    await agree('2026-11-05');
    expect(await issue({ dueOn: '2026-11-30' })).toMatchObject({ dueOn: '2026-11-30' });
    await stall.tell('IssueCreditNote', { orderId, creditNoteId: id(51), reason: 'Again' });
    expect((await issue({ invoiceId: id(42), dueOn: 'none' }))?.dueOn).toBeUndefined();
  });

  it('leaves no day due when it was taken back in full, or says none', async () => {
    await issue();
    expect(state()).toMatchObject({ invoiced: 2310, dates: { dueOn: '2026-12-01' } });
    await stall.tell('IssueCreditNote', { orderId, creditNoteId: id(51), reason: 'Again' });
    expect(state().dates.dueOn).toBeUndefined();
    expect(state().invoiced).toBeUndefined();
    await issue({ invoiceId: id(42), dueOn: 'none' });
    expect(state()).toMatchObject({ invoiced: 2310, dates: { dueOn: undefined } });
  });

  it('is not due before its own day', async () => {
    const payload = { orderId, invoiceId: id(41), issuedOn: '2026-11-01' };
    expect(await stall.attempt('IssueInvoice', { ...payload, dueOn: '2026-10-31' })).toBe(false);
    expect(await stall.attempt('IssueInvoice', { ...payload, dueOn: '2026-11-01' })).toBe(true);
  });

  it('asks for it by the book’s days once theirs are taken away', async () => {
    await stall.tell('ChangeCustomer', { customerId: ADA, paymentDays: 'none' });
    expect(await issue()).toMatchObject({ dueOn: '2026-11-15' });
  });

  it('stays as it is when they change, and its credit note says the same number', async () => {
    await issue();
    await stall.tell('ChangeCustomer', { customerId: ADA, taxNumber: 'FR 2', paymentDays: 5 });
    await stall.tell('IssueCreditNote', { orderId, creditNoteId: id(51), reason: 'Wrong' });
    const { invoices, creditNotes } = state();
    expect(invoices).toMatchObject([{ dueOn: '2026-12-01', customer: { taxNumber: 'DE 1' } }]);
    expect(creditNotes).toMatchObject([{ customer: { taxNumber: 'DE 1' } }]);
  });

  it('knows neither once they are forgotten', async () => {
    await stall.tell('ForgetCustomer', { customerId: ADA, reason: 'Asked' });
    const invoice = await issue();
    expect(invoice?.customer).not.toHaveProperty('taxNumber', 'DE 1');
    expect(invoice?.dueOn).toBe('2026-11-15');
  });
});
