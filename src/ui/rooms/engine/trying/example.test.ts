import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { exampleOf, optionalOf } from './example.ts';

const Payload = z.object({
  orderId: z.uuid(),
  on: z.iso.date(),
  kind: z.enum(['cash', 'card']),
  amount: z.int().check(z.positive()),
  discount: z.discriminatedUnion('by', [
    z.object({ by: z.literal('rate'), rate: z.int().check(z.minimum(5)) }),
    z.object({ by: z.literal('sum'), sum: z.int() }),
  ]),
  lines: z.array(z.object({ lineId: z.uuid() })).check(z.minLength(1)),
  gift: z.boolean(),
  note: z.optional(z.string()),
});

it('is a payload that its schema takes, with fresh ids and nothing that need not be there', () => {
  let n = 0;
  const newId = () => `00000000-0000-4000-8000-00000000000${String((n += 1))}`;
  const schema = z.toJSONSchema(Payload, { io: 'input' });
  const example = exampleOf(schema, { newId, now: '2026-11-21T10:00:00.000Z' });
  expect(Payload.parse(example)).toEqual({
    orderId: '00000000-0000-4000-8000-000000000001',
    on: '2026-11-21',
    kind: 'cash',
    amount: 1,
    discount: { by: 'rate', rate: 5 },
    lines: [{ lineId: '00000000-0000-4000-8000-000000000002' }],
    gift: false,
  });
  expect(optionalOf(schema)).toEqual(['note']);
});
