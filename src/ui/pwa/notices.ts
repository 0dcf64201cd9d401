import type { Client } from '../../client/index.ts';
import { m } from '../words/index.ts';

const titles = new Map([
  ['order.placed', m.outlets_notice_order_placed],
  ['order.changed', m.outlets_notice_order_changed],
  ['order.paid', m.outlets_notice_order_paid],
  ['order.refunded', m.outlets_notice_order_refunded],
  ['order.shipped', m.outlets_notice_order_shipped],
  ['order.returned', m.outlets_notice_order_returned],
  ['order.cancelled', m.outlets_notice_order_cancelled],
  ['order.reopened', m.outlets_notice_order_reopened],
]);

/** Shows what the book tells as notices of the system while nobody looks. Of several pages' notices of one thing one is left. */
export const showNotices = ({ outlets }: Pick<Client, 'outlets'>): void => {
  outlets.onNotice(({ id, type, data }) => {
    const number = data['number'];
    const title = titles.get(type);
    if (!title || typeof number !== 'string' || document.visibilityState === 'visible') return;
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    void navigator.serviceWorker.ready.then((registration) =>
      registration.showNotification(title({ number }), { tag: id }),
    );
  });
};
