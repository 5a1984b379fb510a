import { join } from 'node:path';
import type { Receipt } from '#shared/contracts/receipt.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { freshDropStates } from '#shared/tables/drop-states.ts';
import { filesTable } from '#shared/tables/files.ts';
import { vanishedSentence } from '#shared/contracts/feeds/row-contents.ts';
import { readCoverage } from '#shared/tables/read-coverage.ts';
import { UNCHANGED_REFERENCES } from '#shared/tables/stored-references.ts';
import { noticeOf } from '#shared/tables/notice-item.ts';
import { ParkedMessage } from '#shared/tables/parked.ts';
import { verificationsTable } from '#shared/tables/verifications.ts';
import type { FinishedRun } from '../run.ts';
import { compareText } from './by-text.ts';
import { type CompanyResult, writeCompanies } from './companies.ts';
import { copyDossiers, copyOutbox } from './outbox.ts';
import { copyLedger, measuresOf } from './ledger.ts';
import { noticeFiles } from './notices.ts';
import { isFullyCovered, latestCoverage } from './covered-until.ts';
import { copyReceipts } from './receipts.ts';
import { replaceResults } from './results-folder.ts';
import { itemsOf, scanTable } from './scan.ts';
import { gatheredCompanies } from './gathered-companies.ts';
import { writePlan } from './plan.ts';
import { runSummary, summaryText } from './summary.ts';
import { worklistBook } from '#shared/use-cases/worklist-book.ts';
import { worklistCsv, worklistRows } from './worklist.ts';
import { writeEach, writeLines, writeText } from './write-lines.ts';
import { treeHashing } from '#shared/domain/transparency-log/tree-hash.ts';
import { dossierEntryId, noticeEntryId } from '#shared/contracts/log-entries.ts';
import { LOG_FILES, PROOFS } from '#shared/contracts/log-files.ts';
import { sha256, verifyEd25519 } from '#shared/runtime/signing.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { logTable, packedPageOf, pagesInLog } from '#shared/tables/log.ts';
import { proveEntries } from '#shared/use-cases/prove-entry.ts';
import { verifierKeysIn } from '#infra/operator/check-log.ts';
import { readBucketFiles } from '#infra/operator/bucket-files.ts';

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
async function copyLog(
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

/** The files that a run leaves at the top of its folder. */
export const RESULT_FILES = [
  'receipts',
  'outbox',
  'worklist.csv',
  'worklist.xlsx',
  'plan.jsonl',
  'plan.xlsx',
  'plan-answers.jsonl',
  'companies.jsonl',
  'notices',
  'dossiers',
  'log',
  'ledger',
  'parked.jsonl',
  'summary.json',
];

/** Writes the results of a run into its folder. @returns the summary for the officer at the screen */
export const writeResults = (run: FinishedRun): Promise<string> =>
  replaceResults(run.out, (folder) => writeInto(folder, run));

async function writeInto(out: string, run: FinishedRun): Promise<string> {
  const { db, leftAlone, refused, asOf, snapshot } = run;
  const files = filesTable(db, tableOf(run, 'files'));
  const [coverage, surveyed] = await Promise.all([readCoverage(files, () => new Date()), files.profile()]);
  const province = { asOf, coverage, profile: surveyed?.profile };
  const [assessed, { receipts, ...others }] = await Promise.all([
    writeCompanies(itemsOf(db, tableOf(run, 'assessments')), join(out, 'companies.jsonl'), province),
    copyOthers(run, out),
  ]);
  const found = { ...others, assessed, worklist: worklistOf(assessed, receipts, others) };
  const codes = assessed.map(({ enterpriseCode }) => enterpriseCode);
  const gathered = await gatheredCompanies(codes, run, province);
  if (snapshot !== undefined)
    await writeLines(
      snapshot,
      gathered.map(({ facts }) => facts),
    );
  await writePlan(gathered, assessed, run, out);
  await writeFiles(found, out);
  await copyLedger(run, { ...others.measured, ...others.counts }, out);
  const summary = runSummary({
    receipts,
    ...countsOf(found),
    vanished: (await files.vanished()).map((one) => `${one.sender}: ${vanishedSentence(one)}`),
    doubted: surveyed?.profile.doubted ?? [],
    leftAlone,
    refused,
    measures: others.measured.measures,
    asOf,
    seconds: (Date.now() - run.startedAt) / 1000,
  });
  await writeText(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  return summaryText(summary, receipts, run.out);
}

const tableOf = ({ tables }: FinishedRun, name: string) => tables[name] ?? name;

/** Copies the files that need no whole assessment, and reads the other tables. */
async function copyOthers(run: FinishedRun, out: string) {
  const receipts = await copyReceipts(run.s3, run.buckets['evidence'] ?? '', out);
  await copyOutbox(run.s3, run.buckets['inbox'] ?? '', out);
  await copyDossiers(run.s3, run.buckets['evidence'] ?? '', out);
  const found = await readTables(run);
  await copyLog(run, found.allNotices, out);
  const measured = await measuresOf(run);
  const counts = await assessmentsTable(run.db, tableOf(run, 'assessments')).countByState();
  return { ...found, receipts, measured, counts };
}

type Others = Awaited<ReturnType<typeof readTables>>;

const worklistOf = (
  assessed: readonly CompanyResult[],
  receipts: readonly Receipt[],
  { verified, questions }: Pick<Others, 'verified' | 'questions'>,
) => worklistRows([...assessed, ...verified], receipts, questions);

interface FoundResults extends Others {
  readonly assessed: readonly CompanyResult[];
  readonly worklist: ReturnType<typeof worklistOf>;
}

/** The content of the tables but for the assessments, in the order of the files. */
async function readTables(run: FinishedRun) {
  const items = <T>(name: string, schema: Parameters<typeof scanTable<T>>[2]) =>
    scanTable(run.db, tableOf(run, name), schema);
  const verified = await verificationsTable(run.db, tableOf(run, 'verifications')).work();
  const accounts = accountsTable(
    run.db,
    tableOf(run, 'accounts'),
    UNCHANGED_REFERENCES,
    freshDropStates(run.db, tableOf(run, 'files')),
  );
  const questions = [...(await accounts.questions()).values()].flat();
  const parked = await items('parked', ParkedMessage);
  const allNotices = await items('notices', { parse: noticeOf });
  const notices = noticeFiles(allNotices, run.asOf);
  return { verified, questions, parked, allNotices, notices };
}

async function writeFiles({ assessed, parked, notices, worklist }: FoundResults, out: string): Promise<void> {
  const { police, banks, withdrawn, expired } = notices;
  await writeText(join(out, 'worklist.csv'), worklistCsv(worklist));
  const names = new Map(assessed.map(({ enterpriseCode, name }) => [enterpriseCode, name]));
  await writeText(
    join(out, 'worklist.xlsx'),
    worklistBook(worklist, (code) => names.get(code)),
  );
  await writeLines(join(out, 'notices', 'police.jsonl'), police);
  for (const [bank, lines] of banks) await writeLines(join(out, 'notices', 'banks', `${bank}.jsonl`), lines);
  await writeLines(join(out, 'notices', 'withdrawn.jsonl'), withdrawn);
  await writeLines(join(out, 'notices', 'expired.jsonl'), expired);
  await writeLines(
    join(out, 'parked.jsonl'),
    parked.map(({ queue, messageId, why, parkedAt }) => ({ queue, messageId, why, parkedAt })),
  );
}

function countsOf({ assessed, parked, notices, worklist }: FoundResults) {
  const { police, banks, withdrawn, expired, waitingForNumber, handlingStatuses } = notices;
  return {
    covered: latestCoverage(assessed.map(({ covered }) => covered)),
    verdicts: assessed.map(({ verdict }) => verdict),
    partlyCovered: assessed.filter(({ verdict, covered }) => verdict === 'clear' && !isFullyCovered(covered)).length,
    people: assessed.flatMap(({ results }) => results),
    worklist: worklist.map(({ kind }) => kind),
    policeNotices: police.length,
    bankNotices: Object.fromEntries(
      [...banks].sort(compareText(([bank]) => bank)).map(([bank, ofBank]) => [bank, ofBank.length]),
    ),
    withdrawn: withdrawn.length,
    expired: expired.length,
    waitingForNumber,
    handlingStatuses,
    parked: parked.length,
  };
}
