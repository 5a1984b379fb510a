import type * as z from 'zod';
import { DELIVERY_SECONDS, DeliveryMessage, DueDeliveriesRequested } from './delivery-due.ts';
import { FileArrived } from './file-arrived.ts';
import { LogEntry } from './log-entry.ts';
import {
  AccountTouched,
  ASSESS_SECONDS,
  CompanyTouched,
  MailsDue,
  NoticeChanged,
  RegistrationRecorded,
  ReportDue,
  SurveyRequested,
  SweepRequested,
  VerdictReached,
} from './messages.ts';
import { DeskTask } from './operator-task.ts';
import { ReplyRecorded } from './replies.ts';

/** A queue between two steps, and everything that is said of it anywhere. */
export interface QueueDesign {
  /** The contract of its messages, by the contract's own name. */
  readonly carries: Readonly<Record<string, z.ZodType>>;
  /** When a message is sent. */
  readonly summary: string;
  /** Its samples in `events/`, without `.json`; the first is one that begins the step's work. */
  readonly samples: readonly [string, ...string[]];
  /** The operator's name of the work. */
  readonly label: string;
  /** The alarm's sentence on who is harmed while messages fail or wait. */
  readonly impact: string;
  /** Set where the alarm of a missed clock, or the person who asked, sees that messages wait: an alarm costs each month. */
  readonly isLateSeenElsewhere?: true;
  /** The timeout of the function that reads the queue. */
  readonly timeoutSeconds: number;
  readonly batchSize: number;
  /** The number of environments that run at once, which protects the tables that they write. */
  readonly maxConcurrency: number;
  /**
   * Which messages a batch joins, where a stage lets them wait for each other: a `burst` of facts, a burst of
   * assessments, which takes longer, or all entries of the log, which share one page, one head and one set of tiles.
   */
  readonly joins?: 'burst' | 'assessments' | 'log entries';
}

/** The queues in the order of the flow; the name of a queue in AWS is its key in kebab-case. */
export const QUEUES = {
  files: {
    carries: { FileArrived },
    summary: 'A file lies in the inbox, or is to be read on',
    samples: ['1-file-arrived', '1-file-continued', '1-file-released', '1-headings-confirmed'],
    label: 'Đọc tệp',
    impact: 'A file that a sender dropped is not read: its companies are neither checked nor reported.',
    timeoutSeconds: 300,
    batchSize: 1,
    maxConcurrency: 5,
  },
  registrations: {
    carries: { RegistrationRecorded },
    summary: "A company's people are to be verified",
    samples: ['2-registration-recorded'],
    label: 'Đối chiếu nhân thân',
    impact: "A company's people are not checked against police data: a stolen identity stays unseen.",
    timeoutSeconds: 120,
    batchSize: 100,
    maxConcurrency: 10,
    joins: 'burst',
  },
  companies: {
    carries: { CompanyTouched },
    summary: 'A fact of the company has changed',
    samples: ['3-company-touched'],
    label: 'Đánh giá doanh nghiệp',
    impact: 'Companies are not assessed: a shell company goes on passing money, or an honest one stays flagged.',
    timeoutSeconds: ASSESS_SECONDS,
    batchSize: 200,
    maxConcurrency: 10,
    joins: 'burst',
  },
  policeNotices: {
    carries: { VerdictReached },
    summary: 'The verdict or its reasons changed',
    samples: ['4-verdict-reached'],
    label: 'Báo công an',
    impact: 'The police do not learn of a flagged company, or that a flag was taken back.',
    timeoutSeconds: 60,
    batchSize: 10,
    maxConcurrency: 5,
  },
  bankNotices: {
    carries: { AccountTouched },
    summary: 'What its bank should know of an account may have changed',
    samples: ['5-account-touched', '5-account-reviewed'],
    label: 'Báo ngân hàng',
    impact: 'A bank does not learn of an account under suspicion, or that the suspicion was lifted.',
    timeoutSeconds: 60,
    batchSize: 10,
    maxConcurrency: 10,
  },
  dossiers: {
    carries: { NoticeChanged },
    summary: "The police's notice of a company has come to another state",
    samples: ['notice-changed'],
    label: 'Lập hồ sơ',
    impact: 'The police have a notice without its dossier: nothing to print, sign and check it by.',
    isLateSeenElsewhere: true,
    timeoutSeconds: 60,
    batchSize: 10,
    maxConcurrency: 2,
  },
  logEntries: {
    carries: { LogEntry },
    summary: 'Something was notified, decided, read or set that is to be entered in the verifiable log',
    samples: ['log-entry'],
    label: 'Ghi sổ kiểm chứng',
    impact: 'What is notified, decided and read is not entered in the verifiable log: nobody can prove it later.',
    timeoutSeconds: 120,
    batchSize: 1000,
    maxConcurrency: 2,
    joins: 'log entries',
  },
  sweeps: {
    carries: { SweepRequested },
    summary: 'What fell due is to be looked at',
    samples: [
      'sweep-requested-clock',
      'sweep-requested-feed-completed',
      'sweep-requested-settings-changed',
      'sweep-requested-settings-page',
      'sweep-requested-table-restored',
    ],
    label: 'Rà soát định kỳ',
    impact: 'Deadlines pass unnoticed: companies whose capital, returns or staff fell due are not looked at again.',
    isLateSeenElsewhere: true,
    timeoutSeconds: 120,
    batchSize: 10,
    maxConcurrency: 2,
    joins: 'burst',
  },
  surveys: {
    carries: { SurveyRequested },
    summary: 'What companies have shown of themselves is to be counted anew',
    samples: ['survey-requested'],
    label: 'Khảo sát toàn tỉnh',
    impact: 'What an office does not send is taken for silence of its companies, and what is usual is not kept up.',
    isLateSeenElsewhere: true,
    timeoutSeconds: 120,
    batchSize: 1000,
    maxConcurrency: 2,
    joins: 'assessments',
  },
  replies: {
    carries: { ReplyRecorded },
    summary: "A receiver's reply was taken in",
    samples: ['reply-recorded'],
    label: 'Ghi phản hồi',
    impact: 'What police and banks answered has no effect: a dismissed flag goes on hurting an honest firm.',
    timeoutSeconds: 60,
    batchSize: 10,
    maxConcurrency: 5,
  },
  deliveries: {
    carries: { DeliveryDue: DeliveryMessage },
    summary: 'A notice may have something to be sent to its receiver',
    samples: ['delivery-due'],
    label: 'Gửi tới hệ thống của nơi nhận',
    impact: 'Notices, and what was taken back, do not reach the endpoints of banks: they have the feed alone.',
    timeoutSeconds: DELIVERY_SECONDS,
    batchSize: 10,
    // Each slow endpoint occupies one running function
    maxConcurrency: 20,
  },
  dueDeliveries: {
    carries: { DueDeliveriesRequested },
    summary: 'The one-minute clock',
    samples: ['due-deliveries-requested'],
    label: 'Hẹn giờ gửi lại',
    impact: 'What a bank could not take at once is not sent to it again.',
    isLateSeenElsewhere: true,
    timeoutSeconds: 60,
    batchSize: 1,
    maxConcurrency: 2,
  },
  reports: {
    carries: { ReportDue },
    summary: 'A period has ended of which the province owes a report',
    samples: ['report-due'],
    label: 'Lập báo cáo',
    impact: 'The report that the province owes UBND tỉnh is not there on its day; it can be made by npm run report.',
    isLateSeenElsewhere: true,
    timeoutSeconds: 300,
    batchSize: 1,
    maxConcurrency: 2,
  },
  mails: {
    carries: { MailsDue },
    summary: 'The hourly clock of mails to people',
    samples: ['mails-due'],
    label: 'Gửi thư báo việc',
    impact: 'People of the desks do not hear of new work by mail; the desks show it as before.',
    isLateSeenElsewhere: true,
    timeoutSeconds: 120,
    batchSize: 1,
    maxConcurrency: 2,
  },
  operatorTasks: {
    carries: { DeskTask },
    summary: 'A desk asks for something to be moved on or looked at again',
    samples: ['operator-task'],
    label: 'Việc người vận hành giao',
    impact: 'What an operator sends back at the desk stays where it is: it can still be sent by the command line.',
    isLateSeenElsewhere: true,
    timeoutSeconds: 60,
    batchSize: 1,
    maxConcurrency: 2,
  },
} as const satisfies Readonly<Record<string, QueueDesign>>;

export type QueueKey = keyof typeof QUEUES;

/** Each queue with its name without the stack's: `log-entries`. */
export const namedQueues = (): readonly (readonly [name: string, design: QueueDesign])[] =>
  Object.entries<QueueDesign>(QUEUES).map(([key, design]) => [queueName(key), design]);

/** `logEntries` → `log-entries` */
export const queueName = (key: string): string => key.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
