import { Submission, type Client } from '../../../client/index.ts';
import type { ProductRow } from '../../../views/products/row.ts';
import { m } from '../../words/index.ts';
import { movedOf, type Beside } from './beside.ts';

type Goal = { readonly variantId: string; readonly title: string };

/** Stock of the product itself goes to one of its variants; a book that keeps the why of all that is adjusted is told it. */
export const moveToVariant = (
  { productId, name }: Pick<ProductRow, 'productId' | 'name'>,
  { variantId, title }: Goal,
  { beside, quantity }: { readonly beside: Beside; readonly quantity: number },
) => ({
  ...{ productId, from: productId, to: variantId, ...movedOf(beside, quantity) },
  reason: m.products_move_reason({ name, variant: title }),
});

/** Stock that is to be moved to a variant: all of it, to the first, unless somebody says otherwise. */
export class MoveForm {
  to = $state('');
  quantity = $state<number | null>(null);
  quantityMissing = $state(false);
  readonly beside: Beside;
  readonly goals: readonly Goal[];
  readonly submission: Submission;

  constructor(client: Client, beside: Beside, goals: readonly Goal[]) {
    this.submission = new Submission(client);
    this.beside = beside;
    this.goals = goals;
    this.to = goals[0]?.variantId ?? '';
    this.quantity = beside.free;
  }

  get goal(): Goal | undefined {
    return this.goals.find(({ variantId }) => variantId === this.to);
  }

  async save(product: Pick<ProductRow, 'productId' | 'name'>): Promise<boolean> {
    const { beside, quantity, goal } = this;
    this.quantityMissing = quantity === null || quantity === 0;
    if (quantity === null || this.quantityMissing || !goal) return false;
    await this.submission.send('MoveStock', moveToVariant(product, goal, { beside, quantity }));
    return this.submission.state === 'saved';
  }
}
