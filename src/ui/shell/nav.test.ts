import { describe, expect, it } from 'vitest';
import { askedAt, currentRoom, rooms } from './nav.ts';

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

describe('what a path asks for', () => {
  it.each([
    ['/orders', undefined],
    ['/orders/018f', undefined],
    ['/orders/new', 'CreateDraft'],
    ['/customers/018f', 'CustomerList'],
    ['/import/018f', 'ImportBook'],
    ['/reports', 'Sales'],
    ['/print/receipt/018f', undefined],
    ['/print/statement/018f', 'CustomerStatement'],
    ['/engine', 'engine'],
    ['/nowhere', undefined],
  ])('%s asks for %s', (path, asked) => {
    expect(askedAt(path)).toBe(asked);
  });
});
