import { Submission, type Client } from '../../../client/index.ts';

export type StockAction = 'receive' | 'adjust' | 'count' | 'damaged' | 'buffer' | 'reorder';

/** Of an adjustment: more or less of it is there. Of damaged goods: what happens to them. */
export type Way = 'add' | 'remove' | 'set-aside' | 'sell-again' | 'write-off';

interface StockCommand {
  readonly type: 'ReceiveStock' | 'AdjustStock' | 'CountStock' | 'SetBuffer' | 'SetReorderLevel';
  readonly payload: Readonly<Record<string, string | number>>;
}

interface Written {
  readonly action: StockAction;
  readonly way: Way;
  readonly quantity: number;
  readonly text: string;
}

const remark = (text: string) => (text.trim() === '' ? {} : { note: text });

/** What an adjustment does to what is there, and to what of it can't be sold. */
const adjustment = (way: Way, quantity: number): { delta: number; unavailable?: number } => {
  switch (way) {
    case 'add':
      return { delta: quantity };
    case 'remove':
      return { delta: -quantity };
    case 'set-aside':
      return { delta: 0, unavailable: quantity };
    case 'sell-again':
      return { delta: 0, unavailable: -quantity };
    case 'write-off':
      return { delta: -quantity, unavailable: -quantity };
  }
};

/** The command that books what was written. */
export const stockCommand = (productId: string, { action, way, quantity, text }: Written): StockCommand => {
  switch (action) {
    case 'receive':
      return { type: 'ReceiveStock', payload: { productId, quantity, ...remark(text) } };
    case 'adjust':
    case 'damaged':
      return { type: 'AdjustStock', payload: { productId, ...adjustment(way, quantity), reason: text } };
    case 'count':
      return { type: 'CountStock', payload: { productId, counted: quantity, ...remark(text) } };
    case 'buffer':
      return { type: 'SetBuffer', payload: { productId, quantity, reason: text } };
    case 'reorder':
      return { type: 'SetReorderLevel', payload: { productId, level: quantity === 0 ? 'none' : quantity } };
  }
};

/** On hand after what was written, in thousandths. */
export const onHandAfter = (onHand: number, { action, way, quantity }: Omit<Written, 'text'>): number => {
  if (action === 'buffer' || action === 'reorder') return onHand;
  if (action === 'count') return quantity;
  return onHand + (action === 'receive' ? quantity : adjustment(way, quantity).delta);
};

/** Stock that came in, changed, broke or was counted, being written down. */
export class StockForm {
  readonly action: StockAction;
  way = $state<Way>('remove');
  quantity = $state<number | null>(null);
  text = $state('');
  quantityMissing = $state(false);
  reasonMissing = $state(false);
  readonly submission: Submission;

  /** Damaged goods that lie there already are most likely to be written off, all of them. */
  constructor(
    client: Client,
    action: StockAction,
    { unavailable, reorderLevel }: { readonly unavailable: number; readonly reorderLevel?: number },
  ) {
    this.action = action;
    this.submission = new Submission(client);
    if (action === 'reorder') this.quantity = reorderLevel ?? null;
    if (action !== 'damaged') return;
    this.way = unavailable > 0 ? 'write-off' : 'set-aside';
    if (unavailable > 0) this.quantity = unavailable;
  }

  /** What is on hand then; undefined while nothing readable is written. */
  after(onHand: number): number | undefined {
    const { action, way, quantity } = this;
    return quantity === null ? undefined : onHandAfter(onHand, { action, way, quantity });
  }

  get needsReason(): boolean {
    return ['adjust', 'damaged', 'buffer'].includes(this.action);
  }

  async save(productId: string): Promise<boolean> {
    const { action, way, quantity, text } = this;
    this.quantityMissing =
      quantity === null || (quantity === 0 && !['count', 'buffer', 'reorder'].includes(action));
    this.reasonMissing = this.needsReason && text.trim() === '';
    if (quantity === null || this.quantityMissing || this.reasonMissing) return false;
    const { type, payload } = stockCommand(productId, { action, way, quantity, text });
    await this.submission.send(type, payload);
    return this.submission.state === 'saved';
  }
}
