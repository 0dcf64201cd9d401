import { describe, expect, it } from 'vitest';
import { doubt, sentence } from './errors.ts';

describe('a refusal as a sentence', () => {
  it('names the values that clash, as the person writes them', () => {
    const refusal = {
      code: 'tendered-too-small',
      message: 'plain',
      values: { tendered: 2000, amount: 2450 },
    };
    expect(sentence(refusal, 'EUR')).toBe(
      '€20.00 was handed over, but €24.50 is to be paid. Nothing was booked.',
    );
  });

  it.each([
    ['variant-options-taken', { title: 'Oak' }, '“Oak” is a variant of this product already.'],
    ['variant-archived', { name: 'Chair', variant: 'Oak' }, '“Chair, Oak” is archived.'],
    ['variant-needed', { name: 'Chair' }, '“Chair” is sold in variants'],
    ['prefixes-clash', { prefix: 'A-' }, 'can’t share the prefix “A-”'],
    ['revision-out-of-date', {}, 'was revised meanwhile'],
    ['already-invoiced', { number: 'INV-1', changed: false }, 'is on invoice INV-1 already'],
    ['already-invoiced', { number: 'INV-1', changed: true }, 'Invoice INV-1 was issued before'],
    ['invoice-exists', { number: 'INV-1' }, 'issued already: INV-1'],
    ['nothing-to-credit', { number: 'INV-1' }, 'on invoice INV-1'],
    ['below-prepared', { name: 'Chai', unit: 'pcs', prepared: 2000 }, '2 of “Chai” is packed already'],
    ['more-than-left', { name: 'Chai', unit: 'kg', left: 1500, wanted: 2000 }, '1.5\u00a0kg of “Chai”'],
    ['more-than-prepared', { name: 'Chai', unit: 'pcs', left: 1000, wanted: 2000 }, 'Only 1 of “Chai”'],
    ['more-than-requested', { name: 'Chai', unit: 'pcs', left: 1000, wanted: 2000 }, '1 of “Chai”, not 2'],
    ['return-closed', { standing: 'closed' }, 'is closed already'],
    ['return-closed', { standing: 'cancelled' }, 'nothing of this return comes back'],
    ['operator-exists', { name: 'Ada' }, '“Ada” works here already.'],
    ['missing-file', {}, 'Choose it again.'],
  ])('has words of its own for %s, which a translation has too', (code, values, words) => {
    expect(sentence({ code, message: 'plain', values })).toContain(words);
  });

  it('lists every product that is short', () => {
    const products = [
      { name: 'Chai', unit: 'pcs', wanted: 6000, available: 2000 },
      { name: 'Tofu', unit: 'kg', wanted: 1500, available: 0 },
    ];
    expect(sentence({ code: 'stock-blocked', message: 'plain', values: { products } })).toContain(
      'Chai (2 of 6), Tofu (0\u00a0kg of 1.5\u00a0kg)',
    );
  });

  it('tells what holds an order: what a person wrote, or what is short in the reader’s own figures', () => {
    const said = (hold: object): string =>
      sentence({
        code: 'on-hold',
        message: 'plain',
        values: { reason: 'Call first', cause: 'person', ...hold },
      });
    expect(said({})).toBe('This order is on hold: Call first. Release it first.');
    const short = [
      { name: 'Chai', unit: 'pcs', missing: 1000, wanted: 6000 },
      { name: 'Tofu', unit: 'kg', missing: 500, wanted: 1500 },
    ];
    const told = 'Not enough stock: Chai (1 of 6 missing), Tofu (0.5\u00a0kg of 1.5\u00a0kg missing)';
    expect(said({ cause: 'stock', reason: 'plain', short })).toContain(`on hold: ${told}. `);
    expect(said({ cause: 'stock', reason: 'plain', short, before: 'Call first' })).toContain(
      `${told}; Call first. `,
    );
  });

  it('tells what is left of an invoice, in money or in pieces', () => {
    const said = (values: object): string =>
      sentence(
        { code: 'more-than-invoiced', message: 'plain', values: { number: 'INV-1', ...values } },
        'EUR',
      );
    expect(said({ amount: 2000, left: 1234 })).toContain('Only €12.34 is left of invoice INV-1');
    expect(said({ lineId: 'x', name: 'Tofu', unit: 'kg', wanted: 2000, left: 1500 })).toContain(
      'Only 1.5\u00a0kg of “Tofu” is left on invoice INV-1',
    );
  });

  it('tells a cancelled order from a draft', () => {
    const said = (lifecycle: string): string =>
      sentence({ code: 'not-open', message: 'plain', values: { lifecycle } });
    expect(said('draft')).toContain('still a draft');
    expect(said('cancelled')).toContain('cancelled');
  });

  it('lets a code it doesn’t know speak for itself', () => {
    expect(sentence({ code: 'brand-new', message: 'The plain sentence.' })).toBe('The plain sentence.');
  });
});

describe('a doubt', () => {
  it('asks for patience when nothing answered', () => {
    expect(doubt('no-answer')).toContain('don’t enter it a second time');
  });

  it('says what stands in the way where that is known', () => {
    expect(doubt('newer-version')).toContain('another tab');
    expect(doubt('book-replaced')).toContain('Another book');
  });
});
