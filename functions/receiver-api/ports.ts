import type { ObjectLink } from '#shared/clients/object-link.ts';
import type { ObjectStore } from '#shared/clients/object-store.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { MakeUploadForm } from '#shared/clients/upload-form.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { TestEventDue } from '#shared/contracts/delivery-due.ts';
import type { ReplyRecorded } from '#shared/contracts/replies.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import type { CaseRecords } from '#shared/tables/case-records.ts';
import type { Deliveries } from '#shared/tables/deliveries.ts';
import type { Callers } from '#shared/tables/callers.ts';
import type { Log } from '#shared/tables/log.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Receivers } from '#shared/tables/receivers.ts';
import type { Replies } from '#shared/tables/replies.ts';
import type { Reviews } from '#shared/tables/reviews.ts';
import type { SigningKeyPorts } from '#shared/use-cases/change-signing-key.ts';
import type { ProvePorts } from '#shared/use-cases/prove-entry.ts';
import type { Cursors } from './cursor.ts';
import type { CallLimit } from './call-limit.ts';

export interface ReceiverApiPorts extends SigningKeyPorts {
  readonly cursors: Cursors;
  /** Refuses a call beyond its receiver's share. */
  readonly limit: CallLimit;
  /** The police's questions to the receiver. */
  readonly caseRecords: Pick<CaseRecords, 'askedOf' | 'markSent'>;
  readonly deliveries: Pick<Deliveries, 'ofNotices'>;
  readonly notices: Pick<Notices, 'get' | 'latest' | 'changed' | 'waiting' | 'markRead'>;
  readonly replies: Pick<Replies, 'record' | 'get' | 'lastDecision' | 'lastDecisions' | 'decideLast'>;
  readonly reviews: Pick<Reviews, 'ofNotice'>;
  /** The receiver of each certificate; undefined where callers show none. */
  readonly certificateHolders: Pick<Receivers, 'get'> | undefined;
  readonly objects: Pick<ObjectStore, 'read'>;
  readonly link: ObjectLink;
  readonly uploadForm: MakeUploadForm;
  readonly callers: Pick<Callers, 'get'>;
  readonly inboxBucket: string;
  readonly evidenceBucket: string;
  readonly sendReply: SendMessages<ReplyRecorded>;
  readonly sendTestEvent: SendMessages<TestEventDue>;
  /** Makes a unique id of 22 letters. */
  readonly newId: () => string;
  /** The verifiable log, with the files that prove its entries. */
  readonly log: Pick<Log, 'head' | 'places' | 'pageAt' | 'witness'>;
  readonly proving: ProvePorts;
  /** The receivers that may co-sign the log as witnesses. */
  readonly witnesses: Pick<Receivers, 'get'>;
  readonly enter: EnterInLog;
  readonly expiry: Expiry;
  readonly now: RealClock;
}
