import { m } from '../words/index.ts';

const roles = new Map([
  ['owner', m.sign_in_role_owner],
  ['manager', m.sign_in_role_manager],
  ['clerk', m.sign_in_role_clerk],
  ['packer', m.sign_in_role_packer],
  ['viewer', m.sign_in_role_viewer],
]);

/** What a role is called. */
export const roleName = (role: string): string => roles.get(role)?.() ?? role;
