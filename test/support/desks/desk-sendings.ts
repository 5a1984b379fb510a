import type { ServePagesPorts } from '#functions/serve-pages/ports.ts';
import type { QuestionDue, TestEventDue } from '#shared/contracts/delivery-due.ts';
import type { FileReleased } from '#shared/contracts/file-arrived.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { AccountTouched } from '#shared/contracts/messages.ts';
import type { DeskTask } from '#shared/contracts/operator-task.ts';
import type { ReplyRecorded } from '#shared/contracts/replies.ts';

/** What the desks sent to other steps, to the log and to the secrets. */
export interface DeskSendings {
  /** Questions that the endpoints of banks were to be sent. */
  readonly questions: readonly QuestionDue[];
  readonly testEvents: readonly TestEventDue[];
  /** Keys that were put into receivers' secrets. */
  readonly keys: readonly (readonly [arn: string, key: string])[];
  /** What operators asked for. */
  readonly operatorTasks: readonly DeskTask[];
  /** Companies that were to be verified or assessed again: `verify 0101243150`. */
  readonly lookedAt: readonly string[];
  /** Companies of which the police were to be notified at once. */
  readonly renotified: readonly string[];
  /** What was entered in the log. */
  readonly entered: readonly LogEntry[];
  /** What was said of stopped files. */
  readonly released: readonly FileReleased[];
  /** Accounts that the step of the banks was asked to look at at once. */
  readonly touched: readonly AccountTouched[];
  /** Replies that were sent on to the step. */
  readonly sentReplies: readonly ReplyRecorded[];
  /** Sweeps of everything, with the seconds that they were to wait. */
  readonly reassessed: readonly number[];
  /** The function dies before it enters the next thing in the log. */
  failNextEntry(): void;
  readonly enter: ServePagesPorts['enter'];
}

/** Ports that send nothing, and what they were given. */
export function keptSendings() {
  const testEvents: TestEventDue[] = [];
  const questions: QuestionDue[] = [];
  const keys: [arn: string, key: string][] = [];
  const operatorTasks: DeskTask[] = [];
  const lookedAt: string[] = [];
  const renotified: string[] = [];
  const entered: LogEntry[] = [];
  const released: FileReleased[] = [];
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
    lookedAt,
    renotified,
    entered,
    released,
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
    releaseFile: async (messages) => void released.push(...messages),
    async notifyPolice(messages, delaySeconds = 0) {
      if (delaySeconds === 0) renotified.push(...messages.map(({ enterpriseCode }) => enterpriseCode));
    },
    async notifyBanks(messages, delaySeconds = 0) {
      if (delaySeconds === 0) touched.push(...messages);
    },
    sendReply: async (messages) => void sentReplies.push(...messages),
    sendQuestion: async (asked) => void questions.push(...asked),
    sendTestEvent: async (asked) => void testEvents.push(...asked),
    putSigningKey: async (arn, key, at) => {
      keys.push([arn, key]);
      return new Date(at.getTime() + 86_400_000).toISOString();
    },
    async askOperatorTask(asked, delaySeconds = 0) {
      operatorTasks.push(...asked);
      if (asked.some(({ task }) => task === 'assess-all')) reassessed.push(delaySeconds);
    },
  } satisfies Partial<ServePagesPorts>;
  return { sendings, ports };
}
