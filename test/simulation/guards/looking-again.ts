import { guard, type Guard } from '../guard.ts';

const DELIVER = 'functions/deliver-notice/deliver-notice.ts';

/** The guards by which a function reads again after its write, and sends messages to those whom a change concerns. */
export const LOOKING_AGAIN_GUARDS: readonly Guard[] = [
  guard(
    "whoever has written the police's notice reads the assessment once more",
    'functions/4-notify-police/notify-police.ts',
    'if (reconciled.isWritten) await notifyAgainIfChanged({ enterpriseCode, assessmentId }, assessed, ports);',
    '',
  ),
  guard(
    "whoever has written a bank's notice reads its grounds once more",
    'functions/5-notify-banks/notify-banks.ts',
    '  await notifyAgainIfChanged(written, ports);\n',
    '  void notifyAgainIfChanged;\n',
  ),
  guard(
    'the province is surveyed again after a changed sample',
    'functions/3-assess-company/handler.ts',
    "if (surveyIsDue) await ports.survey([{ reason: 'companies-assessed' }]);",
    '',
  ),
  guard(
    'a survey that was overtaken gives its message back',
    'functions/survey-province/survey-province.ts',
    'throw new SurveyOvertaken();',
    'void 0;',
  ),
  guard(
    'a survey asks the companies that it moves',
    'functions/survey-province/survey-province.ts',
    'await assess(moved.map(({ enterpriseCode }) => ({ enterpriseCode })));',
    '',
  ),
  guard(
    'the unsettled are verified again after an extract',
    'functions/sweep-due/sweep-due.ts',
    'await send(ports.verify, await ports.verifications.unsettled());',
    'void 0;',
  ),
  guard(
    'the lease of an endpoint is given back',
    DELIVER,
    'await ports.receivers.release(receiver, lease, work.health);',
    '',
  ),
  guard(
    'the backlog is looked through once more without the lease',
    DELIVER,
    'if (seen) await passOn(receiver, seen, ports);',
    'if (seen) void passOn;',
  ),
  guard(
    'a new delivery that the holder of the lease may not see is asked for again',
    DELIVER,
    '  else if (due && isFresh(due.delivery, ports)) await ports.deliverLater([{ receiver, noticeId }], INDEX_LAG_SECONDS);',
    '',
  ),
  guard(
    'a delivery of which a message was sent is due later',
    'functions/send-due-deliveries/send-due-deliveries.ts',
    'deliveries.lookAfter(one, instantAfter(instant, delay + RECHECK_AFTER_SECONDS)),',
    'Promise.resolve(void [deliveries, RECHECK_AFTER_SECONDS, instantAfter, one]),',
  ),
  guard(
    'a reader that ends a reading again looks for a decision about the file',
    'functions/1-read-file/read-file.ts',
    '        await askAgainIfReplaced(dropped, location, ports);\n',
    '',
  ),
  guard(
    'a decision about a file is looked for once its end is recorded again',
    'functions/1-read-file/read-file.ts',
    '        await recordFileEnd(start, ports);\n        await askAgainIfReplaced(dropped, location, ports);\n',
    '        await askAgainIfReplaced(dropped, location, ports);\n        await recordFileEnd(start, ports);\n',
  ),
];
