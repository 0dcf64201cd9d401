import type { Actor, CommandType, Json, Outcome, Receipt } from '../../kernel/index.ts';
import type { LooseCommit } from '../log/records.ts';
import type { Durability } from '../ports.ts';
import type { Trace } from '../telemetry/port.ts';

/** A command that has passed `parse` and `authorize`: what it is, and who stands behind it. */
export interface Admitted {
  readonly commandId: string;
  readonly definition: CommandType;
  readonly command: { readonly type: string; readonly payload: Json };
  readonly actor: Actor;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly durability: Durability;
  /** Versions that streams must have. */
  readonly unchanged?: Readonly<Record<string, number>> | undefined;
  /** The command that has to be committed before this one. */
  readonly after?: string | undefined;
  readonly trace: Trace;
}

/** How a command ended that was only tried. */
export interface Tried {
  readonly receipt: Receipt;
  readonly loose?: LooseCommit | undefined;
}

export const rejected = (
  commandId: string,
  code: string,
  message: string,
  values: Readonly<Record<string, Json>> = {},
): Extract<Outcome, { status: 'rejected' }> => ({
  status: 'rejected',
  commandId,
  rejection: { code, message, values },
});

export const duplicate = (commandId: string, original: Outcome): Receipt => ({
  status: 'duplicate',
  commandId,
  original,
});
