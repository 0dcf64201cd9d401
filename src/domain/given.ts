/** Only what is there: a member that is undefined would hide what it is laid over. */
export const given = (members: object | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(members ?? {}).filter(([, value]) => value !== undefined));
