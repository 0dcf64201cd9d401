import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { part, personal, personalPlan, rejoin, subject, subjectOf, UnforgettableError } from './index.ts';

const GuestId = subject(z.string());
const name = personal(z.string(), 'a guest who was forgotten');
const phone = z.optional(personal(z.string()));
const Guest = z.object({ guestId: GuestId, name, phone, room: z.int() });

const planOf = (schema: z.ZodMiniType) => {
  const plan = personalPlan(schema, 'Test');
  if (!plan) throw new Error('nothing personal was found');
  return plan;
};

const ann = { guestId: 'a', name: 'Ann', phone: '123', room: 7 };
const bob = { guestId: 'b', name: 'Bob', room: 8 };

describe('a person’s own values', () => {
  it('are parted from the rest, and leave something in the place of what must be there', () => {
    const { open, taken } = part(planOf(Guest), ann);
    expect(JSON.stringify(open)).toBe('{"guestId":"a","name":"a guest who was forgotten","room":7}');
    expect([...taken]).toEqual([
      [
        'a',
        [
          [['name'], 'Ann'],
          [['phone'], '123'],
        ],
      ],
    ]);
  });

  it('are put back where they stood', () => {
    const plan = planOf(z.object({ guests: z.array(Guest), host: z.optional(Guest) }));
    const party = { guests: [ann, bob], host: bob };
    const { open, taken } = part(plan, party);
    expect(JSON.stringify(open)).not.toMatch(/Ann|Bob|123/);
    expect([...taken.values()].reduce((value, of) => rejoin(value, of), open)).toEqual(party);
  });

  it('belong to whom the nearest object names', () => {
    const plan = planOf(z.object({ guestId: GuestId, friend: Guest, door: z.optional(z.object({ phone })) }));
    const { taken } = part(plan, { guestId: 'b', friend: ann, door: { phone: '9' } });
    expect(taken.get('a')).toHaveLength(2);
    expect(taken.get('b')).toEqual([[['door', 'phone'], '9']]);
  });

  it('belong to the only one named, wherever that is', () => {
    const plan = planOf(z.object({ guest: z.optional(Guest), door: z.object({ phone }) }));
    expect(part(plan, { guest: bob, door: { phone: '9' } }).taken.get('b')).toHaveLength(2);
  });

  it('stay when they belong to nobody known', () => {
    const plan = planOf(z.object({ guest: z.optional(Guest), door: z.object({ phone }) }));
    expect(part(plan, { door: { phone: '9' } })).toEqual({
      open: { door: { phone: '9' } },
      taken: new Map(),
    });
  });

  it('leave an optional member out, also where it would need no stand-in elsewhere', () => {
    expect(part(planOf(z.object({ guestId: GuestId, name: z.optional(name) })), ann).open).not.toHaveProperty(
      'name',
      'a guest who was forgotten',
    );
  });

  it('are found through unions, pipes and defaults', () => {
    const either = z.union([
      z.object({ kind: z.literal('none') }),
      z.extend(Guest, { kind: z.literal('one') }),
    ]);
    const { open } = part(planOf(z.object({ who: z._default(either, { kind: 'none' }) })), {
      who: { kind: 'one', ...ann },
    });
    expect(JSON.stringify(open)).not.toMatch(/Ann|123/);
  });
});

it('finds whom a value names, and that a schema names nobody', () => {
  expect(subjectOf(planOf(z.object({ of: z.array(Guest) })), { of: [bob, ann] })).toBe('b');
  expect(personalPlan(z.object({ room: z.int() }), 'Test')).toBeUndefined();
});

it('refuses a schema whose personal value must be there but has nothing to stand for it', () => {
  const unmarked = z.object({ guestId: GuestId, name: personal(z.string()) });
  expect(() => personalPlan(unmarked, 'Test')).toThrow(UnforgettableError);
});
