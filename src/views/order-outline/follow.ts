import { DraftCreated, orderIdOf, orders, OrderSubmitted } from '../../domain/order/index.ts';
import type { Change, ProjectionBuilder } from '../../kernel/index.ts';
import { begun, followed, submitted } from './outline.ts';
import type { OutlineRow } from './row.ts';

/** Makes a change of the order's row in whichever table a view keeps outlines. */
type ChangeOf<Tables> = (
  orderId: string,
  update: (row: OutlineRow | undefined) => OutlineRow | undefined,
) => Change<Tables>;

/** Lets a view follow every event of orders, one outline to an order. */
export const followOrders = <Tables extends object>(
  view: ProjectionBuilder<Tables>,
  outline: ChangeOf<Tables>,
): ProjectionBuilder<Tables> =>
  orders.events
    .filter(({ type }) => type !== DraftCreated.type && type !== OrderSubmitted.type)
    .reduce<ProjectionBuilder<Tables>>(
      (following, eventType) =>
        following.on(eventType, (event) => [outline(orderIdOf(event), (row) => followed(event, row))]),
      view
        .on(DraftCreated, (event) => [outline(event.data.orderId, () => begun(event))])
        .on(OrderSubmitted, (event) => [outline(event.data.orderId, (row) => submitted(event, row))]),
    );
