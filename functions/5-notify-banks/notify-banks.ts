import type { AccountTouched } from '#shared/contracts/messages.ts';
import { inChain } from '#shared/runtime/chain.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { inParallel, settledInParallel } from '#shared/runtime/in-parallel.ts';
import { untilWrittenFrom } from '#shared/runtime/until-written.ts';
import type { ReceivedMessage } from '#shared/runtime/sqs-worker.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import { type Grounds, groundsOf, notifyBank, type NotifyBankPorts } from './notify-bank.ts';
import { standingsReadOnce } from './standings.ts';

export interface NotifyBanksPorts extends NotifyBankPorts {
  readonly accounts: Pick<Accounts, 'recorded'>;
  /** Has the states of drops looked up anew. */
  readonly renewDrops: () => void;
  readonly assessments: Pick<Assessments, 'standing'>;
}

/** As many as a batch has, so that no notice is written later than the others after their grounds were read. */
const ACCOUNTS_AT_ONCE = 10;

interface WrittenNotice {
  readonly message: AccountTouched;
  /** The grounds that the notice follows from. */
  readonly grounds: Grounds | undefined;
}

/** Handles the messages of a batch, for which each company's assessment is read once before and once after writing. */
export async function notifyBanks(
  received: readonly ReceivedMessage<AccountTouched>[],
  ports: NotifyBanksPorts,
): Promise<PromiseSettledResult<void>[]> {
  const standingOf = standingsReadOnce(ports.assessments);
  const written: WrittenNotice[] = [];
  const outcomes = await settledInParallel(received, ACCOUNTS_AT_ONCE, ({ message, chain }) => {
    const read = async (standing: typeof standingOf) => ({
      account: await ports.accounts.recorded(message.accountRef),
      standing,
    });
    const notify = async ({ account, standing }: Awaited<ReturnType<typeof read>>) => {
      const grounds = account && (await groundsOf(account, standing));
      const done = await notifyBank(message, grounds, ports);
      // This only saves readings: whoever changed the grounds of a notice that stays has sent a message
      if (done === 'written') written.push({ message, grounds });
      return done;
    };
    return inChain(chain, async () => {
      const first = await read(standingOf);
      await untilWrittenFrom(first, () => read(standingsReadOnce(ports.assessments)), notify);
    });
  });
  await notifyAgainIfChanged(written, ports);
  return outcomes;
}

/**
 * A message sent because the grounds changed meanwhile may have found the earlier notice and done nothing, so it is sent
 * again.
 */
async function notifyAgainIfChanged(written: readonly WrittenNotice[], ports: NotifyBanksPorts): Promise<void> {
  ports.renewDrops();
  const standingOf = standingsReadOnce(ports.assessments);
  const changed = await inParallel(written, ACCOUNTS_AT_ONCE, async ({ message, grounds }) => {
    const account = await ports.accounts.recorded(message.accountRef);
    const now = account && (await groundsOf(account, standingOf));
    return contentId(now ?? null) === contentId(grounds ?? null) ? [] : [message];
  });
  if (changed.some(({ length }) => length > 0)) await ports.notifyLater(changed.flat());
}
