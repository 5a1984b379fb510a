import type { SignedInUser } from '#shared/clients/sign-in.ts';
import { groupOf, rolesOf } from '#shared/domain/notification/desk-role.ts';
import type { ServePagesPorts } from '../ports.ts';

/** A person who does not sign in for so long gets no more mails, because they may work elsewhere. */
const MAIL_SECONDS = 30 * 86_400;

export const mailExpiry = ({ now }: Pick<ServePagesPorts, 'now'>): number =>
  Math.floor(now().getTime() / 1000) + MAIL_SECONDS;

/** Takes over the address and the roles of a person who signs in; one without an address gets no more mails. */
export async function renewMails(
  { subject, email, groups }: SignedInUser,
  { mailChoices, now }: Pick<ServePagesPorts, 'mailChoices' | 'now'>,
): Promise<void> {
  if (email === undefined) return mailChoices.stop(subject);
  await mailChoices.renew({ subject, email, roles: rolesOf(groups).map(groupOf) }, mailExpiry({ now }));
}
