const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether an address names something by an id at all; asking the book by anything else is a defect. */
export const isId = (text: string | null | undefined): text is string =>
  typeof text === 'string' && UUID.test(text);
