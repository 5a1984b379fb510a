import type { ServePagesPorts } from '#functions/serve-pages/ports.ts';
import type { QuestionDue, TestEventDue } from '#shared/contracts/delivery-due.ts';
import type { FileReleased, HeadingsConfirmed } from '#shared/contracts/file-arrived.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { AccountTouched, ReportDue } from '#shared/contracts/messages.ts';
import type { DeskTask } from '#shared/contracts/operator-task.ts';
import type { ReplyRecorded } from '#shared/contracts/replies.ts';
import { keptSigningKeys } from '#test/support/signing-keys.ts';

/** The messages, log entries and secrets that the desks sent. */
export interface DeskSendings {
  /** The questions for banks' endpoints. */
  readonly questions: readonly QuestionDue[];
  readonly testEvents: readonly TestEventDue[];
  /** What was written into receivers' secrets. */
  readonly keys: readonly (readonly [arn: string, text: string])[];
  /** The operators' tasks. */
  readonly operatorTasks: readonly DeskTask[];
  readonly reports: readonly ReportDue[];
  /** Companies that were to be verified or assessed again: `verify 0101243150`. */
  readonly lookedAt: readonly string[];
  /** Companies of which the police were to be notified at once. */
  readonly renotified: readonly string[];
  /** The entries of the log. */
  readonly entered: readonly LogEntry[];
  /** The decisions on files that were sent to their step at once. */
  readonly released: readonly FileReleased[];
  readonly confirmed: readonly HeadingsConfirmed[];
  /** Accounts that the step of the banks was asked to look at at once. */
  readonly touched: readonly AccountTouched[];
  /** Replies that were sent on to the step. */
  readonly sentReplies: readonly ReplyRecorded[];
  /** Sweeps of everything, with the seconds that they were to wait. */
  readonly reassessed: readonly number[];
  /** Makes the function fail before its next log entry. */
  failNextEntry(): void;
  readonly enter: ServePagesPorts['enter'];
}

/** Ports that only record what they were asked to send. */
export function keptSendings() {
  const testEvents: TestEventDue[] = [];
  const questions: QuestionDue[] = [];
  const { keys, signingKeys } = keptSigningKeys();
  const operatorTasks: DeskTask[] = [];
  const reports: ReportDue[] = [];
  const lookedAt: string[] = [];
  const renotified: string[] = [];
  const entered: LogEntry[] = [];
  const released: FileReleased[] = [];
  const confirmed: HeadingsConfirmed[] = [];
  const touched: AccountTouched[] = [];
  const sentReplies: ReplyRecorded[] = [];
  const reassessed: number[] = [];
  let dies = false;
  const enter: ServePagesPorts['enter'] = async (entries) => {
    if (dies) {
      dies = false;
      throw new Error('crash');
    }
    entered.push(...entries);
  };
  const sendings: DeskSendings = {
    testEvents,
    questions,
    keys,
    operatorTasks,
    reports,
    lookedAt,
    renotified,
    entered,
    released,
    confirmed,
    touched,
    sentReplies,
    reassessed,
    failNextEntry: () => void (dies = true),
    enter,
  };
  const ports = {
    verify: async (messages) => void lookedAt.push(...messages.map(({ enterpriseCode }) => `verify ${enterpriseCode}`)),
    assess: async (messages) => void lookedAt.push(...messages.map(({ enterpriseCode }) => `assess ${enterpriseCode}`)),
    enter,
    async tellReader(messages) {
      confirmed.push(...messages);
    },
    async releaseFile(messages, delaySeconds = 0) {
      if (delaySeconds === 0) released.push(...messages);
    },
    async notifyPolice(messages, delaySeconds = 0) {
      if (delaySeconds === 0) renotified.push(...messages.map(({ enterpriseCode }) => enterpriseCode));
    },
    async notifyBanks(messages, delaySeconds = 0) {
      if (delaySeconds === 0) touched.push(...messages);
    },
    sendReply: async (messages) => void sentReplies.push(...messages),
    sendQuestion: async (asked) => void questions.push(...asked),
    sendTestEvent: async (asked) => void testEvents.push(...asked),
    signingKeys,
    askReport: async (asked) => void reports.push(...asked),
    async requestOperatorTask(asked, delaySeconds = 0) {
      operatorTasks.push(...asked);
      if (asked.some(({ task }) => task === 'assess-all')) reassessed.push(delaySeconds);
    },
  } satisfies Partial<ServePagesPorts>;
  return { sendings, ports };
}
