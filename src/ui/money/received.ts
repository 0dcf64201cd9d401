import { isDay, noonOf, today } from '../words/days.ts';

/** The day on which money came, as far as it can be one: today, or a day that is over. */
export const isReceivable = (day: string): boolean => isDay(day) && day <= today();

/** The instant of that, as commands are told it: now where it is today, which needs no saying, else noon of that day. */
export const receivedAt = (day: string): string | undefined => (day === today() ? undefined : noonOf(day));
