/**
 * The unit that is written behind a figure: "kg", "jar". A package ("10 boxes x 20 bags", as some catalogues call it) is
 * too long for that: the product's page says it once.
 */
export const measure = (unit: string): string => (/^\d/.test(unit) || unit.length > 8 ? 'pcs' : unit);
