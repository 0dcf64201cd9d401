import { fc } from '../../test/spec/fc.ts';
import { expect, it } from 'vitest';
import { daysAfter, secondOf } from './calendar.ts';

const date = fc.date({ min: new Date('1970-01-01'), max: new Date('2400-01-01'), noInvalidDate: true });

it('reckons with days as the calendar does, leap years and centuries too', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 400 }), (from, count) => {
      const later = new Date(from);
      later.setUTCDate(later.getUTCDate() + count);
      expect(daysAfter(from.toISOString().slice(0, 10), count)).toBe(later.toISOString().slice(0, 10));
    }),
  );
});

it('knows the second of an instant', () => {
  fc.assert(
    fc.property(date, (at) => {
      expect(secondOf(at.toISOString())).toBe(Math.floor(at.getTime() / 1000));
    }),
  );
});
