import { Submission, type Client } from '../../../client/index.ts';
import { roleName } from '../../sign-in/role-words.ts';

export type Person = Client['session']['colleagues'][number];

/** One person of the staff, to write or to change. */
export class OperatorForm {
  name = $state('');
  role = $state('clerk');
  tried = $state(false);
  readonly submission: Submission;
  readonly #client: Client;
  readonly #person: Person | undefined;

  constructor(client: Client, person: Person | undefined) {
    this.#client = client;
    this.#person = person;
    this.submission = new Submission(client);
    this.name = person?.name ?? '';
    this.role = person?.role ?? (client.session.colleagues.length === 0 ? 'owner' : 'clerk');
  }

  get isNew(): boolean {
    return !this.#person;
  }

  get nameMissing(): boolean {
    return this.tried && this.name.trim() === '';
  }

  async save(): Promise<boolean> {
    this.tried = true;
    if (this.name.trim() === '') return false;
    const operatorId = this.#person?.id ?? this.#client.newId();
    const type = this.#person ? 'ChangeOperator' : 'AddOperator';
    await this.submission.send(type, { operatorId, name: this.name, role: this.role });
    return this.submission.state === 'saved';
  }
}

export const ROLES = ['owner', 'manager', 'clerk', 'packer', 'viewer'] as const;

/** Role and name of a person as one line. */
export const lineOf = ({ name, role }: Person): string => `${name} · ${roleName(role)}`;
