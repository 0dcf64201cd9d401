import { live, useClient, type Submission } from '../../../client/index.ts';
import type { Receipt } from '../../../kernel/index.ts';
import { CustomerCredit, type OrderCredit } from '../../../views/customer-statement/index.ts';
import { creditIn, sharesOf } from './credit.ts';

/** As many orders as one command takes credit from. */
const MOST = 20;

interface Whose {
  readonly customerId: string;
  readonly currency: string;
}

/** What a customer has to spend on an order, from which of their other orders, and the spending of it. */
export class Purse {
  readonly #client = useClient();
  readonly #known: { readonly current: readonly OrderCredit[] };

  /** `whose`: undefined where there is nobody, or nothing may be spent. Follows what it says, so made as a component begins. */
  constructor(whose: () => Whose | undefined) {
    const asked = live(CustomerCredit, () => {
      const customerId = whose()?.customerId;
      return customerId === undefined ? undefined : { customerId };
    });
    const known = $derived(
      (asked.current ?? []).filter(({ currency }) => currency === whose()?.currency).slice(0, MOST),
    );
    this.#known = {
      get current() {
        return known;
      },
    };
  }

  get credits(): readonly OrderCredit[] {
    return this.#known.current;
  }

  /** Minor units. */
  get amount(): number {
    return creditIn(this.credits);
  }

  /** While nobody knows what became of it, the submission sends it again as it was. */
  spend(submission: Submission, orderId: string, amount: number): Promise<Receipt> {
    const from = sharesOf(this.credits, amount).map((share) => ({
      ...share,
      ...{ paymentId: this.#client.newId(), refundId: this.#client.newId() },
    }));
    return submission.send('SpendCredit', { orderId, from });
  }
}
