/** The order that was begun in "New order" and is still written there, although its address is its own by now. */
export const begunOrder = $state<{ id?: string | undefined }>({});
