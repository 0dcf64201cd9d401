import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { ADA, id, openStall, type Stall } from '../../../test/spec/stall.ts';
import { customerView } from './projection.ts';
import { CustomerDetails, CustomerList } from './query.ts';

let stall: Stall;
const seen = () => project(customerView).after(stall.events);
const names = async (params: object) =>
  (await ask(CustomerList, seen().tables, params)).rows.map(({ name }) => name);

describe('a customer', () => {
  beforeEach(async () => {
    stall = await openStall();
  });

  it('is found by the beginning of any word, whatever its case and accents', async () => {
    for (const text of ['ada', 'ANGST', 'example', 'ang ad'])
      await expect(names({ text }), text).resolves.toEqual(['Ada Ångström']);
    await expect(names({ text: 'da' })).resolves.toEqual([]);
    await expect(names({ text: 'ada bob' })).resolves.toEqual([]);
  });

  it('stands in the list by its name as people count it', async () => {
    for (const [n, name] of ['Stall 10', 'Stall 9'].entries())
      await stall.tell('CreateCustomer', { customerId: id(200 + n), name });
    await expect(names({})).resolves.toEqual(['Ada Ångström', 'Stall 9', 'Stall 10']);
  });

  it('is found by a telephone number typed in one go', async () => {
    await stall.tell('ChangeCustomer', { customerId: ADA, name: 'Ada', phone: '(212) 555-0142' });
    for (const text of ['2125550142', '5550142', '555-0142'])
      await expect(names({ text }), text).resolves.toEqual(['Ada']);
  });

  it('is found by a tax number as it is written, and typed in one go', async () => {
    await stall.tell('ChangeCustomer', { customerId: ADA, taxNumber: 'DE 123 456 789' });
    for (const text of ['DE 123 456 789', 'de123456789', '456'])
      await expect(names({ text }), text).resolves.toEqual(['Ada Ångström']);
  });

  it('is known by what was said last, and by nothing that was taken back', async () => {
    await stall.tell('ChangeCustomer', { customerId: ADA, name: 'Ada Lovelace', email: '' });
    await expect(names({ text: 'lovelace' })).resolves.toEqual(['Ada Lovelace']);
    await expect(names({ text: 'example' })).resolves.toEqual([]);
    const details = await ask(CustomerDetails, seen().tables, { customerId: ADA });
    expect(details).toMatchObject({ name: 'Ada Lovelace', shelf: 'active' });
    expect(details?.email).toBeUndefined();
  });

  it('is listed among the archived until it is restored', async () => {
    await stall.tell('ArchiveCustomer', { customerId: ADA });
    await expect(names({})).resolves.toEqual([]);
    await expect(names({ text: 'ada' })).resolves.toEqual([]);
    await expect(names({ text: 'ada', archived: true })).resolves.toEqual(['Ada Ångström']);
    await stall.tell('RestoreCustomer', { customerId: ADA });
    await expect(names({})).resolves.toEqual(['Ada Ångström']);
  });

  it('is unknown by another id', async () => {
    await expect(ask(CustomerDetails, seen().tables, { customerId: id(99) })).resolves.toBeUndefined();
  });
});

describe('many customers, some of one name', () => {
  const given = ['Zoe Anders', 'Anna Ander', 'Anna Ander', 'anna ander', 'Émile Anton', 'Bob', 'Ander Anna'];
  beforeAll(async () => {
    stall = await openStall();
    for (const [n, name] of given.entries())
      await stall.tell('CreateCustomer', { customerId: id(40 + n), name });
  });

  const walk = async (params: object) => {
    const found: { name: string; customerId: string }[] = [];
    for (let after: string | undefined; ;) {
      const { rows, next } = await ask(CustomerList, seen().tables, { ...params, ...(after && { after }) });
      found.push(...rows);
      if (next === undefined) return found;
      after = next;
    }
  };

  it.each([1, 2, 50])('come by name, equals in the order they came, %i at a time', async (limit) => {
    expect((await walk({ limit })).map(({ name }) => name)).toEqual([
      'Ada Ångström',
      'Ander Anna',
      'Anna Ander',
      'Anna Ander',
      'anna ander',
      'Bob',
      'Émile Anton',
      'Zoe Anders',
    ]);
  });

  it.each([1, 2, 50])('are each found once, though by several words, %i at a time', async (limit) => {
    const found = await walk({ text: 'an', limit });
    expect(found.map(({ name }) => name)).toEqual([
      'Anna Ander',
      'Anna Ander',
      'anna ander',
      'Ander Anna',
      'Zoe Anders',
      'Ada Ångström',
      'Émile Anton',
    ]);
    expect(new Set(found.map(({ customerId }) => customerId)).size).toBe(7);
  });

  it('are all listed for a text without a word', async () => {
    await expect(names({ text: ' – ' })).resolves.toHaveLength(8);
  });
});
