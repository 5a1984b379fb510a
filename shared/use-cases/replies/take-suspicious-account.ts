import { findInstitution, looksLikeCard, parseAccountNumber } from '#shared/domain/vietnamese/financial-institution.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import type { ReplyTaken, SuspiciousAccount } from '#shared/contracts/replies.ts';
import type { ReplyPorts } from './ports.ts';
import { RefusedRequest, refuseFuture, type Replier, takeReply } from './take-reply.ts';

/**
 * Stores a report of a suspicious account or wallet (tài khoản, ví điện tử có nghi vấn) by its own bank or the police.
 * @throws {RefusedRequest}
 */
export async function takeSuspiciousAccount(
  body: SuspiciousAccount,
  replier: Replier,
  ports: ReplyPorts,
): Promise<ReplyTaken> {
  const institution = findInstitution(body.bank);
  if (!institution) throw new RefusedRequest('bank_unknown');
  const own = bankOf(replier.receiver);
  if (own !== undefined && own !== institution.id) throw new RefusedRequest('not_yours');
  if (own !== undefined && body.decision) throw new RefusedRequest('decision_not_yours');
  const accountNumber = parseAccountNumber(institution, body.accountNumber);
  if (accountNumber === undefined) throw new RefusedRequest('account_unreadable');
  if (looksLikeCard(accountNumber)) throw new RefusedRequest('account_is_card');
  refuseFuture('on', body.on, ports.now());
  refuseFuture('decision.date', body.decision?.date, ports.now());
  const canonical = { ...body, bank: institution.id, accountNumber };
  return takeReply({ kind: 'suspicious-account', body: canonical }, replier, async () => undefined, ports);
}
