import { describe, expect, it } from 'vitest';
import { CurrencyCode, TaxRate } from '../../../domain/pricing/index.ts';
import type { Receipt } from '../../../kernel/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { DraftEditor } from './editor.svelte.ts';

const mug = {
  ...{ productId: 'mug', name: 'Mug', unit: 'pcs', taxRate: TaxRate.parse(19_000), unitPrice: 220_000 },
};

interface Sent {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly commandId: string | undefined;
}

/** A book that answers each command at once; `answer` may say otherwise. */
const bookOf = (answer: (sent: Sent) => Receipt['status'] = () => 'committed') => {
  const sent: Sent[] = [];
  let ids = 0;
  let version = 0;
  const client = {
    newId: () => `id-${String(++ids)}`,
    dispatch: (type: string, payload: unknown, options?: { commandId?: string }): Promise<Receipt> => {
      const command = { type, payload: payload as Sent['payload'], commandId: options?.commandId };
      sent.push(command);
      const commandId = options?.commandId ?? '';
      switch (answer(command)) {
        case 'rejected': {
          const rejection = { code: 'product-archived', message: 'It is put away.', values: {} };
          return Promise.resolve({ status: 'rejected', commandId, rejection });
        }
        case 'in-doubt':
          return Promise.resolve({ status: 'in-doubt', commandId, reason: 'no-answer' });
        default: {
          version += 1;
          return Promise.resolve({
            status: 'committed',
            commandId,
            position: 1,
            streams: { 'order-o': version },
          });
        }
      }
    },
  };
  const written: number[] = [];
  const editor = new DraftEditor(client, {
    orderId: 'o',
    currency: CurrencyCode.parse('EUR'),
    onwritten: (order) => written.push(order.lines.length),
  });
  return { editor, sent, types: () => sent.map(({ type }) => type), written };
};

describe('a draft in the form', () => {
  it('writes nothing until its first line, then everything typed in one go', async () => {
    const { editor, types, sent } = bookOf();
    editor.setCustomer({ customerId: 'c', name: 'Anna' });
    expect(await editor.write()).toBe(true);
    expect([types(), editor.begun]).toEqual([[], false]);
    const lineId = editor.addProduct(mug);
    editor.changeLine(lineId, { quantity: 3_000 });
    expect(await editor.write()).toBe(true);
    expect(types()).toEqual(['CreateDraft']);
    expect(sent[0]?.payload).toMatchObject({ customerId: 'c', lines: [{ quantity: 3_000 }] });
    expect(editor.begun).toBe(true);
  });

  it('says how much of it the book holds', async () => {
    const { editor } = bookOf();
    const said = [editor.saved];
    const lineId = editor.addProduct(mug);
    said.push(editor.saved);
    await editor.write();
    said.push(editor.saved);
    editor.changeLine(lineId, { quantity: null });
    await editor.write();
    said.push(editor.saved);
    expect(said).toEqual(['nothing', 'soon', 'all', 'incomplete']);
  });

  it('sends one command for many strokes, and none when they come to the same', async () => {
    const { editor, types } = bookOf();
    const lineId = editor.addProduct(mug);
    await editor.write();
    for (const quantity of [2_000, 25_000, 1_000]) editor.changeLine(lineId, { quantity });
    await editor.write();
    expect(types()).toEqual(['CreateDraft']);
    editor.changeLine(lineId, { quantity: 4_000 });
    await Promise.all([editor.write(), editor.write()]);
    expect(types()).toEqual(['CreateDraft', 'ChangeLine']);
  });

  it('keeps what was refused in the form, says why, and tries it again only when it changes', async () => {
    const { editor, types } = bookOf(({ type }) => (type === 'AddLine' ? 'rejected' : 'committed'));
    editor.addProduct(mug);
    await editor.write();
    const lineId = editor.addProduct({ ...mug, productId: 'bowl' });
    expect(await editor.write()).toBe(false);
    expect(editor.typed.lines).toHaveLength(2);
    expect(editor.refused.get(lineId)?.rejection.code).toBe('product-archived');
    expect(await editor.write()).toBe(false);
    expect(types()).toEqual(['CreateDraft', 'AddLine']);
    editor.removeLine(lineId);
    expect(await editor.write()).toBe(true);
    expect(editor.refused.size).toBe(0);
  });

  it('asks for the fate of a command in doubt under its own id, before anything else is written', async () => {
    let doubts = 1;
    const { editor, sent } = bookOf(() => (doubts-- > 0 ? 'in-doubt' : 'committed'));
    editor.addProduct(mug);
    expect(await editor.write()).toBe(false);
    expect(editor.writing).toBe('in-doubt');
    editor.change({ shipping: 500 });
    expect(await editor.write()).toBe(true);
    expect(sent.map(({ type }) => type)).toEqual(['CreateDraft', 'CreateDraft', 'SetShipping']);
    expect(sent[1]?.commandId).toBe(sent[0]?.commandId);
  });

  it('takes over what another tab wrote, but never over something typed here', async () => {
    const { editor } = bookOf();
    const lineId = editor.addProduct(mug);
    await editor.write();
    const elsewhere = (version: number): OrderPage =>
      ({ version, lines: [], notes: [], dates: { promisedOn: '2026-12-01' } }) as unknown as OrderPage;
    editor.changeLine(lineId, { quantity: null });
    editor.adopt(elsewhere(7));
    expect(editor.typed.lines).toHaveLength(1);
    editor.changeLine(lineId, { quantity: 1_000 });
    editor.adopt(elsewhere(0));
    expect(editor.typed.lines).toHaveLength(1);
    editor.adopt(elsewhere(7));
    expect(editor.typed).toMatchObject({ lines: [], dates: { promisedOn: '2026-12-01' } });
  });

  it('takes over what another tab wrote just before a commit of its own, which raised the version past it', async () => {
    const { editor } = bookOf();
    const lineId = editor.addProduct(mug);
    await editor.write();
    const held = (version: number, quantity: number, unitPrice: number): OrderPage =>
      ({
        version,
        lines: [{ ...mug, lineId, quantity, unitPrice }],
        notes: [],
        dates: {},
      }) as unknown as OrderPage;
    editor.changeLine(lineId, { unitPrice: 100_000 });
    // The other tab's five pieces come in while the price is being written, and count once it is.
    const writing = editor.write();
    editor.adopt(held(2, 5_000, 100_000));
    expect(editor.typed.lines[0]).toMatchObject({ quantity: 1_000 });
    await writing;
    expect(editor.typed.lines[0]).toMatchObject({ quantity: 5_000, unitPrice: 100_000 });
    expect(editor.saved).toBe('all');
    // The same once more is nothing new, and what is typed since stays.
    const shown = editor.typed;
    editor.adopt(held(2, 5_000, 100_000));
    expect(editor.typed).toBe(shown);
  });
});
