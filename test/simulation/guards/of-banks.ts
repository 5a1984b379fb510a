import { guard, type Guard } from '../guard.ts';

/** The guards of what a bank itself lists, and of notices and documents whose day has come or has not. */
export const BANK_GUARDS: readonly Guard[] = [
  guard(
    'what a bank itself lists is no other ground of its notice',
    'functions/5-notify-banks/notify-bank.ts',
    'account.listings.filter(({ by }) => by !== bankReceiver(account.bank))',
    'account.listings.filter(() => true)',
  ),
  guard(
    'a notice of which nothing is known any more ends after its last day',
    'shared/domain/notification/notice/next-notice.ts',
    "    if (hasExpired(current, today)) return 'expire';\n",
    '',
  ),
  guard(
    'a notice ends after its last day without a release',
    'shared/use-cases/hold-for-release.ts',
    "if (next.state === 'expired' || isRenewed || isOwnWithdrawal) return undefined;",
    'if (isRenewed || isOwnWithdrawal) return undefined;',
  ),
  guard(
    'the police decide by no document of the future',
    'shared/use-cases/replies/take-reply.ts',
    "if (reply.kind === 'police-decision') refuseFuture(",
    "if (reply.noticeId === '' && reply.kind === 'police-decision') refuseFuture(",
  ),
];
