import * as z from 'zod/mini';
import {
  commandOn,
  defineAggregate,
  defineEvent,
  ok,
  personal,
  reject,
  subject,
  type Application,
} from '../../src/kernel/index.ts';

/** A trade that knows persons: guests of a house, who may want to be forgotten. */
const guestId = subject(z.string());
const name = personal(z.string(), 'a guest');
const Guest = z.object({ guestId, name, phone: z.optional(personal(z.string())) });

export const GuestCame = defineEvent('GuestCame', 1, Guest);
export const RoomGiven = defineEvent('RoomGiven', 1, z.object({ room: z.int() }));
export const GuestForgotten = defineEvent('GuestForgotten', 1, z.object({ guestId }));

interface State {
  readonly guest?: z.infer<typeof Guest>;
  readonly rooms: number;
}
const initial: State = { rooms: 0 };

export const guests = defineAggregate({
  category: 'guest',
  initial,
  events: [GuestCame, RoomGiven, GuestForgotten],
  evolve: {
    GuestCame: (state, guest) => ({ ...state, guest }),
    RoomGiven: (state) => ({ ...state, rooms: state.rooms + 1 }),
    GuestForgotten: (state) => state,
  },
});

export const Welcome = commandOn(guests)({
  type: 'Welcome',
  payload: Guest,
  permission: 'guest',
  id: (guest) => guest.guestId,
  decide: (guest, state) =>
    state.guest
      ? reject('here-already', `${state.guest.name} is here already.`, { name: state.guest.name })
      : ok([GuestCame(guest)]),
});

export const GiveRoom = commandOn(guests)({
  type: 'GiveRoom',
  payload: z.object({ id: z.string(), room: z.int() }),
  permission: 'guest',
  id: ({ id }) => id,
  decide: ({ room }) => ok([RoomGiven({ room })]),
});

export const Forget = commandOn(guests)({
  type: 'Forget',
  payload: z.object({ guestId }),
  permission: 'guest',
  id: (guest) => guest.guestId,
  decide: (guest) => ok([GuestForgotten(guest)]),
});

export const guestTrade: Application = {
  aggregates: [guests],
  commands: [Welcome, GiveRoom, Forget],
  projections: [],
  queries: [],
  processes: [],
  jobs: [],
  forgetting: [GuestForgotten],
  permits: (actor) => actor.role === 'owner',
};
