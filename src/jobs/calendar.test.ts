import { fc } from '../../test/spec/fc.ts';
import { expect, it } from 'vitest';
import { dayAt, instantAt, minuteOf, weekdayOf } from './calendar.ts';

it('agrees with the calendar, leap years and centuries too', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1970-01-01'), max: new Date('2400-01-01'), noInvalidDate: true }),
      (date) => {
        date.setUTCSeconds(0, 0);
        const instant = date.toISOString();
        const minute = minuteOf(instant);
        expect(minute).toBe(date.getTime() / 60_000);
        expect(instantAt(minute)).toBe(instant);
        expect(dayAt(minute)).toBe(instant.slice(0, 10));
        expect(weekdayOf(minute)).toBe(date.getUTCDay());
      },
    ),
  );
});
