import { describe, expect, it } from 'vitest';
import { currentRoom, rooms } from './nav.ts';

describe('the room a path belongs to', () => {
  it.each([
    ['/orders', 'orders'],
    ['/orders/018f', 'orders'],
    ['/orders/new', 'new-order'],
    ['/products/018f', 'products'],
    ['/', undefined],
    ['/ordersomething', undefined],
  ])('%s is in %s', (path, room) => {
    expect(currentRoom(rooms(), path)).toBe(room);
  });
});
