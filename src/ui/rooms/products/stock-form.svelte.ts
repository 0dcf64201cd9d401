import { Submission, type Client } from '../../../client/index.ts';

export type StockAction = 'receive' | 'adjust' | 'count' | 'buffer';

interface StockCommand {
  readonly type: 'ReceiveStock' | 'AdjustStock' | 'CountStock' | 'SetBuffer';
  readonly payload: Readonly<Record<string, string | number>>;
}

interface Written {
  readonly action: StockAction;
  readonly way: 'add' | 'remove';
  readonly quantity: number;
  readonly text: string;
}

const remark = (text: string) => (text.trim() === '' ? {} : { note: text });

/** The command that books what was written. */
export const stockCommand = (productId: string, { action, way, quantity, text }: Written): StockCommand => {
  switch (action) {
    case 'receive':
      return { type: 'ReceiveStock', payload: { productId, quantity, ...remark(text) } };
    case 'adjust':
      return {
        type: 'AdjustStock',
        payload: { productId, delta: way === 'add' ? quantity : -quantity, reason: text },
      };
    case 'count':
      return { type: 'CountStock', payload: { productId, counted: quantity, ...remark(text) } };
    case 'buffer':
      return { type: 'SetBuffer', payload: { productId, quantity, reason: text } };
  }
};

/** On hand after what was written, in thousandths. */
export const onHandAfter = (onHand: number, { action, way, quantity }: Omit<Written, 'text'>): number => {
  if (action === 'buffer') return onHand;
  if (action === 'count') return quantity;
  return action === 'adjust' && way === 'remove' ? onHand - quantity : onHand + quantity;
};

/** Stock that came in, changed or was counted, being written down. */
export class StockForm {
  readonly action: StockAction;
  way = $state<'add' | 'remove'>('remove');
  quantity = $state<number | null>(null);
  text = $state('');
  quantityMissing = $state(false);
  reasonMissing = $state(false);
  readonly submission: Submission;

  constructor(client: Client, action: StockAction) {
    this.action = action;
    this.submission = new Submission(client);
  }

  /** What is on hand then; undefined while nothing readable is written. */
  after(onHand: number): number | undefined {
    const { action, way, quantity } = this;
    return quantity === null ? undefined : onHandAfter(onHand, { action, way, quantity });
  }

  get needsReason(): boolean {
    return this.action === 'adjust' || this.action === 'buffer';
  }

  async save(productId: string): Promise<boolean> {
    const { action, way, quantity, text } = this;
    this.quantityMissing = quantity === null || (quantity === 0 && !['count', 'buffer'].includes(action));
    this.reasonMissing = this.needsReason && text.trim() === '';
    if (quantity === null || this.quantityMissing || this.reasonMissing) return false;
    const { type, payload } = stockCommand(productId, { action, way, quantity, text });
    await this.submission.send(type, payload);
    return this.submission.state === 'saved';
  }
}
