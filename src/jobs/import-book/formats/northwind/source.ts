import { parse, v5 } from 'uuid';

/** FOR EVER: an id follows from this and the source's own id, so that importing again meets what is there. */
const NAMESPACE = parse('5a3f3c1e-8f0b-5c52-9d3b-2f1b7a6c4e10');
export const SYSTEM = 'Northwind';

type Thing = 'customer' | 'product' | 'order' | 'line';

/** The UUID of a thing of the source: `northwind:customer:ALFKI`. */
export const idOf = (thing: Thing, key: string): string => v5(`northwind:${thing}:${key}`, NAMESPACE);

export const commandIdOf = (thing: Thing | 'stock' | 'reorder', key: string): string =>
  `import/northwind/${thing}/${key}`;

/** Noon, so that the day is the same one in almost every time zone that looks at it. */
export const instantOf = (day: string): string => `${day}T12:00:00.000Z`;
/** …FOR EVER until here. */
