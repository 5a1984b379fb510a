import { contentId } from '#shared/runtime/content-id.ts';
import { fileStem } from '#shared/tables/file-stem.ts';
import { tableNamed } from './end-state.ts';
import type { DroppedText } from './scenario.ts';
import type { Attributes } from './twins/expressions.ts';
import type { Writing } from './writing.ts';

/** The file as a machine wrote it that puts the month first: it is stopped, and none of its rows counts. */
export function stoppedOf({ key, text }: DroppedText): DroppedText | undefined {
  const monthFirst = text.replaceAll(/\b(\d\d)\/(\d\d)\/(\d{4})/gu, '$2/$1/$3');
  // Two days after the twelfth show the order
  return (monthFirst.match(/\/(?:1[3-9]|2\d|3[01])\//gu)?.length ?? 0) > 1 ? { key, text: monthFirst } : undefined;
}

/**
 * A file counts as stopped once its feed waits for a file of its name, whose rows are missing until then. It does not
 * wait where another file of the name was read before.
 */
export function stoppedOrder({ before, after, trace, world }: Writing): string | undefined {
  const { objection } = (after['judgement'] ?? {}) as Attributes;
  const isCounted = after['state'] === 'read' || Number((after['counts'] as Attributes | undefined)?.['accepted']) > 0;
  if (objection !== undefined && after['released'] === undefined && isCounted)
    return `rows count of ${String(after['feed'])}/${String(after['file'])}, which is to be stopped`;
  const isStopped = after['state'] === 'stopped' && before?.['state'] !== 'stopped' && after['leftOut'] === undefined;
  if (!isStopped) return undefined;
  const [feed, file] = [String(after['feed']), String(after['file'])];
  const table = tableNamed(world, 'Files');
  const { reading = {} } = trace.written.get(`${table} ${JSON.stringify(['coverage', feed])}`) ?? {};
  const waits = `stopped#${contentId(fileStem(file))}` in (reading as object);
  const isOther = (other: Attributes) => other['state'] === 'read' && other['file'] !== file;
  const found = trace.queries.findLast(
    ({ table: one, of, until }) => one === table && of === feed && until !== undefined,
  );
  const isRead =
    found?.items.some((other) => isOther(other) && fileStem(String(other['file'])) === fileStem(file)) === true;
  if (waits !== isRead) return undefined;
  return `${feed}/${file} counts as stopped, and its feed ${isRead ? 'waits for a file that was read' : 'does not wait for it'}`;
}
