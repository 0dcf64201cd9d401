/**
 * The headers every answer of this app bears, put on by the server and, offline or on a host that sends none,
 * by the service worker. A worker has the policy of its own file only, so they belong on scripts too.
 */
const policyAllowing = (origins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default svelte-trusted-html',
  ].join('; ');

export const SECURITY_HEADERS = {
  'Content-Security-Policy': policyAllowing([]),
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** The same for a file that may ask these origins too. */
export const headersAllowing = (origins: readonly string[]): typeof SECURITY_HEADERS => ({
  ...SECURITY_HEADERS,
  'Content-Security-Policy': policyAllowing(origins),
});
