import { bankReceiver } from '#shared/domain/notification/receiver.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { RecordedAccount } from '#shared/tables/account-fact.ts';
import { noticeIdOf, type Notices } from '#shared/tables/notices.ts';

/**
 * The reference by which the notice about an account goes. One of which its bank was told as its own file has the number
 * stays the same notice once the exact number is known.
 */
export async function noticeSubjectOf(
  { bank, accountRef, readingRef }: Pick<RecordedAccount, 'bank' | 'accountRef' | 'readingRef'>,
  { notices, hash }: { readonly notices: Pick<Notices, 'get'>; readonly hash: Pick<KeyedHash, 'first'> },
): Promise<string> {
  if (readingRef === undefined) return accountRef;
  const receiver = bankReceiver(bank);
  const given = await notices.get(receiver, noticeIdOf(receiver, hash.first(readingRef)));
  return given && 'accountAsGiven' in given.content ? readingRef : accountRef;
}
