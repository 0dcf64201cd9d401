import type { CommandMessage } from '../kernel/index.ts';
import type { Moment } from '../engine/past/until.ts';

/** What came through the scripting door can't be meant; the sentence says how it is to be written. */
export class BadCallError extends Error {
  override readonly name = 'BadCallError';
}

const has = (value: unknown, member: string): boolean =>
  typeof value === 'object' && value !== null && member in value;

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** @throws BadCallError: a moment that is none would be answered as now */
export const momentOf = (asOf: unknown): Moment | undefined => {
  if (asOf === undefined) return undefined;
  const { position, instant } = (has(asOf, 'position') || has(asOf, 'instant') ? asOf : {}) as {
    readonly position?: unknown;
    readonly instant?: unknown;
  };
  if (position !== undefined && isCount(position)) return { position: Number(position) };
  if (typeof instant === 'string' && !Number.isNaN(Date.parse(instant))) return { instant };
  throw new BadCallError("asOf is { position: 20 } or { instant: '2026-11-01T00:00:00Z' }.");
};

/** @throws BadCallError */
export const stretchOf = (stretch: { readonly after: number; readonly limit: number }): typeof stretch => {
  if (isCount(stretch.after) && isCount(stretch.limit)) return stretch;
  throw new BadCallError('events takes { after, limit }: whole numbers from 0 on.');
};

/** @throws BadCallError */
export const messagesOf = (messages: readonly CommandMessage[]): readonly CommandMessage[] => {
  const known: unknown = messages;
  if (Array.isArray(known) && known.every((one) => has(one, 'type'))) return messages;
  throw new BadCallError("whatIf takes an array of commands: [{ type: 'CreateCustomer', payload: { … } }].");
};

/** @throws BadCallError */
export const deedsOf = <Deeds>(deeds: Deeds, whole: boolean): Deeds => {
  const known: unknown = deeds;
  const named = (one: unknown): boolean => has(one, 'commandId') || has(one, 'position');
  if (Array.isArray(known) ? known.every(named) : whole && has(known, 'correlationId')) return deeds;
  throw new BadCallError(
    `This takes an array of deeds: [{ commandId }] or [{ position }]${whole ? ', or { correlationId }' : ''}.`,
  );
};
