import { describe, expect, it } from 'vitest';
import { commands } from '../index.ts';
import { owner, permissions, permits, roles } from './index.ts';

const as = (role: string) => ({ id: 'somebody', role });

describe('permissions', () => {
  it('exist for every command', () => {
    expect(
      commands.map(({ permission }) => permission).filter((one) => !permissions.includes(one as never)),
    ).toEqual([]);
  });

  it('let the owner do whatever a person may, and no reserving by hand', () => {
    expect(permissions.filter((permission) => !permits(owner, permission))).toEqual(['stock.allocate']);
  });

  it('let processes and jobs do everything', () => {
    expect(permissions.every((permission) => permits(as('system'), permission))).toBe(true);
  });

  it('let a viewer only look', () => {
    expect(roles.viewer.every((permission) => permission.endsWith('.see'))).toBe(true);
  });

  it('keep cancelling from a clerk and money from a packer', () => {
    expect(permits(as('clerk'), 'order.take')).toBe(true);
    expect(permits(as('clerk'), 'order.cancel')).toBe(false);
    expect(permits(as('packer'), 'order.ship')).toBe(true);
    expect(permits(as('packer'), 'payment.record')).toBe(false);
  });

  it('are none for a role that nobody knows', () => {
    expect(permissions.some((permission) => permits(as('constructor'), permission))).toBe(false);
  });
});
