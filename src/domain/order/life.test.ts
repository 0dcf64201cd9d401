import { describe, it } from 'vitest';
import { given } from '../../../test/spec/decision.ts';
import { draft, eur, JAM, line, openOrder, orderId, paymentId, TEA } from '../../../test/spec/shop.ts';
import * as order from './index.ts';

const FIRST = { orderId: orderId(1) };
const lines = [line(1, TEA, 3), line(2, JAM, 1)];
const cancelled = order.OrderCancelled({ reason: 'sold out' });
const discarded = order.DraftDiscarded({});
const tagged = order.Tagged({ tag: 'Gift' });
const paid = order.PaymentRecorded({ paymentId: paymentId(1), method: 'card', amount: eur(16.5) });

describe('tags', () => {
  it('are put on in any state, once, whatever their case', async () => {
    const tagging = given(draft(1, lines, discarded)).when(order.Tag, { ...FIRST, tag: ' Gift ' });
    await tagging.then(tagged);
    await tagging.again().thenNothing();
    await given(openOrder(1, lines, tagged))
      .when(order.Tag, { ...FIRST, tag: 'gift' })
      .thenNothing();
  });

  it('are taken off as they were written, once', async () => {
    const untagging = given(openOrder(1, lines, tagged)).when(order.Untag, { ...FIRST, tag: 'GIFT' });
    await untagging.then(order.Untagged({ tag: 'Gift' }));
    await untagging.again().thenNothing();
  });

  it('say something', () =>
    given(openOrder(1, lines))
      .when(order.Tag, { ...FIRST, tag: ' ' })
      .thenMalformed('tag'));
});

describe('restoring a draft', () => {
  it('brings it back, once', async () => {
    const restoring = given(draft(1, lines, discarded)).when(order.RestoreDraft, FIRST);
    await restoring.then(order.DraftRestored({}));
    await restoring.again().thenRejected('not-discarded', { lifecycle: 'draft' });
  });
});

describe('reopening', () => {
  const reopen = { ...FIRST, reason: 'they want it after all' };

  it('puts a cancelled order on again, once', async () => {
    const reopening = given(openOrder(1, lines, cancelled)).when(order.ReopenOrder, reopen);
    await reopening.then(order.OrderReopened({ reason: reopen.reason }));
    await reopening.again().thenRejected('not-cancelled', { lifecycle: 'open' });
  });

  it('needs a reason', () =>
    given(openOrder(1, lines, cancelled))
      .when(order.ReopenOrder, FIRST)
      .thenMalformed('reason'));
});

describe('archiving', () => {
  it('takes out of the way what is over, once', async () => {
    const archiving = given(openOrder(1, lines, cancelled)).when(order.ArchiveOrder, FIRST);
    await archiving.then(order.OrderArchived({}));
    await archiving.again().thenNothing();
    await given(draft(1, lines, discarded))
      .when(order.ArchiveOrder, FIRST)
      .then(order.OrderArchived({}));
  });

  it('is refused for what is not', async () => {
    await given(draft(1, lines)).when(order.ArchiveOrder, FIRST).thenRejected('not-finished');
    await given(openOrder(1, lines, paid))
      .when(order.ArchiveOrder, FIRST)
      .thenRejected('not-finished');
  });

  it('is undone, once', async () => {
    const back = given(openOrder(1, lines, cancelled, order.OrderArchived({}))).when(
      order.UnarchiveOrder,
      FIRST,
    );
    await back.then(order.OrderUnarchived({}));
    await back.again().thenNothing();
  });
});

it.each([
  [order.Tag.type, order.Tag, { tag: 'x' }],
  [order.Untag.type, order.Untag, { tag: 'x' }],
  [order.RestoreDraft.type, order.RestoreDraft, {}],
  [order.ReopenOrder.type, order.ReopenOrder, { reason: 'x' }],
  [order.ArchiveOrder.type, order.ArchiveOrder, {}],
  [order.UnarchiveOrder.type, order.UnarchiveOrder, {}],
])('%s is refused when there is no such order', (_, command, more) =>
  given()
    .when(command, { ...FIRST, ...more })
    .thenRejected('unknown-order'),
);
