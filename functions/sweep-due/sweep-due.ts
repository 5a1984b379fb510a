import type { SendMessages } from '#shared/clients/queue.ts';
import { hasProvinceProfileChanged } from '#shared/domain/risk/province/province-profile.ts';
import { isNowCovered } from '#shared/domain/risk/awaited.ts';
import type {
  CompanyTouched,
  RegistrationRecorded,
  SweepRequested,
  AccountTouched,
  SweepPart,
  WholeSweep,
} from '#shared/contracts/messages.ts';
import type { RulesClock, RealClock } from '#shared/runtime/clock.ts';
import { log } from '#shared/runtime/log.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Notices, NoticeToReview } from '#shared/tables/notices.ts';
import type { Files } from '#shared/tables/files.ts';
import { readCoverage } from '#shared/tables/read-coverage.ts';
import type { Verifications } from '#shared/tables/verifications.ts';
import { dayInVietnam, endOfDayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { lastOverdueStart } from '#shared/domain/vietnamese/due-days.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { entryOf } from '#shared/contracts/log-entries.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { Measures } from '#shared/tables/measures.ts';
import type { ReadMeasures } from '#shared/use-cases/measures-in-force.ts';
import { enterSwitches } from '#shared/use-cases/enter-switches.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import type { ObjectStore } from '#shared/clients/object-store.ts';
import { WORKBOOK_TYPE, writeWorkbook } from '#shared/tabular/xlsx/write-workbook.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { UncertainAccountNumber } from '#shared/tables/account-fact.ts';
import { INSTITUTION_IDS } from '#shared/domain/vietnamese/financial-institution.ts';
import { allShards } from '#shared/tables/shards.ts';

const AT_ONCE = 8;
const COLUMNS = [
  { heading: 'Số tài khoản như đã gửi', width: 24 },
  { heading: 'Mã số doanh nghiệp', width: 18 },
  { heading: 'Số tài khoản đầy đủ (ngân hàng ghi)', width: 36 },
  { heading: 'Vì sao hỏi', width: 70 },
];

/** Asks each bank, in its own outbox, for the full numbers of accounts that it sent as a spreadsheet's numbers. */
async function requestAccountNumbers({ accounts, objects, outboxBucket }: SweepDuePorts): Promise<void> {
  await inParallel([...(await accounts.questions())], AT_ONCE, async ([bank, questions]) => {
    const sheet = { name: 'Số tài khoản cần hỏi', columns: COLUMNS, rows: questions.map(rowOf) };
    await objects.put(outboxBucket, `outbox/${bank}/so-tai-khoan-can-hoi.xlsx`, writeWorkbook([sheet]), WORKBOOK_TYPE);
  });
}

const rowOf = ({ accountNumber, companies, known }: UncertainAccountNumber): string[] => [
  accountNumber,
  companies.join(', '),
  '',
  known > 1
    ? `Có ${known} tài khoản cùng dãy số này khi bỏ số 0 ở đầu; đề nghị cho biết là tài khoản nào.`
    : 'Số đến từ ô kiểu số nên có thể đã mất số 0 ở đầu hoặc chữ số cuối; đề nghị gửi lại số đầy đủ ở ô kiểu văn bản.',
];

/** The delay lets the companies due the same morning be assessed first, so that a notice changes once. */
export const AFTER_ASSESSMENT_SECONDS = 600;

/** Finds the notices whose last day is near or has passed; also those of a morning on which the clock did not run. */
async function reviewNotices(ports: SweepDuePorts): Promise<void> {
  await requestReviews(await ports.notices.toReview(ports.rulesClock.today()), ports);
}

/** Sends each notice's account to the step that renews, changes or ends it. Sending it twice changes nothing. */
export async function requestReviews(
  due: readonly NoticeToReview[],
  { notifyBanks }: Pick<RequestReassessmentPorts, 'notifyBanks'>,
): Promise<void> {
  const messages = due.flatMap(({ receiver, subject }): AccountTouched[] => {
    const bank = bankOf(receiver);
    return bank === undefined ? [] : [{ accountRef: subject, bank }];
  });
  await notifyBanks(messages, AFTER_ASSESSMENT_SECONDS);
  log('NOTICES_REVIEWED', { count: messages.length });
}

/**
 * Logs one line for each receiver that has left notices unacknowledged too long, whether it is pushed to or reads the feed. A
 * metric counts the lines and raises an alarm; `npm run redrive` sends the notices again.
 */
async function reportUnanswered({ notices, now }: SweepDuePorts): Promise<void> {
  const until = endOfDayInVietnam(lastOverdueStart('bankAcknowledgement', dayInVietnam(now())));
  for (const [receiver, count] of await notices.unacknowledged(until)) log('NOTICES_UNANSWERED', { receiver, count });
}

export interface SweepDuePorts extends RequestReassessmentPorts, SettingsPorts {
  readonly accounts: Pick<Accounts, 'questions' | 'listedAt'>;
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly outboxBucket: string;
  readonly assessments: Pick<Assessments, 'due' | 'awaiting' | 'page'>;
  readonly files: Pick<Files, 'coverage' | 'profile'>;
  readonly notices: Pick<Notices, 'toReview' | 'pageToReview' | 'unacknowledged'>;
  readonly verifications: Pick<Verifications, 'unsettled'>;
  readonly verify: SendMessages<RegistrationRecorded>;
  readonly assess: SendMessages<CompanyTouched>;
  readonly rulesClock: RulesClock;
  readonly now: RealClock;
}

/**
 * Sends companies to be assessed again: those that waited for days that a feed now covers and, on a call of the daily
 * clock, those whose next check is due. The clock does both, because a crashed reader never announces the end of its
 * feed. A repetition changes nothing, and the next run also does the work of a missed day. The clock also reviews
 * notices near their last day and logs receivers that left notices unanswered. Changed settings
 * and a restored table send all companies and all such notices.
 */
export async function sweepDue(request: SweepRequested, ports: SweepDuePorts): Promise<void> {
  if (request.reason === 'settings-changed' || request.reason === 'table-restored') {
    if (!request.part) await enterSettings(request.by === 'desk' ? 'function:sweep-due' : 'operator', ports);
    // A registration that waited for its day waits no longer where the day has moved
    if (!request.part) await send(ports.verify, await ports.verifications.unsettled());
    return requestReassessment(request, ports);
  }
  if (request.reason === 'feed-completed' && request.feed === 'identities')
    await send(ports.verify, await ports.verifications.unsettled());
  await send(ports.assess, await companiesFor(request, ports));
  if (request.reason === 'feed-completed') return;
  await enterSettings('function:sweep-due', ports);
  await requestAccountNumbers(ports);
  await reviewNotices(ports);
  await reportUnanswered(ports);
}

async function companiesFor({ reason }: SweepRequested, ports: SweepDuePorts): Promise<readonly string[]> {
  const [coverage, surveyed] = await Promise.all([readCoverage(ports.files, ports.now), ports.files.profile()]);
  const profile = surveyed?.profile;
  const ready = await ports.assessments.awaiting((awaits, known) =>
    known && profile
      ? hasProvinceProfileChanged({ ...known, awaits }, coverage, profile)
      : isNowCovered(awaits, coverage),
  );
  const due = reason === 'clock' ? await ports.assessments.due(ports.rulesClock.today()) : [];
  return [...new Set([...ready, ...due])];
}

async function send(queue: SendMessages<CompanyTouched>, codes: readonly string[]): Promise<void> {
  await queue(codes.map((enterpriseCode) => ({ enterpriseCode })));
  log('DUE_COMPANIES_SENT', { count: codes.length });
}

interface SettingsPorts {
  readonly enter: EnterInLog;
  readonly measures: ReadMeasures;
  readonly directed: Pick<Measures, 'all' | 'markEntered'>;
  readonly settings: { readonly noticeDays: number; readonly listingDays: number };
  readonly rulesClock: RulesClock;
  readonly now: RealClock;
}

/**
 * Enters the settings by which notices are made. The daily clock sends them each morning, and settings that were
 * entered before are recognised: the log has an entry only where they changed. An operator who reports a change is
 * entered once a day.
 * Before them it enters the switches that a desk wrote and could not enter any more.
 */
async function enterSettings(by: 'operator' | 'function:sweep-due', ports: SettingsPorts): Promise<void> {
  const { enter, settings, rulesClock, now } = ports;
  await enterSwitches(await ports.directed.all(), ports);
  const measures = [...(await ports.measures())];
  const says = { ...settings, measures, ruleSet: RULE_SET.version };
  const key = by === 'operator' ? { says, on: rulesClock.today() } : { says };
  await enter([entryOf({ kind: 'settings-changed', at: now().toISOString(), by, says }, key)]);
}

interface RequestReassessmentPorts {
  readonly assessments: Pick<Assessments, 'page'>;
  readonly notices: Pick<Notices, 'pageToReview'>;
  readonly accounts: Pick<Accounts, 'listedAt'>;
  readonly assess: SendMessages<CompanyTouched>;
  readonly notifyBanks: SendMessages<AccountTouched>;
  /** Sends messages to this function's own queue. */
  readonly sweep: SendMessages<WholeSweep>;
  readonly pageSize: number;
}

/**
 * Sends every company to be assessed again, every notice that has a last day to be reviewed, and every account that was
 * ever listed to its bank's step: of one that belongs to no company no other message would come. A message handles one
 * page and then sends a message for the next. After a crash between the two the page is sent again, which changes
 * nothing. After a table was restored, each company's recipients are notified again too.
 */
async function requestReassessment({ reason, part }: WholeSweep, ports: RequestReassessmentPorts): Promise<void> {
  const next = part ? await askPage(part, reason, ports) : firstParts();
  await ports.sweep(next.map((one) => ({ reason, part: one })));
}

const firstParts = (): SweepPart[] => [
  ...allShards.map((shard): SweepPart => ({ of: 'companies', shard })),
  ...INSTITUTION_IDS.map((bank): SweepPart => ({ of: 'listings', shard: bank })),
];

/** @returns the next page of this shard: its companies first, then its notices */
async function askPage(
  { of, shard, after }: SweepPart,
  reason: WholeSweep['reason'],
  ports: RequestReassessmentPorts,
): Promise<SweepPart[]> {
  const { assessments, notices, accounts, assess, notifyBanks, pageSize } = ports;
  if (of === 'listings') {
    const { found, next } = await accounts.listedAt(shard, after, pageSize);
    await notifyBanks(
      found.map((accountRef) => ({ accountRef, bank: shard })),
      AFTER_ASSESSMENT_SECONDS,
    );
    return next === undefined ? [] : [{ of, shard, after: next }];
  }
  if (of === 'companies') {
    const { found, next } = await assessments.page(shard, after, pageSize);
    const renotify = reason === 'table-restored' ? true : undefined;
    await assess(found.map((enterpriseCode) => ({ enterpriseCode, renotify })));
    log('DUE_COMPANIES_SENT', { count: found.length });
    return [next === undefined ? { of: 'notices', shard } : { of, shard, after: next }];
  }
  const { found, next } = await notices.pageToReview(shard, after, pageSize);
  await requestReviews(found, ports);
  return next === undefined ? [] : [{ of, shard, after: next }];
}
