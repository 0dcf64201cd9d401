const IV_BYTES = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Fresh key material: 256 bits for AES-GCM. */
export const newKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));

export const importKey = (material: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', material, 'AES-GCM', false, ['encrypt', 'decrypt']);

/**
 * FOR EVER: a box is base64 of a random 96-bit IV and the AES-GCM ciphertext of a text. `about` says where the box
 * stands: it opens nowhere else.
 */
export const close = async (key: CryptoKey, about: string, text: string): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const additionalData = encoder.encode(about);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    encoder.encode(text),
  );
  const bytes = new Uint8Array(IV_BYTES + sealed.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(sealed), IV_BYTES);
  return toBase64(bytes);
};

/** The text in a box; undefined when it was closed with another key, stood elsewhere, or was changed. */
export const open = async (key: CryptoKey, about: string, box: string): Promise<string | undefined> => {
  try {
    const bytes = fromBase64(box);
    const iv = bytes.subarray(0, IV_BYTES);
    const additionalData = encoder.encode(about);
    const algorithm = { name: 'AES-GCM', iv, additionalData };
    return decoder.decode(await crypto.subtle.decrypt(algorithm, key, bytes.subarray(IV_BYTES)));
  } catch {
    return undefined;
  }
};
