const PREFIX = 'whsec_';

const bytesOf = (secret: string): Uint8Array<ArrayBuffer> => {
  if (!secret.startsWith(PREFIX)) return new TextEncoder().encode(secret);
  return Uint8Array.from(atob(secret.slice(PREFIX.length)), (letter) => letter.charCodeAt(0));
};

/** A key that signs and cannot be read out. `whsec_` before a secret says that base64 follows; else its text is the key. */
export const keyOf = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

/** HMAC-SHA256 of `id.timestamp.body` as the Standard Webhooks specification writes it: `v1,` and base64. */
export const signature = async (
  key: CryptoKey,
  id: string,
  timestamp: number,
  body: string,
): Promise<string> => {
  const signed = new TextEncoder().encode(`${id}.${String(timestamp)}.${body}`);
  const hmac = new Uint8Array(await crypto.subtle.sign('HMAC', key, signed));
  return `v1,${btoa(String.fromCharCode(...hmac))}`;
};
