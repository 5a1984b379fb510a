import { DOSSIERS } from '#shared/contracts/dossier-files.ts';
import { Receipt, RECEIPT_ENDING } from '#shared/contracts/receipt.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { type AssessedCompany, isGone, StoredAssessment } from '#shared/tables/assessment-item.ts';
import { noticeOf } from '#shared/tables/notice-item.ts';
import { OutcomeItem } from '#shared/tables/outcome-item.ts';
import { factsByCase } from '#infra/local/results/ledger.ts';
import { noticeFiles } from '#infra/local/results/notices.ts';
import { worklistRows } from '#infra/local/results/worklist.ts';
import { AS_OF } from './scenario.ts';
import { itemsOf } from './tables-of.ts';
import type { World } from './world.ts';

/** What the world outside sees, as the results of a local run have it: each thing by its name, without what is of one run. */
export type Outside = ReadonlyMap<string, string>;

/** Instants, and ids and numbers that are made from instants or from the order of events. */
const OF_ITS_RUN: ReadonlySet<string> = new Set([
  'issuedAt',
  'withdrawnAt',
  'changedAt',
  'at',
  'receivedAt',
  'readAt',
  'startedAt',
  'endedAt',
  'decidedAt',
  'sequence',
  'assessmentId',
  'version',
  'drop',
  'entry',
  // Which of the drops of a name a receipt is of, and what it knows of those before it
  'again',
  'replaces',
  'earlier',
  // The picture of a ring is that of the day on which its notice was written
  'network',
  // What became of a notice's states before the one that stands
  'history',
]);

/** The notices as they are stored. */
export const noticesOf = (world: World): readonly Notice[] => itemsOf(world, 'Notices').map(noticeOf);

/** The notices whose withdrawal waits until people have looked. */
export const waitingForPeople = (world: World): ReadonlySet<unknown> =>
  new Set(
    itemsOf(world, 'Releases').flatMap(({ state, act, noticeId }) =>
      state === 'waiting' && act === 'withdraw' ? [noticeId] : [],
    ),
  );

/** The companies as they were last assessed. */
export const assessedOf = (world: World): readonly AssessedCompany[] =>
  itemsOf(world, 'Assessments')
    .filter((item) => !isGone(item))
    .map(resultOf);

const results = new WeakMap<object, AssessedCompany>();
/** Items are never changed, and most are the same from run to run. */
function resultOf(item: object): AssessedCompany {
  const known = results.get(item) ?? StoredAssessment.parse(item);
  results.set(item, known);
  return known;
}

/** The receipts of all files, by the file. */
export const receiptsOf = ({ objects, design: { evidence } }: World): readonly Receipt[] =>
  objects
    .keys(evidence, 'receipts/')
    .filter((key) => key.endsWith(RECEIPT_ENDING))
    .map((key) => Receipt.parse(JSON.parse(String(objects.get(evidence, key)))));

/** @returns the companies, the notices with their contents, the worklist, receipts, outbox, dossiers, ledger and what is parked */
export function outsideOf(world: World): Outside {
  const seen = new Map<string, string>();
  const say = (name: string, what: unknown) => {
    const text = plain(what);
    const before = seen.get(name);
    seen.set(name, before === undefined ? text : [before, text].sort().join('\n'));
  };
  const assessed = assessedOf(world);
  for (const { enterpriseCode, verdict, score, activity, activityReasons, findings, people } of assessed)
    say(`company ${enterpriseCode}`, { verdict, score, activity, activityReasons, findings, people });
  const day: IsoDate = AS_OF;
  // A notice that stood for a while in one run is withdrawn there, or will be once people release that, and was never
  // written in another
  const waiting = waitingForPeople(world);
  const staying = noticesOf(world).filter(({ noticeId }) => !waiting.has(noticeId));
  const { police, banks, expired } = noticeFiles(staying, day);
  for (const notice of police) say(`notice to the police of ${notice.enterpriseCode}`, notice);
  for (const [bank, lines] of banks) for (const notice of lines) say(`notice to ${bank} ${notice.id}`, notice);
  for (const { id } of expired) say(`expired notice ${id}`, {});
  const receipts = receiptsOf(world);
  for (const { enterpriseCode, ...entry } of worklistRows(assessed, receipts, []))
    say(`worklist of ${enterpriseCode}: ${entry.kind} ${entry.field}`, entry);
  for (const receipt of receipts) say(`receipt of ${receipt.feed}/${receipt.file}`, receipt);
  for (const key of world.objects.keys(world.design.inbox, 'outbox/')) say(`outbox ${key}`, {});
  // A company that was flagged for a while keeps its dossier and its money in the ledger
  const flagged = new Set(police.map(({ enterpriseCode }) => enterpriseCode));
  for (const fact of factsByCase(itemsOf(world, 'Outcomes').map((item) => OutcomeItem.parse(item))))
    if (flagged.has(fact.caseId) && fact.kind === 'money') say(`money of ${fact.caseId}`, fact.months);
  for (const key of world.objects.keys(world.design.evidence, DOSSIERS)) {
    const [, company = ''] = key.split('/');
    if (flagged.has(company)) seen.set(`a dossier of ${company}`, '');
  }
  return seen;
}

/** A value in JSON, sorted by keys and without what is of one run. */
function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(plain).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([name, one]) => one !== undefined && !OF_ITS_RUN.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${plain(one)}`).join(',')}}`;
}

/** A fault of a run. */
export interface Violation {
  readonly kind: 'lost' | 'doubled' | 'different';
  readonly what: string;
}

/** The differences between the end of a run and that of the calm one. */
export function compare(calm: Outside, other: Outside): Violation[] {
  const found: Violation[] = [];
  for (const [name, value] of calm) {
    const there = other.get(name);
    if (there === undefined) found.push({ kind: 'lost', what: name });
    else if (there !== value) found.push({ kind: 'different', what: `${name}: ${difference(value, there)}` });
  }
  for (const name of other.keys()) if (!calm.has(name)) found.push({ kind: 'doubled', what: name });
  return found;
}

function difference(calm: string, other: string): string {
  const at = Array.from(calm).findIndex((letter, n) => letter !== other[n]);
  const from = Math.max(0, at - 60);
  return `${calm.slice(from, at + 100)} ≠ ${other.slice(from, at + 100)}`;
}
