import { NAME_HEADER, SHARED_FILES, SHARED_MARK } from './shared-files.ts';

/** What another app has shared, as files: text is a table of its own. */
const filesIn = (form: FormData): File[] => {
  const files = form.getAll('files').filter((part) => part instanceof File);
  const text = form.get('text');
  if (files.length > 0 || typeof text !== 'string' || text.trim() === '') return files;
  return [new File([text], 'shared.csv', { type: 'text/csv' })];
};

/** Lays what was shared on the shelf for the page, and sends the browser there. Nothing of it leaves the device. */
export const receiveShared = async (request: Request, page: string): Promise<Response> => {
  const files = filesIn(await request.formData());
  await caches.delete(SHARED_FILES);
  const shelf = await caches.open(SHARED_FILES);
  await Promise.all(
    files.map((file, index) =>
      shelf.put(
        new URL(`shared/${String(index)}`, page),
        new Response(file, { headers: { [NAME_HEADER]: encodeURIComponent(file.name) } }),
      ),
    ),
  );
  return Response.redirect(new URL(`${SHARED_MARK}#/import`, page), 303);
};
