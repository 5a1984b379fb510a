import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { ReleasePolicy } from '#shared/domain/notification/release/release-policy.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import type { HashKeyPlan } from '#shared/runtime/hash-key-plan.ts';

/** The document that directs a measure, which the plan allows only "khi có chỉ đạo". */
interface DirectingDocument {
  readonly number: string;
  readonly date: IsoDate;
}

/** Who drops files into the inbox, and where alone he may. */
export interface Sender {
  /** Short and stable: it names the sender's statements in the bucket's policy. */
  readonly id: string;
  /** Ends in a slash: a bank's is `accounts/<BIN>/`. */
  readonly prefix: string;
  readonly principalArn: string;
}

/** Where the receivers' API answers, and only to callers with a certificate of a known authority (mutual TLS). */
export interface ReceiversDomainConfig {
  readonly name: string;
  /** The API's own certificate in ACM, in the stage's region. */
  readonly certificateArn: string;
  /** A public certificate of ACM for the same name, where the API's own is imported or of a private authority. */
  readonly ownershipCertificateArn?: string;
  /** The authorities' certificates as one PEM file in a versioned bucket of the operator's: a change is a new version here. */
  readonly truststore: { readonly bucket: string; readonly key: string; readonly version: string };
}

/** Days until data are deleted. */
interface Retention {
  /** Facts, verifications and assessments, by the tables' TTL. */
  readonly records: number;
  readonly inbox: number;
  readonly evidence: number;
  readonly accessLogs: number;
  readonly logs: RetentionDays;
}

/** Terms of notices, in days. */
interface NoticeTerms {
  /** A bank's notice ends so many days after it was last confirmed. */
  readonly bankDays: number;
  /** A listing as a suspicious account stands no longer, and so long where its author gave no last day; no more than `retention.records`. */
  readonly listingDays: number;
  /** An alarm reports what a receiver has not acknowledged after so many days. */
  readonly acknowledgedWithinDays: number;
}

export interface StageConfig {
  readonly stage: 'dev' | 'prod' | 'local';
  readonly region: string;
  /** Nobody is woken where it is undefined; the alarms stand in CloudWatch all the same. */
  readonly alarmEmail: string | undefined;
  /** Data outlives the stack, and nobody deletes a table by mistake. */
  readonly keepsData: boolean;
  readonly retention: Retention;
  /** Evidence can't be changed or removed for so many days; undefined: not locked. */
  readonly evidenceLockDays: number | undefined;
  /** The log's name in its checkpoints: a name of our own without its scheme, for ever the same. */
  readonly logOrigin: string;
  /** No file of the verifiable log can be changed or removed by anybody for so many days; undefined: not locked. */
  readonly logLockDays: number | undefined;
  /** Keys of references by their versions: changed step by step while all is re-keyed. */
  readonly hashKeys: HashKeyPlan;
  /** How long a flag or a listing must stand unchanged before it becomes a notice. */
  readonly settlingSeconds: number;
  readonly notices: NoticeTerms;
  /** Who must release what before a receiver is notified. */
  readonly releases: ReleasePolicy;
  /** A file is stopped as one where more than `share` of its rows, and `rows` at least, are rejected for one reason in one column. */
  readonly holding: { readonly share: number; readonly rows: number };
  /** Facts of one company arrive in bursts: what comes within this time is looked at once. */
  readonly coalescing: {
    readonly delaySeconds: number;
    readonly windowSeconds: number;
    /** How long entries gather before they are appended to the log. */
    readonly logWindowSeconds: number;
  };
  /** `real`, or the day that a replay looks back from. */
  readonly rulesClock: string;
  readonly policeSource: { readonly kind: 'extract' } | { readonly kind: 'service'; readonly url: string };
  readonly measures: Readonly<Record<Measure, DirectingDocument | 'off'>>;
  readonly senders: readonly Sender[];
  /** The receivers' API under a name of its own, to certificates alone; or under the gateway's address by token alone, and why. */
  readonly receiversDomain: ReceiversDomainConfig | { readonly withoutBecause: string };
  /** Receivers' calls that run at once; kept from the account's share, so that neither takes the other's. Undefined: not kept. */
  readonly receiverCallsAtOnce: number | undefined;
  /** Banks that may read their notices and reply; the police always may. */
  readonly callers: readonly Receiver[];
}
