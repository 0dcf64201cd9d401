import { push, replace, router } from 'svelte-spa-router';
import { asked } from '../app/asked.ts';
import { dayBegins, dayOf, isDay, today } from '../words/days.ts';

/** Of the address: the day at whose end one looks. */
const DAY = 'on';

const addressOn = (day: string | undefined): string => {
  const others = [...new URLSearchParams(router.querystring)].filter(([name]) => name !== DAY);
  const query = new URLSearchParams([...others, ...(day === undefined ? [] : [[DAY, day]])]).toString();
  return `${router.location}${query === '' ? '' : `?${query}`}`;
};

/** The day of the past that is looked at, by the address: rooms ask everything as it was then. Runes. */
class LookedAt {
  /** Undefined where it is now that one looks at: also for a day that is not over. */
  readonly day: string | undefined = $derived.by(() => {
    const day = asked(router.querystring, DAY);
    return day !== undefined && isDay(day) && day < today() ? day : undefined;
  });
  /** Its last instant. */
  readonly instant: string | undefined = $derived(
    this.day === undefined ? undefined : new Date(dayBegins(this.day, 1).getTime() - 1).toISOString(),
  );

  /** The last day that is over: one begins to look back there. */
  get yesterday(): string {
    return dayOf(dayBegins(today(), -1));
  }

  /** A link of a room, with the day kept. */
  keeping(href: string): string {
    if (this.day === undefined || new RegExp(`[?&]${DAY}=`).test(href)) return href;
    return `${href}${href.includes('?') ? '&' : '?'}${DAY}=${this.day}`;
  }

  begin(): void {
    void push(addressOn(this.yesterday));
  }

  /** Another day takes the place of this one: back leads out of the past. */
  turnTo(day: string): void {
    if (isDay(day) && day < today()) void replace(addressOn(day));
  }

  end(): void {
    void push(addressOn(undefined));
  }
}

export const past = new LookedAt();
