import { Transform } from 'node:stream';
import * as z from 'zod';

/** The rows of the files that are being read: those read of all, or, before any file is judged, those looked at. */
export interface RowsBeingRead {
  readonly rows: number;
  /** Undefined while the files are only looked at, before their rows are counted. */
  readonly total: number | undefined;
}

const Line = z.object({
  code: z.string(),
  function_request_id: z.string(),
  count: z.number().optional(),
  total: z.number().optional(),
});
/** A whole line about a file. A line that came in two pieces is left out, because the next one says more. */
const OF_A_FILE = /^\{.*"code":"FILE_.*\}$/u;

/** Passes the log of the functions on, and reads from its lines how far the files are that are being read. */
export function followLog(): { readonly log: Transform; readonly beingRead: () => RowsBeingRead | undefined } {
  const open = new Map<string, RowsBeingRead>();
  const take = (line: string): void => {
    if (!OF_A_FILE.test(line)) return;
    const { code, function_request_id: run, count = 0, total } = Line.parse(JSON.parse(line));
    if (code === 'FILE_BEING_READ') open.set(run, { rows: count, total });
    // Every other line with this run's id is written when a file has been read
    else open.delete(run);
  };
  const log = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().split('\n')) take(line);
      done(null, chunk);
    },
  });
  return { log, beingRead: () => sumOf([...open.values()]) };
}

function sumOf(files: readonly RowsBeingRead[]): RowsBeingRead | undefined {
  const counted = files.filter(({ total }) => total !== undefined);
  const shown = counted.length > 0 ? counted : files;
  if (shown.length === 0) return undefined;
  return {
    rows: shown.reduce((sum, { rows }) => sum + rows, 0),
    total: counted.length > 0 ? counted.reduce((sum, { total = 0 }) => sum + total, 0) : undefined,
  };
}
