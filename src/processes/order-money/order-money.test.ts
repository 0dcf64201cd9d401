import { expect, it } from 'vitest';
import { always } from '../../../test/spec/till.ts';
import { balanceOf, lifecycle } from '../../domain/order/index.ts';
import { moneyAfter, noMoney, owed } from './index.ts';

it('owes what the order itself says, whatever happens to it', () =>
  always((state, events) => {
    if (lifecycle(state) === 'draft') return;
    expect(owed(events.reduce(moneyAfter, noMoney))).toBe(balanceOf(state).balance);
  }));
