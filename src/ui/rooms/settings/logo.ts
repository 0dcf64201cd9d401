/** What the book takes as a logo: a data URL of at most so many characters. */
const MOST = 65_536;
const WIDEST = 600;
const HIGHEST = 300;

const drawn = (image: ImageBitmap, scale: number, type: string): string => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL(type, 0.85);
};

/**
 * A picture as the book keeps a logo: scaled down until it fits, see-through where PNG is small enough for that.
 * Undefined for a file that is no picture.
 */
export const logoFrom = async (file: Blob): Promise<string | undefined> => {
  const image = await createImageBitmap(file).catch(() => undefined);
  if (!image) return undefined;
  let scale = Math.min(1, WIDEST / image.width, HIGHEST / image.height);
  for (let tries = 0; tries < 8; tries += 1, scale *= 0.7)
    for (const type of ['image/png', 'image/jpeg']) {
      const url = drawn(image, scale, type);
      if (url.length <= MOST) return url;
    }
  return undefined;
};
