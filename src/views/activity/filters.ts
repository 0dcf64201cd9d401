import * as z from 'zod/mini';
import { Day, Instant } from '../../domain/day.ts';
import type { Range, ReadTables } from '../../kernel/index.ts';
import { paging } from '../listing/index.ts';
import { countKey, KINDS, type About, type ActivityRow, type ActivityTables, type Counted } from './row.ts';

const Moment = z.union([Day, Instant]);

/** All filters together narrow it. A moment is a day (in UTC) or an instant, both ends included. */
export const activityParams = z.object({
  kind: z.optional(z.enum(KINDS)),
  actor: z.optional(z.string().check(z.maxLength(200))),
  orderId: z.optional(z.uuid()),
  customerId: z.optional(z.uuid()),
  /** A variant's own stock is known by the variant's id. */
  productId: z.optional(z.uuid()),
  from: z.optional(Moment),
  to: z.optional(Moment),
  /** With the small steps of which an order or a delivery is made. */
  everything: z._default(z.boolean(), false),
  ...paging,
});

type Params = z.infer<typeof activityParams>;
type Narrowing = Counted | keyof About;

const NARROWING = ['orderId', 'customerId', 'productId', 'kind', 'actor'] as const satisfies Narrowing[];

/** The filter that fewest rows pass: one thing's own, else by the counts. */
const mostSelective = async (
  { counts }: Pick<ReadTables<ActivityTables>, 'counts'>,
  { kind, actor, ...params }: Params,
): Promise<Narrowing | undefined> => {
  const thing = (['orderId', 'customerId', 'productId'] as const).find((id) => params[id] !== undefined);
  if (thing) return thing;
  if (kind === undefined) return actor === undefined ? undefined : 'actor';
  if (actor === undefined) return 'kind';
  const [ofKind, byActor] = await counts.getMany([countKey('kind', kind), countKey('actor', actor)]);
  return (ofKind?.rows ?? 0) <= (byActor?.rows ?? 0) ? 'kind' : 'actor';
};

const along = (first: Narrowing | undefined, value: string | undefined, everything: boolean): Range => {
  if (first === undefined || value === undefined) return everything ? {} : { index: 'main+key', prefix: [1] };
  return first === 'kind' && !everything
    ? { index: 'main+kind+key', prefix: [1, value] }
    : { index: `${first}+key`, prefix: [value] };
};

/** How to walk: the index that narrows most, and what is left to look at on each row. */
export const walkFor = async (tables: Pick<ReadTables<ActivityTables>, 'counts'>, params: Params) => {
  const { everything, from, to } = params;
  const first = await mostSelective(tables, params);
  const others = NARROWING.filter((member) => member !== first && params[member] !== undefined);
  const mayBeSmall = !everything && first !== undefined && first !== 'kind';
  const range: Range = {
    ...along(first, first && params[first], everything),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to: `${to}~` }),
    reverse: true,
  };
  const matches = (row: ActivityRow): boolean =>
    (!mayBeSmall || row.main === 1) && others.every((member) => row[member] === params[member]);
  return { range, ...((mayBeSmall || others.length > 0) && { matches }) };
};
