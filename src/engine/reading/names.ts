/** FOR EVER: names of a book's databases beside its log. */
export const registryName = (book: string): string => `${book}-engine`;

export const generationName = (book: string, view: string, number: number): string =>
  `${book}-view:${view}@${String(number)}`;

/** On which the workers of a book talk, and its pages listen. */
export const channelName = (book: string): string => `${book}-workers`;

/** The view and number that a database name stands for; undefined when it is none of this book's read models. */
export const generationOf = (book: string, name: string): { view: string; number: number } | undefined => {
  const prefix = `${book}-view:`;
  const [, view, number] =
    /^(.+)@(\d+)$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : '') ?? [];
  return view === undefined ? undefined : { view, number: Number(number) };
};

/** On which whoever listens on this device hears what happens, if the seller wants that. */
export const eventsChannelName = (book: string): string => `${book}-events`;

/** On which the book's pages hear what they are to show as a notice of the system. */
export const noticesChannelName = (book: string): string => `${book}-notices`;
