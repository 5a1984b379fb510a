import { createHandler as notifyBanks } from '#functions/5-notify-banks/handler.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { AccountTouched } from '#shared/contracts/messages.ts';
import { type Measure, MEASURES } from '#shared/domain/risk/measure.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import type { Listing } from '#shared/tables/account-item.ts';
import type { RecordedAccount } from '#shared/tables/account-fact.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { IsReleased } from '#shared/use-cases/reconcile-notice.ts';
import { releasedAtOnce } from '#test/support/released-at-once.ts';
import type { ReadMeasures } from '#shared/use-cases/measures-in-force.ts';
import { UNCHANGED_REFERENCES } from '#shared/tables/stored-references.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { assessedCompany } from './assessed-company.ts';
import { lambdaContext, record, sqsEvent } from './sqs.ts';

/** The facts of an account and of its company; undefined where they were deleted. */
export interface KnownAccount {
  readonly bank: string;
  readonly accountNumber: string;
  readonly listings?: readonly Listing[];
  readonly company?: Partial<Pick<AssessedCompany, 'verdict' | 'confirmed' | 'decision'>>;
  /** The company that has the account; each account without one has a company of its own. */
  readonly holder?: string;
}

const LONG_AGO = '2020-01-01T00:00:00.000Z';

/** The step that notifies banks, over facts that a test sets. */
export function bankNotices(
  notices: Notices,
  clock: { now: Date },
  isReleased: IsReleased = releasedAtOnce,
  readMeasures?: ReadMeasures,
) {
  const known = new Map<string, KnownAccount>();
  const delivered: { receiver: string; noticeId: string }[] = [];
  const parked: string[] = [];
  const entered: LogEntry[] = [];
  const log = { fails: false };
  const again: AccountTouched[] = [];
  const unreadable = new Set<string>();
  const recorded = async (accountRef: string): Promise<RecordedAccount | undefined> => {
    if (unreadable.has(accountRef)) throw new Error('throttled');
    const account = known.get(accountRef);
    if (!account) return undefined;
    const { bank, accountNumber, listings = [], holder = accountRef } = account;
    const register = { bank, accountNumber, enterpriseCode: holder };
    return {
      accountRef,
      bank,
      accountNumber,
      registers: account.company ? [register] : [],
      formerHolders: [],
      flows: [],
      counterparties: [],
      devices: [],
      listings: listings.map((listing) => ({ ...listing, recordedAt: LONG_AGO })),
      origins: [],
    };
  };
  const standing = async (code: string): Promise<AssessedCompany | undefined> => {
    const own = [...known].filter(([accountRef, { holder = accountRef }]) => holder === code);
    const accounts = own.map(([accountRef]) => ({
      accountRef,
      fingerprint: 'f',
      mismatch: false,
      flag: 'company' as const,
    }));
    const company = own[0]?.[1].company;
    return company && assessedCompany(code, { accounts, ...company });
  };
  const measures: Measure[] = [...MEASURES];
  const handler = notifyBanks({
    accounts: { recorded },
    renewDrops: () => {},
    assessments: { standing },
    notices,
    outcomes: { record: async () => {}, ofNotice: async () => [] },
    isReleased,
    notifyLater: async (messages) => void again.push(...messages),
    enter: async (entries) => {
      if (log.fails) throw new Error('killed');
      entered.push(...entries);
    },
    deliver: async (messages) => void delivered.push(...messages),
    hash: UNCHANGED_REFERENCES,
    measures: readMeasures ?? (async () => measures),
    noticeDays: 180,
    listingDays: 730,
    settlingSeconds: 0,
    rulesClock: rulesClock('real', () => clock.now),
    now: () => clock.now,
    park: async (_record, why) => void parked.push(why),
  });
  return {
    known,
    /** The accounts whose facts cannot be read at present. */
    unreadable,
    /** The measures that are on. */
    measures,
    delivered,
    parked,
    entered,
    /** Whether entering in the log fails. */
    log,
    /** The messages that the step has sent to itself. */
    again,
    /** Passes a batch of messages to the step; true unless one is returned. */
    async touch(...messages: readonly AccountTouched[]): Promise<boolean> {
      const records = messages.map((message, n) => record(`m${n}`, message));
      const { batchItemFailures } = await handler(sqsEvent(...records), lambdaContext());
      return batchItemFailures.length === 0;
    },
  };
}
