import { commands } from '../../src/domain/index.ts';
import { processes } from '../../src/processes/index.ts';
import { MemoryBook } from './memory-book.ts';

// A market stall to tell read models about, through the trade's own commands and processes.

/** The n-th id of a spec. */
export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const HONEY = id(1);
export const SOAP = id(2);
export const ADA = id(11);

export class Stall {
  readonly #book = new MemoryBook({ commands, processes, permits: () => true });
  #told = 0;

  get events() {
    return this.#book.events;
  }

  /** Gives a command; whether it was carried out. */
  async attempt(type: string, payload: object, occurredAt?: string): Promise<boolean> {
    this.#told += 1;
    const command = { commandId: `command-${this.#told}`, type, payload, ...(occurredAt && { occurredAt }) };
    const [receipt] = await this.#book.dispatch([command]);
    return receipt?.status === 'committed';
  }

  /** Gives a command that must not be refused. */
  async tell(type: string, payload: object, occurredAt?: string): Promise<void> {
    if (!(await this.attempt(type, payload, occurredAt))) throw new Error(`${type} was refused`);
  }
}

/** Honey at 9.80 a jar, soap at 3.50 a piece, 10 % tax in both, nothing on hand, and a customer. */
export const openStall = async (): Promise<Stall> => {
  const stall = new Stall();
  const taxRate = 10_000;
  const honey = { productId: HONEY, name: 'Honey', sku: 'H-1', unit: 'jar', unitPrice: 98_000, taxRate };
  await stall.tell('CreateProduct', honey);
  await stall.tell('CreateProduct', {
    productId: SOAP,
    name: 'Soap',
    unit: 'pcs',
    unitPrice: 35_000,
    taxRate,
  });
  await stall.tell('CreateCustomer', { customerId: ADA, name: 'Ada Ångström', email: 'ada@example.org' });
  return stall;
};

/** A draft for Ada: two jars and one piece of soap, 23.10. */
export const draftFor = (orderId: string) => ({
  orderId,
  customerId: ADA,
  lines: [
    { lineId: line(orderId, 1), productId: HONEY, quantity: 2000 },
    { lineId: line(orderId, 2), productId: SOAP, quantity: 1000 },
  ],
});

/** Id of an order's n-th line. */
export const line = (orderId: string, n: number): string =>
  `${String(n).padStart(8, '0')}${orderId.slice(8)}`;
