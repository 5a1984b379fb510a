import { log } from '#shared/runtime/log.ts';

/** Rows between two log lines about a file that is being read. */
const LOGGED_EVERY_ROWS = 2500;

/**
 * Logs how far a file is read, so that a person sees a large one go on.
 * @param total the rows of the file, where they were counted before
 */
export function rowsLogger(feed: string, total?: number): (rows: number) => void {
  let next = LOGGED_EVERY_ROWS;
  return (rows) => {
    if (rows < next) return;
    next = rows + LOGGED_EVERY_ROWS;
    log('FILE_BEING_READ', { feed, count: rows, ...(total !== undefined && { total }) });
  };
}
