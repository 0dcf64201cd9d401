import type { Client } from '../../../client/index.ts';
import { ProductDetails, ProductsByCode } from '../../../views/products/query.ts';
import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import type { DraftEditor } from './editor.svelte.ts';
import { beep } from './scanning/beep.ts';
import { sold, type Sellable } from './sold.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import { countOf, stockItemOf } from './typed-order.ts';

/** What a code left open: nothing bears it, only something put away does, more than one thing, or the book didn't say. */
type Open =
  | { readonly why: 'failed'; readonly code: string }
  | { readonly why: 'unknown'; readonly code: string }
  | { readonly why: 'archived'; readonly code: string; readonly name: string }
  | { readonly why: 'several'; readonly code: string; readonly choices: readonly Sellable[] };

/** Goods that come onto the order without being typed: scanned, or pressed on their tile. */
export class Intake {
  #said = $state('');
  /** What `#said` tells of, while it tells how much of one thing is on the order. */
  #told = $state.raw<{ readonly item: string; readonly on: number }>();
  open = $state.raw<Open>();
  readonly #client: Pick<Client, 'query'>;
  readonly #editor: DraftEditor;
  #queue = Promise.resolve();

  constructor(client: Pick<Client, 'query'>, editor: DraftEditor) {
    this.#client = client;
    this.#editor = editor;
  }

  /** What happened last, to be shown and read out; nothing once the order says otherwise. */
  get said(): string {
    const told = this.#told;
    return told && countOf(this.#editor.typed.lines, told.item) !== told.on ? '' : this.#said;
  }

  set said(text: string) {
    [this.#said, this.#told] = [text, undefined];
  }

  add(product: Sellable): void {
    this.#editor.addProduct(product);
    this.open = undefined;
    this.#say(product);
  }

  /** So many thousandths of each. */
  addAll(goods: readonly { readonly product: Sellable; readonly quantity: number }[]): void {
    for (const { product, quantity: thousandths } of goods) this.#editor.addProduct(product, thousandths);
    this.said = m.new_order_intake_again({ count: goods.length });
  }

  takeOne(product: Sellable): void {
    this.#editor.takeOne(stockItemOf(product));
    this.#say(product);
  }

  /** Puts on what bears the code; two scans in a row come on in that order. */
  scanned(code: string): Promise<void> {
    this.#queue = this.#queue
      .then(() => this.#look(code))
      .catch(() => {
        beep(false);
        [this.open, this.said] = [{ why: 'failed', code }, ''];
      });
    return this.#queue;
  }

  async #look(code: string): Promise<void> {
    const { answer } = await this.#client.query(ProductsByCode, { code });
    const inUse = answer.filter(({ archived }) => !archived);
    const ids = inUse.map(({ productId }) => productId).filter((id, index, all) => all.indexOf(id) === index);
    const rows = await Promise.all(ids.map((productId) => this.#client.query(ProductDetails, { productId })));
    const choices = sold(
      rows.flatMap((row) => row.answer ?? []),
      code,
    );
    const [only, another] = choices;
    beep(only !== undefined && another === undefined);
    const [away] = answer;
    if (only && !another) this.add(only);
    else if (only) this.open = { why: 'several', code, choices };
    else if (away)
      this.open = { why: 'archived', code, name: goodsName({ name: away.name, variant: away.variant }) };
    else this.open = { why: 'unknown', code };
    if (this.open) this.said = '';
  }

  #say(product: Sellable): void {
    const name = goodsName(product);
    const item = stockItemOf(product);
    const on = countOf(this.#editor.typed.lines, item);
    this.said =
      on === 0
        ? m.new_order_intake_off({ name })
        : m.new_order_intake_on({ name, quantity: quantity(on, product.unit) });
    this.#told = { item, on };
  }
}
