import { join } from 'node:path';
import { treeHashing } from '#shared/domain/transparency-log/tree-hash.ts';
import { dossierEntryId, noticeEntryId } from '#shared/contracts/log-entries.ts';
import { LOG_FILES, PROOFS } from '#shared/contracts/log-files.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { sha256, verifyEd25519 } from '#shared/runtime/signing.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { logTable, packedPageOf, pagesInLog } from '#shared/tables/log.ts';
import { proveEntries } from '#shared/use-cases/prove-entry.ts';
import { verifierKeysIn } from '#infra/operator/check-log.ts';
import { readBucketFiles } from '#infra/operator/bucket-files.ts';
import type { FinishedRun } from '../run.ts';
import { scanTable } from './scan.ts';
import { writeEach, writeText } from './write-lines.ts';

const WIDTH = 32;

/** A page of the log. Pages stay packed because all entries together would need too much memory. */
const Page = {
  parse: (item: Record<string, unknown>) => (item['part'] === 'page' ? packedPageOf(item) : undefined),
};

/**
 * Copies the verifiable log into `log/`, the plain entries with their salts beside it (a line each, empty where
 * erased), and the proof of each notice's newest state and of its dossier: what `npm run audit:verify` checks. Salts
 * are random, so two runs never write the same files.
 */
export async function copyLog(
  { db, s3, tables, buckets }: FinishedRun,
  notices: readonly Notice[],
  out: string,
): Promise<void> {
  const files = await readBucketFiles({ host: buckets['log'] ?? '', pathname: '/' }, s3);
  await inParallel([...files], WIDTH, ([path, bytes]) => writeText(join(out, 'log', path), bytes));
  const log = logTable(db, tables['log'] ?? '');
  const head = await log.head();
  const pages = (await scanTable(db, tables['log'] ?? '', Page)).filter((page) => page !== undefined);
  const inLog = pagesInLog(
    pages.sort((a, b) => b.start - a.start),
    head,
  ).reverse();
  await writeEach(join(out, 'log', LOG_FILES.plain), inLog, (page) => page.lines().join('\n'));

  const keys = verifierKeysIn(new TextDecoder().decode(files.get(LOG_FILES.keys)));
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
