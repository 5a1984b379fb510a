import { fileFormOf } from '#shared/tabular/file-form.ts';

/**
 * Files that programs and systems leave beside those of people: lock files of Office, folders' settings, incomplete
 * downloads.
 */
const SYSTEM = /^(?:\._|~\$|~.*\.tmp$|thumbs\.db$|ehthumbs\.db$|desktop\.ini$|icon\r$)|\.(?:tmp|part|crdownload)$/iu;

/** Matches names that most systems hide, such as those of settings, locks and partial downloads. */
const HIDDEN = /^\./u;

/** No officer sent such a file, so it is ignored in any folder. A hidden name that ends like data may hide rows, so it is read. */
export function isSystemFile(name: string): boolean {
  return SYSTEM.test(name) || (HIDDEN.test(name) && fileFormOf(name) === undefined);
}
