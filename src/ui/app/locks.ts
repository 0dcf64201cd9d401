import type { Client } from '../../client/index.ts';
import { m } from '../words/index.ts';

export type Fault = NonNullable<Client['connection']['lockdown']>['fault'];

interface Lock {
  readonly title: string;
  readonly text: string;
  /** The book can't even be read: there is nothing to show beside the reason. */
  readonly shut: boolean;
}

/** What a person needs to know about a book in which nothing can be written. */
export const lockOf = (fault: Fault): Lock => {
  switch (fault) {
    case 'connection-lost':
      return { title: m.app_lock_connection_title(), text: m.app_lock_connection_text(), shut: false };
    case 'newer-version':
      return { title: m.app_lock_newer_title(), text: m.app_lock_newer_text(), shut: false };
    case 'disk-full':
      return { title: m.app_lock_full_title(), text: m.app_lock_full_text(), shut: false };
    case 'store-broken':
      return { title: m.app_lock_broken_title(), text: m.app_lock_broken_text(), shut: true };
    case 'book-missing':
      return { title: m.app_lock_missing_title(), text: m.app_lock_missing_text(), shut: true };
  }
};
