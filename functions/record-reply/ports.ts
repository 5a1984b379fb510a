import type { RealClock } from '#shared/runtime/clock.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { AccountTouched, CompanyTouched } from '#shared/contracts/messages.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { Companies } from '#shared/tables/companies.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';
import type { Reviews } from '#shared/tables/reviews.ts';
import type { Replies } from '#shared/tables/replies.ts';

export interface RecordReplyPorts {
  readonly replies: Pick<Replies, 'get' | 'markActedOn'>;
  readonly now: RealClock;
  readonly notices: Pick<Notices, 'get' | 'setHandlingStatus'>;
  readonly outcomes: Pick<Outcomes, 'record'>;
  readonly reviews: Pick<Reviews, 'write'>;
  readonly companies: Pick<Companies, 'record'>;
  readonly accounts: Pick<Accounts, 'record' | 'concernedBy'>;
  readonly assess: SendMessages<CompanyTouched>;
  readonly notifyBanks: SendMessages<AccountTouched>;
  readonly enter: EnterInLog;
  readonly hash: KeyedHash;
  readonly expiry: Expiry;
  /** Gives the day by the rules' clock at a real instant, so that a repetition gives the same day. */
  readonly rulesDayOf: (instant: Date) => IsoDate;
}
