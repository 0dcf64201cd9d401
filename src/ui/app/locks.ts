import type { Client } from '../../client/index.ts';
import { m } from '../words/index.ts';

/** Why nothing is saved: `opening` passes by itself. */
export type Fault = NonNullable<Client['connection']['lockdown']>['fault'] | 'opening';

interface Lock {
  readonly title: string;
  readonly text: string;
  /** The book can't even be read: there is nothing to show beside the reason. */
  readonly shut: boolean;
}

/** What a person needs to know about a book in which nothing can be written. */
export const lockOf = (fault: Fault): Lock => {
  switch (fault) {
    case 'opening':
      return { title: m.app_lock_opening_title(), text: m.app_lock_opening_text(), shut: false };
    case 'connection-lost':
      return { title: m.app_lock_connection_title(), text: m.app_lock_connection_text(), shut: false };
    case 'newer-version':
      return { title: m.app_lock_newer_title(), text: m.app_lock_newer_text(), shut: false };
    case 'disk-full':
      return { title: m.app_lock_full_title(), text: m.app_lock_full_text(), shut: false };
    case 'book-replaced':
      return { title: m.app_lock_replaced_title(), text: m.app_lock_replaced_text(), shut: true };
    case 'store-broken':
      return { title: m.app_lock_broken_title(), text: m.app_lock_broken_text(), shut: true };
    case 'book-missing':
      return { title: m.app_lock_missing_title(), text: m.app_lock_missing_text(), shut: true };
  }
};
