/**
 * Files that programs and systems leave beside those of people: lock files of Office, folders' settings, incomplete
 * downloads.
 */
const SYSTEM = /^(?:\.|~\$|~.*\.tmp$|thumbs\.db$|ehthumbs\.db$|desktop\.ini$|icon\r$)|\.(?:tmp|part|crdownload)$/iu;

/** No officer sent such a file, so it is ignored in any folder. */
export function isSystemFile(name: string): boolean {
  return SYSTEM.test(name);
}
