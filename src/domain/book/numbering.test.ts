import { describe, expect, it } from 'vitest';
import { fc } from '../../../test/spec/fc.ts';
import { given } from '../../../test/spec/decision.ts';
import { draftFor, id, openStall } from '../../../test/spec/stall.ts';
import { on } from '../../kernel/index.ts';
import { OrderId } from '../ids.ts';
import { NumberAllocated, NumberingSet, numberLabel, readSeriesName, series } from '../series/index.ts';
import {
  BOOK_ID,
  BookOpened,
  books,
  BookSettingsChanged,
  ChangeBookSettings,
  defaultBook,
  OpenBook,
} from './index.ts';
import { SetNumbering } from './numbering.ts';

const opened = on(books, BOOK_ID, BookOpened(defaultBook));
const orderId = OrderId.parse(id(1));
const gave = (name: string, number: number) =>
  on(series, name, NumberAllocated({ series: name, number, orderId }));
const set = (name: string, next: number, digits?: number) => NumberingSet({ series: name, next, digits });

describe('numbers of one’s own', () => {
  it('go on where another program stopped, with their zeros', () =>
    given(opened)
      .when(SetNumbering, { invoice: { prefix: 'R-2026-', next: 417, digits: 4 } })
      .then(
        BookSettingsChanged({ ...defaultBook, invoicePrefix: 'R-2026-' }),
        set('invoice:R-2026-', 417, 4),
      ));

  it('go on ahead of what was given, and say what is free where they are not ahead', async () => {
    const given1007 = given(opened, gave('A-', 1007));
    await given1007.when(SetNumbering, { order: { prefix: 'A-', next: 1010 } }).then(set('A-', 1010));
    await given1007
      .when(SetNumbering, { order: { prefix: 'A-', next: 1007 } })
      .thenRejected('number-taken', { of: 'order', last: 'A-1007', free: 'A-1008' });
  });

  it('can be set back to anything that was not given yet', () =>
    given(opened, gave('A-', 1007), on(series, 'A-', set('A-', 5000)))
      .when(SetNumbering, { order: { prefix: 'A-', next: 1008 } })
      .then(set('A-', 1008)));

  it('begin below the usual ones in a series without any', () =>
    given(opened)
      .when(SetNumbering, { creditNote: { prefix: 'G', next: 1 } })
      .then(BookSettingsChanged({ ...defaultBook, creditNotePrefix: 'G' }), set('credit-note:G', 1)));

  it('that stand so already are nothing new', () =>
    given(opened, gave('A-', 1007))
      .when(SetNumbering, { order: { prefix: 'A-', next: 1008 } })
      .thenNothing());

  it('change places in one go, and are never of two kinds under one prefix', async () => {
    const changing = (invoice: string, creditNote: string) =>
      given(opened).when(SetNumbering, {
        invoice: { prefix: invoice, next: 1001 },
        creditNote: { prefix: creditNote, next: 1001 },
      });
    await changing('CN-', 'INV-').then(
      BookSettingsChanged({ ...defaultBook, invoicePrefix: 'CN-', creditNotePrefix: 'INV-' }),
    );
    await changing('R-', 'R-').thenRejected('prefixes-clash', { prefix: 'R-' });
  });

  it.each(['#', 'R#', '2026/'])('begin with a sign that sellers number by: %s', (prefix) =>
    given(opened)
      .when(SetNumbering, { order: { prefix, next: 1001 } })
      .then(BookSettingsChanged({ ...defaultBook, numberPrefix: prefix })),
  );

  it('need an open book', () =>
    given()
      .when(SetNumbering, { order: { prefix: 'A-', next: 5 } })
      .thenRejected('book-not-open'));

  it.each([0, -1, 1.5, 1_000_000_000])('are whole and no longer than is read out: not %d', (next) =>
    given(opened)
      .when(SetNumbering, { order: { prefix: 'A-', next } })
      .thenMalformed('order.next'),
  );
});

describe('prefixes that differ in digits alone', () => {
  const used = given(opened, gave('A-', 1007));
  it('are refused once one of them has numbered anything, however they are said', async () => {
    await used
      .when(SetNumbering, { order: { prefix: 'A-1', next: 8 } })
      .thenRejected('numbers-alike', { prefix: 'A-' });
    await used
      .when(ChangeBookSettings, { numberPrefix: 'A-1' })
      .thenRejected('numbers-alike', { prefix: 'A-' });
    await given(gave('A-', 1001))
      .when(OpenBook, { ...defaultBook, numberPrefix: 'A-10' })
      .thenRejected('numbers-alike', { prefix: 'A-' });
  });
  it('are taken as long as none has, and where a sign parts them', async () => {
    await given(opened)
      .when(SetNumbering, { order: { prefix: 'A-1', next: 8 } })
      .then(BookSettingsChanged({ ...defaultBook, numberPrefix: 'A-1' }), set('A-1', 8));
    await used
      .when(SetNumbering, { order: { prefix: 'A-1/', next: 8 } })
      .then(BookSettingsChanged({ ...defaultBook, numberPrefix: 'A-1/' }), set('A-1/', 8));
  });
});

/** Few enough that they meet: `A-` with 11 reads like `A-1` with 1, and `A-10` with 1 like `A-1` with 01. */
const prefix = fc.constantFrom('A-', 'A-1', 'A-10');
const next = fc.constantFrom(1, 2, 11, 12, 101, 102);
const digits = fc.option(fc.constantFrom(2, 3), { nil: undefined });
const step = fc.oneof(
  fc.constant({ type: 'order' as const }),
  fc.record({
    type: fc.constant('SetNumbering' as const),
    payload: fc.record({
      order: fc.record({ prefix, next, digits }),
    }),
  }),
  fc.record({
    type: fc.constant('ChangeBookSettings' as const),
    payload: fc.record({ numberPrefix: prefix }),
  }),
);

const twice = (labels: readonly string[]): readonly string[] =>
  labels.filter((label, at) => labels.indexOf(label) !== at);

it('no number is ever given twice, and none is left out but those that were passed over', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const stall = await openStall();
      await stall.tell('OpenBook', { ...defaultBook });
      for (const [n, one] of steps.entries())
        if (one.type === 'order') {
          await stall.tell('CreateDraft', draftFor(id(200 + n)));
          await stall.attempt('SubmitOrder', { orderId: id(200 + n) });
        } else await stall.attempt(one.type, one.payload);
      const submitted = stall.events.filter(({ type }) => type === 'OrderSubmitted');
      expect(twice(submitted.map(({ data }) => (data as { number: string }).number))).toEqual([]);
      const next = new Map<string, number>();
      for (const { type, data } of stall.events) {
        const {
          series: name,
          next: ahead,
          number,
        } = data as { series: string; next: number; number: number };
        if (type === 'NumberingSet') next.set(name, ahead);
        if (type !== 'NumberAllocated') continue;
        expect(number).toBe(next.get(name) ?? 1001);
        next.set(name, number + 1);
      }
    }),
    { numRuns: 100 },
  ));

it('a series’ name says of what it is, and under which prefix', () => {
  expect(readSeriesName('invoice:R-')).toEqual({ of: 'invoice', prefix: 'R-' });
  expect(readSeriesName('credit-note:G')).toEqual({ of: 'creditNote', prefix: 'G' });
  expect(readSeriesName('A-')).toEqual({ of: 'order', prefix: 'A-' });
  expect(numberLabel('R-', 417, 4)).toBe('R-0417');
  expect(numberLabel('R-', 10_000, 4)).toBe('R-10000');
});
