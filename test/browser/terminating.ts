import { it } from 'vitest';

/**
 * A test that terminates a worker at work. Left out in WebKit, which then keeps a store that the worker was using
 * locked until the browser is closed; there we can only avoid it (client/line.ts).
 */
export const terminating = it.skipIf(!/Chrome|Firefox/.test(navigator.userAgent));
