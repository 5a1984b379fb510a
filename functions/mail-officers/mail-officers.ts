import { type Mail, MailRefused } from '#shared/clients/mail.ts';
import { type DeskRole, rolesOf } from '#shared/domain/notification/desk-role.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { log } from '#shared/runtime/log.ts';
import type { MailChoice, MailChoices } from '#shared/tables/mail-choices.ts';
import { composeMail, morningOf } from './compose-mail.ts';
import { requestsOf, waitingWork, type WaitingWorkPorts, type Work } from './waiting-work.ts';

export interface MailOfficersPorts extends WaitingWorkPorts {
  readonly choices: Pick<MailChoices, 'all' | 'markTold'>;
  readonly send: (mail: Mail) => Promise<void>;
  /** The address of the desks, without a final slash. */
  readonly origin: string;
  readonly rulesClock: Pick<RulesClock, 'today'>;
  readonly now: () => Date;
}

const AT_ONCE = 8;

/** Tells each person of what they want to know. One whose mail could not be sent keeps no other from theirs. */
export async function mailOfficers(ports: MailOfficersPorts): Promise<void> {
  const atDesks = new Map<DeskRole, Promise<readonly Work[]>>();
  const workAt = (role: DeskRole) => {
    const work = atDesks.get(role) ?? waitingWork(role, ports);
    atDesks.set(role, work);
    return work;
  };
  const results = await inParallel(await ports.choices.all(), AT_ONCE, async (choice) => {
    const own = await Promise.all([...rolesOf(choice.roles).map(workAt), requestsOf(choice.subject, ports)]);
    return tell(choice, own.flat(), ports).catch((error: unknown) => ({ error }));
  });
  log('MAILS_SENT', { count: results.filter((result) => result === 'sent').length });
  for (const result of results) if (typeof result === 'object') throw result.error;
}

async function tell(choice: MailChoice, work: readonly Work[], ports: MailOfficersPorts): Promise<'sent' | undefined> {
  const { choices, send, origin, rulesClock } = ports;
  const now = ports.now();
  const mail = composeMail(choice, work, { now, today: rulesClock.today() }, origin);
  if (!mail) return undefined;
  const { toldUntil, toldOn = '', email: to } = choice;
  const told = { toldUntil: now.toISOString(), toldOn: morningOf(choice, now) ?? toldOn };
  if (!(await choices.markTold(choice, told))) return undefined;
  try {
    await send({ to, ...mail });
    return 'sent';
  } catch (error) {
    if (error instanceof MailRefused) {
      log('MAIL_REFUSED');
      return undefined;
    }
    await choices.markTold({ ...choice, ...told }, { toldUntil, toldOn });
    throw error;
  }
}
