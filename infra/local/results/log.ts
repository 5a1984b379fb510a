import { join } from 'node:path';
import { treeHashing } from '#shared/domain/transparency/tree-hash.ts';
import { dossierEntryId, noticeEntryId } from '#shared/contracts/log-entries.ts';
import { openedLine } from '#shared/contracts/log-entry.ts';
import { LOG_FILES, PROOFS } from '#shared/contracts/log-files.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { sha256, verifyEd25519 } from '#shared/runtime/signing.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { logTable, pageOf } from '#shared/tables/log.ts';
import { proveEntries } from '#shared/use-cases/prove-entry.ts';
import { keysIn } from '../commands/check-log.ts';
import { ofBucket } from '../commands/log-files.ts';
import type { FinishedRun } from '../run.ts';
import { scanTable } from './scan.ts';
import { writeText } from './write-lines.ts';

const WIDTH = 32;

/**
 * Copies the verifiable log into `log/`, the plain entries with their salts beside it (a line each, empty where erased), and the proof of each notice's
 * newest state and of its dossier: what `npm run audit:verify` checks. Salts are chance, so that no two runs leave the same.
 */
export async function copyLog(
  { db, s3, tables, buckets }: FinishedRun,
  notices: readonly Notice[],
  out: string,
): Promise<void> {
  const files = await ofBucket({ host: buckets['log'] ?? '', pathname: '/' }, s3);
  await inParallel([...files], WIDTH, ([path, bytes]) => writeText(join(out, 'log', path), bytes));
  const log = logTable(db, tables['log'] ?? '');
  const head = await log.head();
  const items = await scanTable(db, tables['log'] ?? '', { parse: (item) => item });
  const pages = items.filter(({ part }) => part === 'page').map(pageOf);
  const inLog = pages.filter(({ start, attempt, entries }) =>
    start === head?.start ? attempt === head.attempt : pages.some((next) => next.start === start + entries.length),
  );
  const opened = inLog
    .sort((a, b) => a.start - b.start)
    .flatMap(({ entries }) => entries.map((entry) => (entry ? openedLine(entry) : '')));
  await writeText(join(out, 'log', LOG_FILES.plain), opened.map((line) => `${line}\n`).join(''));

  const keys = keysIn(new TextDecoder().decode(files.get(LOG_FILES.keys)));
  const named = new Map(
    notices.flatMap((notice) => {
      const name = `${notice.noticeId}.${notice.sequence}`;
      return [
        [noticeEntryId(notice), name],
        [dossierEntryId(notice), `${name}.dossier`],
      ] as const;
    }),
  );
  const proofs = await proveEntries([...named.keys()], {
    log,
    readTile: async (path) => files.get(path),
    hashing: treeHashing(sha256),
    keys: async () => keys,
    verify: verifyEd25519,
  });
  await inParallel([...proofs], WIDTH, ([id, proof]) =>
    writeText(join(out, 'log', PROOFS, `${named.get(id)}.tlog-proof`), proof),
  );
}
