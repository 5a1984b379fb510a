import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { SwitchPolicy } from '#shared/domain/notification/release/measure-switch.ts';
import type { ReleaseMode, ReleasePolicy } from '#shared/domain/notification/release/release-policy.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import type { HomeProvince } from '#shared/domain/vietnamese/find-home-province.ts';
import type { ActivitySender } from '#shared/contracts/feeds/activity-senders.ts';
import type { HashKeyPlan } from '#shared/runtime/hash-key-plan.ts';

/** A document by which an authority decides or directs, such as a measure that the plan allows only "khi có chỉ đạo". */
interface DirectingDocument {
  readonly number: string;
  readonly date: IsoDate;
}

/**
 * The host name of the receivers' API, which answers only callers with a certificate of a known authority (mutual TLS).
 */
export interface ReceiversDomainConfig {
  readonly name: string;
  /** The API's own certificate in ACM, in the stage's region. */
  readonly certificateArn: string;
  /** A public certificate of ACM for the same name, which is needed where the API's own is imported or private. */
  readonly ownershipCertificateArn?: string;
  /**
   * The authorities' certificates as one PEM file in the operator's versioned bucket. A change of the file needs its
   * new version here.
   */
  readonly truststore: { readonly bucket: string; readonly key: string; readonly version: string };
}

/** The host name of the desks, which CloudFront answers behind the rules of WAF. */
export interface DesksDomainConfig {
  readonly name: string;
  /** The name's certificate in ACM, in us-east-1. */
  readonly certificateArn: string;
  /** The name's certificate in ACM, in the stage's region, for the API behind the distribution. */
  readonly originCertificateArn: string;
  /** The output of the stack `…-edge`, which is deployed first; undefined until then, and the name is not used yet. */
  readonly webAclArn: string | undefined;
  /** The ranges of addresses that may open the desks, such as `203.0.113.0/24`; undefined means all. */
  readonly allowedAddresses?: readonly string[] | undefined;
}

/** A vault of AWS Backup in another account and region, which lets this account copy into it. */
export interface SecondVaultConfig {
  readonly vaultArn: string;
  /** The days for which each night's copy is kept there. */
  readonly days: number;
}

/** The days after which data are deleted. */
interface Retention {
  /** Facts, verifications and assessments, which the tables' TTL deletes. */
  readonly records: number;
  readonly inbox: number;
  readonly evidence: number;
  readonly accessLogs: number;
  readonly logs: RetentionDays;
}

/** Terms of notices, in days. */
interface NoticeTerms {
  /** The number of days after which a bank's notice ends when it is not confirmed again. */
  readonly bankDays: number;
  /**
   * The longest time of a listing, and its length where its author gave no last day; no more than `retention.records`.
   */
  readonly listingDays: number;
}

export interface StageConfig {
  readonly stage: 'dev' | 'prod' | 'local';
  /** The province that the stack serves. */
  readonly province: HomeProvince;
  readonly region: string;
  /**
   * The decision that data of citizens may be stored in the region, which lies outside Việt Nam (Luật 91/2025 Art. 20,
   * Luật 60/2024); undefined until there is one.
   */
  readonly residency: DirectingDocument | undefined;
  /**
   * The address that alarms are mailed to. Where it is undefined nobody gets mail, and CloudWatch still shows the
   * alarms.
   */
  readonly alarmEmail: string | undefined;
  /** The US$ that the account should cost in a month at most; a mail says where it costs more. */
  readonly monthlyDollars: number;
  /** Whether data outlive the stack, so that no table can be deleted by mistake. */
  readonly keepsData: boolean;
  readonly retention: Retention;
  /** The days for which evidence can't be changed or removed; undefined: not locked. */
  readonly evidenceLockDays: number | undefined;
  /** The log's name in its checkpoints: a name without its scheme, which never changes. Each province has a log of its own. */
  readonly logOrigin: string;
  /** The days for which nobody can change or remove a file of the verifiable log; undefined: not locked. */
  readonly logLockDays: number | undefined;
  /** The keys of references by their versions. They are changed step by step during a change of keys. */
  readonly hashKeys: HashKeyPlan;
  /** How long a flag or a listing must stay unchanged before it leads to a notice. */
  readonly settlingSeconds: number;
  readonly notices: NoticeTerms;
  /** Who must release what before a receiver is notified. */
  readonly releases: ReleasePolicy;
  /**
   * A whole file is stopped where more than `share` of its rows, and at least `rows`, are rejected for one reason in
   * one column.
   */
  readonly holding: { readonly share: number; readonly rows: number };
  /** Facts of one company arrive in bursts: those that come within this time lead to one assessment. */
  readonly coalescing: {
    readonly delaySeconds: number;
    readonly windowSeconds: number;
    /** How long entries gather before they are appended to the log. */
    readonly logWindowSeconds: number;
  };
  /** The rules' clock: `real`, or the date as of which a replay assesses. */
  readonly rulesClock: string;
  readonly policeSource: { readonly kind: 'extract' } | { readonly kind: 'service'; readonly url: string };
  /** Whether each measure is on or off until somebody switches it at the province's desk. */
  readonly measures: Readonly<Record<Measure, DirectingDocument | 'off'>>;
  readonly switching: SwitchPolicy;
  /** How many people must agree before what a file said is taken back after its rows counted. */
  readonly takingBack: ReleaseMode;
  /**
   * Whose data the files directly in `activities/` may contain, which the desk of the registration office sends.
   * Undefined means everybody's, for a stage without real senders.
   */
  readonly officeDataOf: readonly ActivitySender[] | undefined;
  /**
   * How receivers reach their API: under its own host name with certificates, or under the gateway's address by token
   * alone, with the reason for that.
   */
  readonly receiversDomain: ReceiversDomainConfig | { readonly withoutBecause: string };
  /**
   * How people reach the desks: under their own host name behind WAF, or under the gateway's address, with the reason.
   */
  readonly desksDomain: DesksDomainConfig | { readonly withoutBecause: string };
  /** Where a copy of all data goes each night; undefined: nowhere. */
  readonly secondVault: SecondVaultConfig | undefined;
  /** Whether receivers are called from addresses that do not change, for their lists of known callers. */
  readonly fixedEgress: boolean;
  /** Whether each reading of police data and evidence beside the flow is recorded. */
  readonly recordsAccess: boolean;
  /** The sender's address of mails to people of the desks, whose domain SES must know. */
  readonly mailFrom: string;
  /** Whether GuardDuty searches attached files for malware, until when nobody can open one. */
  readonly searchesMalware: boolean;
  /**
   * How many calls of receivers and how many page requests may run at once. Both are reserved in the account, so that
   * neither takes the other's share nor that of the flow; undefined means not reserved.
   */
  readonly callsAtOnce: { readonly receivers: number; readonly pages: number } | undefined;
}

/** A stage's settings, which are the same for every province, but for the name of its log. */
export type StageSettings = Omit<StageConfig, 'province' | 'logOrigin'> & {
  /** The log's name for a province, by the province's name as a part of names (`hung-yen`). */
  readonly logOrigin: (province: string) => string;
};

/** The stack's name, with which the names of its resources begin, so that several provinces can share an account. */
export const stackNameOf = ({ stage, province }: Pick<StageConfig, 'stage' | 'province'>): string =>
  stage === 'local' ? 'haukiem-local' : `haukiem-${stage}-${province.slug}`;
