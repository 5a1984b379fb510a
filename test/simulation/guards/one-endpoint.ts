import { guard, type Guard } from '../guard.ts';

const NOTIFY = 'functions/5-notify-banks/notify-bank.ts';

/** The guards of one endpoint, of uncertain numbers and of what a bank has observed. */
export const ONE_ENDPOINT_GUARDS: readonly Guard[] = [
  guard(
    'a lease is kept until all calls have ended',
    'functions/deliver-notice/work-off-backlog.ts',
    "for (const outcome of await Promise.allSettled(calls)) if (outcome.status === 'rejected') throw outcome.reason;",
    'await Promise.all(calls);',
  ),
  guard(
    'an endpoint that begins to rest is sent none of the notices that were found',
    'functions/deliver-notice/work-off-backlog.ts',
    'while (waiting.length > 0 && mayGoOn()) {',
    'while (waiting.length > 0) {',
  ),
  guard(
    'a notice under a number that means another account is withdrawn',
    NOTIFY,
    'if (ports.hash.first(account.accountRef) !== ports.hash.first(message.accountRef)) {',
    "if (account.accountRef === '') {",
  ),
  guard('a bank is not told under an uncertain number', NOTIFY, '!notice || account.numberUnsure', '!notice'),
  guard(
    'an account that its bank has observed is listed',
    'functions/record-reply/record-reply.ts',
    '      await listObserved(item, noticeId, observed, ports);\n',
    '      void [listObserved, observed];\n',
  ),
  guard(
    'banks are asked about uncertain numbers',
    'functions/sweep-due/sweep-due.ts',
    '  await requestAccountNumbers(ports);\n',
    '  void requestAccountNumbers;\n',
  ),
];
