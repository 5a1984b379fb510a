import type { SendMessages } from '#shared/clients/queue.ts';
import type { CompanyTouched, RegistrationRecorded } from '#shared/contracts/messages.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { Verification } from '#shared/tables/verifications.ts';
import { type NotifyPorts, recipientsOf } from './recipients.ts';

export interface AwaitPorts {
  /** Sends messages that have the people of companies verified. */
  readonly verify: SendMessages<RegistrationRecorded>;
}

/** What is stored of a company: the assessment before, and the verification of its people. */
interface StoredOfCompany {
  readonly before: AssessedCompany | undefined;
  readonly verification: Verification | undefined;
}

/**
 * The verification of the version in force has the company assessed when it is stored. Until then the assessment before
 * it stands: whoever it concerns is notified from it if a notice may have been lost. A version that has come into
 * force because the rules' date was changed has no message of its own, so the verification of an earlier one asks for it.
 */
export async function awaitVerification(
  { enterpriseCode, renotify }: CompanyTouched,
  { before, verification }: StoredOfCompany,
  ports: AwaitPorts & NotifyPorts,
): Promise<undefined> {
  if (verification) await ports.verify([{ enterpriseCode }]);
  if (!before || !renotify) return;
  const { police, accounts } = recipientsOf(before, before, renotify);
  await ports.notifyPolice(police, ports.settlingSeconds);
  await ports.notifyBanks(accounts, ports.settlingSeconds);
}
