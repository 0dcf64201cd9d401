/** Where the service worker lays what another app has shared, until a page takes it. */
export const SHARED_FILES = 'counterfoil-shared-files';
/** To this address, beside the page, other apps share; the manifest tells them. */
export const SHARE_ADDRESS = 'share';
/** With this the page is opened when something was shared. */
export const SHARED_MARK = '?shared';
/** A header with the file's name, percent-encoded. */
export const NAME_HEADER = 'X-File-Name';
