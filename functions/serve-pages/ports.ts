import type { HeadingsConfirmed } from '#shared/contracts/file-arrived.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { MailChoices } from '#shared/tables/mail-choices.ts';
import type { ObjectLink } from '#shared/clients/object-link.ts';
import type { ScanResult } from '#shared/clients/scan-result.ts';
import type { ObjectStore } from '#shared/clients/object-store.ts';
import type { MakeUploadForm } from '#shared/clients/upload-form.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { Files } from '#shared/tables/files.ts';
import type { SignInProvider } from '#shared/clients/sign-in.ts';
import type { StepQueues } from '#shared/clients/step-queues.ts';
import type { ReportDue } from '#shared/contracts/messages.ts';
import type { QuestionDue, TestEventDue } from '#shared/contracts/delivery-due.ts';
import type { Deliveries } from '#shared/tables/deliveries.ts';
import type { Log } from '#shared/tables/log.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { ReleasePolicy } from '#shared/domain/notification/release/release-policy.ts';
import type { Releases } from '#shared/tables/releases.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';
import type { Parked } from '#shared/tables/parked.ts';
import type { Receivers } from '#shared/tables/receivers.ts';
import type { Replies } from '#shared/tables/replies.ts';
import type { Reviews } from '#shared/tables/reviews.ts';
import type { Sessions } from '#shared/tables/sessions.ts';
import type { SigningKeyPorts } from '#shared/use-cases/change-signing-key.ts';
import type { ReplyPorts } from '#shared/use-cases/replies/ports.ts';
import type { VotePorts } from '#shared/use-cases/vote-on-release.ts';
import type { CaseRecords } from '#shared/tables/case-records.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Links } from '#shared/tables/links.ts';
import type { PoliceRecords } from '#shared/tables/police-records.ts';
import type { Tasks } from '#shared/tables/tasks.ts';
import type { Verifications } from '#shared/tables/verifications.ts';
import type { SwitchPorts } from '#shared/use-cases/switch-measure.ts';
import type { SettlePorts } from '#shared/use-cases/settle-task.ts';
import type { TakeBackFilePorts } from '#shared/use-cases/take-back-file.ts';
import type { CasePorts } from '#shared/use-cases/gather-case.ts';
import type { Assets } from './http/assets.ts';
import type { HttpEvent } from './http/answer.ts';
import type { Officer } from './session/officer.ts';

export interface ServePagesPorts
  extends ReplyPorts,
    VotePorts,
    CasePorts,
    SettlePorts,
    SigningKeyPorts,
    SwitchPorts,
    TakeBackFilePorts {
  /** Tells the step that reads files what headings mean. */
  readonly tellReader: SendMessages<HeadingsConfirmed>;
  readonly companies: CasePorts['companies'] & SettlePorts['companies'];
  readonly verifications: Pick<Verifications, 'work' | 'of'>;
  readonly assessments: Pick<Assessments, 'work' | 'of' | 'searched' | 'countByState'>;
  readonly tasks: Pick<Tasks, 'get' | 'write' | 'taken' | 'settled' | 'meet' | 'officers'>;
  readonly policeRecords: Pick<PoliceRecords, 'byNumber' | 'byReference' | 'origins' | 'search'>;
  readonly links: Pick<Links, 'record' | 'someCompaniesOf'>;
  readonly caseRecords: Pick<
    CaseRecords,
    | 'of'
    | 'note'
    | 'attach'
    | 'request'
    | 'requestsOf'
    | 'markSeen'
    | 'ask'
    | 'askedOf'
    | 'keepLookUp'
    | 'assign'
    | 'assigned'
  >;
  readonly sessions: Pick<
    Sessions,
    | 'open'
    | 'get'
    | 'markSeen'
    | 'markChecked'
    | 'markAskedInVain'
    | 'close'
    | 'listed'
    | 'endAllOf'
    | 'isEnded'
    | 'keepDraft'
    | 'draft'
    | 'beginOnce'
    | 'cameTo'
    | 'endOnce'
    | 'forgetOnce'
  >;
  readonly mailChoices: Pick<MailChoices, 'get' | 'choose' | 'stop' | 'renew'>;
  readonly releases: Pick<Releases, 'get' | 'write' | 'waiting'>;
  readonly releasePolicy: ReleasePolicy;
  readonly replies: ReplyPorts['replies'] & Pick<Replies, 'lastDecisions'>;
  readonly notices: Pick<Notices, 'get' | 'open' | 'latest' | 'oldestWaiting'>;
  readonly outcomes: Pick<Outcomes, 'ofDays' | 'ofCase' | 'record'>;
  readonly rulesClock: Pick<RulesClock, 'today' | 'dayOf'>;
  readonly log: Pick<Log, 'head' | 'officersEntries'>;
  readonly parked: Pick<Parked, 'someOf'>;
  readonly receivers: Pick<Receivers, 'get' | 'amongst'>;
  readonly deliveries: Pick<Deliveries, 'get' | 'ofNotices'>;
  readonly sendQuestion: (asked: readonly QuestionDue[]) => Promise<void>;
  readonly sendTestEvent: (asked: readonly TestEventDue[]) => Promise<void>;
  /** Makes a unique id of 22 letters. */
  readonly newId: () => string;
  readonly askReport: SendMessages<ReportDue>;
  readonly queues: Pick<StepQueues, 'counts'>;
  /** How long a verdict must stand before notices follow it. */
  readonly settlingSeconds: number;
  readonly reviews: Pick<Reviews, 'ofNotice' | 'waiting' | 'write'>;
  readonly files: Pick<Files, 'drop' | 'newest' | 'ofFeed' | 'ofName' | 'profile' | 'vanished'>;
  readonly uploadForm: MakeUploadForm;
  readonly link: ObjectLink;
  /** What the search for malware found in an attached file; undefined where the stage has none. */
  readonly scanOf?: ScanResult | undefined;
  readonly objects: Pick<ObjectStore, 'read' | 'found' | 'move' | 'remove' | 'putFirst' | 'putOnce'>;
  readonly outboxBucket: string;
  readonly evidenceBucket: string;
  readonly enter: EnterInLog;
  readonly signIn: SignInProvider;
  /** The sign-in for users of programs, and the address on their machine to which the answer is sent. */
  readonly signInAt: { readonly issuer: string; readonly clientId: string; readonly loopback: string };
  readonly assets: Assets;
  /** Allows pages without TLS on loopback, for stage `local` alone. */
  readonly allowLoopback: boolean;
  /** What the distribution in front of the desks shows; undefined where nothing stands in front. */
  readonly edgeKey?: string | undefined;
}

/** A request for a page by an officer who may see it. */
export interface Visit {
  readonly event: HttpEvent;
  readonly officer: Officer;
  /** The fields of a form that a page of this session sent, or of one that was kept when an earlier session ended. */
  readonly form: URLSearchParams;
}
