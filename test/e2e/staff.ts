import { expect, type Page } from '@playwright/test';
import { give } from './own-book.ts';

export const ROLES = ['owner', 'manager', 'clerk', 'packer', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

interface Person {
  readonly operatorId: string;
  readonly name: string;
  readonly role: Role;
  readonly pin: string;
}

/** One of each role; the names begin as the roles do. */
export const STAFF: Readonly<Record<Role, Person>> = {
  owner: { operatorId: crypto.randomUUID(), name: 'Ola', role: 'owner', pin: '24681' },
  manager: { operatorId: crypto.randomUUID(), name: 'Mia', role: 'manager', pin: '35792' },
  clerk: { operatorId: crypto.randomUUID(), name: 'Cleo', role: 'clerk', pin: '46803' },
  packer: { operatorId: crypto.randomUUID(), name: 'Pat', role: 'packer', pin: '57914' },
  viewer: { operatorId: crypto.randomUUID(), name: 'Vera', role: 'viewer', pin: '68025' },
};

/** Adds these people, the owner first, each with their PIN. The owner goes on in this tab. */
export const hire = async (page: Page, ...roles: readonly Role[]): Promise<void> => {
  for (const role of roles) {
    const { operatorId, name, pin } = STAFF[role];
    await give(page, 'AddOperator', { operatorId, name, role });
    const receipt = await page.evaluate(([id, digits]) => window.counterfoil.setPin(id, digits), [
      operatorId,
      pin,
    ] as const);
    expect(receipt).toMatchObject({ status: 'committed' });
  }
};

/** Signs in at the pad, from the list of names. */
export const signIn = async (page: Page, role: Role, typed = STAFF[role].pin): Promise<void> => {
  const { name } = STAFF[role];
  await page.getByRole('button', { name }).click();
  await page.getByLabel(`PIN of ${name}`).fill(typed);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

/** Whoever works leaves, and another signs in. */
export const switchTo = async (page: Page, role: Role): Promise<void> => {
  await page.evaluate(() => window.counterfoil.signOut());
  await expect(page.getByRole('heading', { name: 'Who is working?' })).toBeVisible();
  await signIn(page, role);
  await expect(page.getByText(`${STAFF[role].name} is working`)).toBeVisible();
};
