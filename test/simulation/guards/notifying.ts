import { guard, type Guard } from '../guard.ts';

export const NOTIFYING_GUARDS: readonly Guard[] = [
  guard(
    'a notice has one id for each matter',
    'shared/tables/notices.ts',
    'contentId({ receiver, subject });',
    'contentId({ receiver, subject, at: Math.random() });',
  ),
  guard(
    'a notice is written over what was read alone',
    'shared/tables/notices.ts',
    "    '#sequence = :sequence',\n    'handlingStatus = :handlingStatus',",
    "    '(#sequence = :sequence OR attribute_exists(noticeId))',\n    '(handlingStatus = :handlingStatus OR attribute_exists(noticeId))',",
  ),
  guard(
    'a message whose notice was overtaken goes back',
    'shared/use-cases/reconcile-notice.ts',
    'if (!(await notices.write(next, before))) throw new NoticeOvertaken();',
    'if (!(await notices.write(next, before))) return before;',
  ),
  guard(
    'what stands already is said again',
    'shared/use-cases/reconcile-notice.ts',
    'if (before) await enterState(before);\n    return before && { notice: before, isWritten: false };',
    'return undefined;',
  ),
  guard(
    'a notice waits until its verdict has settled',
    'functions/4-notify-police/notify-police.ts',
    'return hasOwnMessage ? undefined : ports.notifyLater([{ enterpriseCode, assessmentId }], wait);',
    'return undefined;',
  ),
  guard(
    'a bank is told once the verdict has settled',
    'functions/5-notify-banks/notify-bank.ts',
    "    await ports.notifyLater([message], wait);\n    return 'as before';\n",
    '',
  ),
  guard(
    'a notice is delivered once it is issued',
    'functions/5-notify-banks/notify-bank.ts',
    'if (mustBeDelivered(notice)) await ports.deliver([{ receiver, noticeId: notice.noticeId }]);',
    '',
  ),
  guard(
    'a delivery is written over what was read alone',
    'shared/tables/deliveries.ts',
    "{ when: 'revision = :before', values: { ':before': before.revision } }",
    "{ when: 'revision = :before OR attribute_exists(revision)', values: { ':before': before.revision } }",
  ),
  guard(
    "a bank's notice follows the company whose assessment lists the account",
    'functions/5-notify-banks/notice-grounds.ts',
    'const isMismatch = found?.mismatches.get(accountRef);',
    'const isMismatch = found && (found.mismatches.get(accountRef) ?? false);',
  ),
  guard(
    'an account that has moved for a moment still follows its former company',
    'functions/5-notify-banks/notice-grounds.ts',
    ', ...earlier])',
    ', ...earlier.slice(earlier.length)])',
  ),
  guard(
    'a state that was not entered is entered before the next one is written',
    'shared/use-cases/reconcile-notice.ts',
    '  if (before && (inLedger?.sequence ?? 0) < before.sequence) await enterState(before);\n',
    '',
  ),
  guard(
    'a notice is read again where the ledger has a later state',
    'shared/use-cases/reconcile-notice.ts',
    'before: isLater ? await notices.get(receiver, noticeId) : before',
    'before: isLater ? before : before',
  ),
  guard(
    'the notice of an account without facts is looked at',
    'functions/5-notify-banks/notify-bank.ts',
    "    if (bank !== undefined) await reconcile(bank, message.accountRef, 'unknown', ports);\n",
    '    void bank;\n',
  ),
  guard(
    'a fallen verdict is looked at whichever assessment the message names',
    'functions/4-notify-police/notify-police.ts',
    "const hasOwnMessage = assessmentId !== message.assessmentId && assessed?.verdict === 'flagged';",
    'const hasOwnMessage = assessmentId !== message.assessmentId;',
  ),
  guard(
    'a bank is told of a listing once it has settled',
    'functions/5-notify-banks/notify-bank.ts',
    '...listings.map(({ recordedAt }) => recordedAt), ',
    '...listings.slice(listings.length).map(({ recordedAt }) => recordedAt), ',
  ),
  guard(
    'a state that the ledger has is not entered again',
    'shared/domain/outcomes/facts-of-notice.ts',
    'facts.filter((fact) => !ledger.some((known) => isOfOneState(known, fact)));',
    'facts.filter((fact) => !ledger.some((known) => known.noticeId === undefined && isOfOneState(known, fact)));',
  ),
];
