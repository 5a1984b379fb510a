import { isFoundById } from '#shared/domain/transparency-log/log-entry.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { OVERTAKEN, type Overtaken, untilWritten } from '#shared/runtime/until-written.ts';
import { type LogHead, type LogPage, pagesInLog } from '#shared/tables/log.ts';
import { adoptedHead, headOfBucket } from './go-on-from-bucket.ts';
import type { AppendEntriesPorts } from './ports.ts';
import { publishPage, repairCheckpoint } from './publish-page.ts';

/** A page is one item of a table, which has 400 KB at most. */
const LARGEST_PAGE = 300_000;
/** The number of recent entries that are searched for an entry whose pointer is not written yet. */
const PAGES_LOOKED_BACK = 8;

/**
 * Appends entries to the log, each once however often it is sent. The plain entries are written first as a page; one
 * conditional write of the head makes that page part of the log; then its tiles, its pointers and the signed checkpoint
 * follow. A writer that fails on the way leaves a head without a checkpoint, and the next writer completes it.
 */
export async function appendEntries(received: readonly LogEntry[], ports: AppendEntriesPorts): Promise<void> {
  for (const page of pagesOf(received)) await untilWritten(() => appendPage(page, ports));
}

async function appendPage(received: readonly LogEntry[], ports: AppendEntriesPorts): Promise<void | Overtaken> {
  const { log, newAttempt, newSalt, expiry } = ports;
  const before = await publishedHead(ports);
  const entries = await unknownOf(received, ports);
  if (entries.length === 0) {
    // Another writer may have added the entries after the head was read, and have been stopped before it published them
    const newest = await publishedHead(ports);
    return newest && repairCheckpoint(newest, ports);
  }
  const start = before?.size ?? 0;
  const attempt = newAttempt();
  const page: LogPage = {
    start,
    attempt,
    after: before?.attempt,
    entries: entries.map((plain) => ({ plain, salt: newSalt() })),
  };
  await log.writePage(page, expiry());
  const next: LogHead = { size: start + entries.length, start, attempt, witnessed: before?.witnessed };
  if (!(await log.moveHead(next, before))) return OVERTAKEN;
  await publishPage(next, page, ports);
  return undefined;
}

/** Divides entries into pages that fit into an item each, by their size before packing. */
function pagesOf(received: readonly LogEntry[]): LogEntry[][] {
  const pages: LogEntry[][] = [];
  let room = 0;
  for (const entry of received) {
    const size = JSON.stringify(entry).length;
    if (size > room) {
      pages.push([]);
      room = LARGEST_PAGE;
    }
    pages.at(-1)?.push(entry);
    room -= size;
  }
  return pages;
}

/** The present head, whose tiles are in the bucket. It is never behind the signed checkpoint in the bucket. */
async function publishedHead(ports: AppendEntriesPorts): Promise<LogHead | undefined> {
  const head = await ports.log.head();
  if (!head || head.checkpoint !== undefined) return (await headOfBucket(head, ports)) ?? head;
  const adopted = await adoptedHead(head, ports);
  if (adopted) return adopted;
  const page = await ports.log.page(head.start, head.attempt);
  return publishPage(head, page ?? { ...head, entries: [] }, ports);
}

async function unknownOf(received: readonly LogEntry[], { log }: AppendEntriesPorts): Promise<LogEntry[]> {
  const entries = [...new Map(received.map((entry) => [entry.id, entry])).values()];
  const lookedUp = entries.filter(({ kind }) => isFoundById(kind)).map(({ id }) => id);
  const hasOthers = lookedUp.length < entries.length;
  const [places, pages, head] = await Promise.all([
    log.places(lookedUp),
    hasOthers ? log.lastPages(PAGES_LOOKED_BACK) : [],
    hasOthers ? log.head() : undefined,
  ]);
  const recent = new Set(pagesInLog(pages, head).flatMap(({ ids }) => ids));
  return entries.filter(({ id }) => !places.has(id) && !recent.has(id));
}
