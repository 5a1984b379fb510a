import type {
  ComparedField,
  DocumentStatus,
  FieldResult,
  IdentityResult,
} from '#shared/domain/identity/person-verdict.ts';
import type { PersonRole } from '#shared/domain/identity/registration.ts';
import type { Network } from '#shared/domain/risk/rings/network.ts';
import type { Finding } from '#shared/domain/risk/rules/finding.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { NoticeLevel } from './bank-notice.ts';
import type { NoticeScope } from './scope.ts';

/** A person of the company in the police's notice, without a name and with the last 4 characters of the document. */
export interface NoticedPerson {
  readonly role: PersonRole;
  readonly documentNumber: string;
  readonly result: IdentityResult;
  readonly fields: Readonly<Record<ComparedField, FieldResult>>;
  readonly documentStatus?: DocumentStatus | undefined;
}

export interface NoticedAccount {
  /** The institution's id. */
  readonly bank: string;
  /** The account number, of which only the last 4 characters are readable. */
  readonly accountNumber: string;
  /** Whether the account's representative is another person than the company's. */
  readonly representativeMismatch: boolean;
}

/** The content of the police's notice of a flagged company (thông báo cho cơ quan Công an). */
export interface PoliceNoticeContent {
  readonly enterpriseCode: string;
  readonly name: string;
  readonly registeredOn: IsoDate;
  /** The level, which is `act` once the police have confirmed the flag. */
  readonly level: NoticeLevel;
  readonly scope: NoticeScope;
  readonly score: number;
  readonly ruleSet: string;
  readonly findings: readonly Finding[];
  readonly people: readonly NoticedPerson[];
  readonly accounts: readonly NoticedAccount[];
  /** The number of accounts that the notice does not list, because banks report too many. */
  readonly accountsLeftOut?: number | undefined;
  readonly network?: Network | undefined;
}
