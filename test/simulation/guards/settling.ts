import { guard, type Guard } from '../guard.ts';

const SETTLE = 'shared/use-cases/settle-task.ts';
const SWITCH = 'shared/use-cases/switch-measure.ts';
const REPORT = 'functions/issue-report/issue-report.ts';
const OBJECT = 'functions/serve-pages/reviews/object-for-company.ts';
const QUEUES = 'shared/clients/step-queues.ts';

/** The guards of the office's decisions on entries, of dead letters, reports, objections, and of decisions that lapse. */
export const SETTLING_GUARDS: readonly Guard[] = [
  guard(
    'a decision of the office is completed by whoever decides next',
    SETTLE,
    '    await complete(before, ports);\n',
    '',
  ),
  guard('a decision of the office is carried out once it is stored', SETTLE, '  await complete(next, ports);\n', ''),
  guard(
    'a decision of the office that is not stored is not taken',
    SETTLE,
    "if (!(await ports.tasks.write(next, before, ports.expiry()))) return 'settled_before';",
    'await ports.tasks.write(next, before, ports.expiry());',
  ),
  guard(
    'nobody decides otherwise what the office has decided',
    SETTLE,
    "return isOwn ? 'settled' : 'settled_before';",
    "return isOwn || before.revision > 0 ? 'settled' : 'settled_before';",
  ),
  guard(
    'a decision of the office is a fact before the company is looked at anew',
    SETTLE,
    '  await ports.companies.record(factsOf(task), ports.expiry());\n',
    '  await ports.verify([{ enterpriseCode }]);\n  await ports.companies.record(factsOf(task), ports.expiry());\n',
  ),
  guard(
    'a corrected number leads to its company',
    SETTLE,
    "if (correction?.field === 'documentNumber') {",
    "if (correction?.field === 'documentNumber' && enterpriseCode === '') {",
  ),
  guard(
    'a decision of the office is entered in the log',
    SETTLE,
    '  await ports.enter([settledEntry(task, ports.hash)]);\n',
    '  void settledEntry;\n',
  ),
  guard(
    'a company is verified anew once the office has decided',
    SETTLE,
    '  await ports.verify([{ enterpriseCode }]);\n',
    '',
  ),
  guard(
    'a company is assessed anew once the office has decided',
    SETTLE,
    '  await ports.assess([{ enterpriseCode }]);\n',
    '',
  ),
  guard(
    'a company was checked on site where an officer says so alone',
    SETTLE,
    "if (entry.kind !== 'post_check' || outcome !== 'done' || value === undefined) return [decision];",
    "if (entry.kind !== 'post_check' && outcome === 'done') return [decision];",
  ),
  guard(
    'a dead letter is sent before it is deleted',
    QUEUES,
    '        await sendOn(client, url, Messages);\n        await removeAll(client, deadLetters, Messages);\n',
    '        await removeAll(client, deadLetters, Messages);\n        await sendOn(client, url, Messages);\n',
  ),
  guard(
    'a dead letter that its queue does not take is not deleted',
    QUEUES,
    '  if (left.length > 0) throw new MessagesNotSent(code);',
    '  void [MessagesNotSent, code];',
  ),
  guard(
    'whoever moves dead letters goes on until none is left',
    'functions/do-operator-task/do-operator-task.ts',
    '      if (!mayGoOn()) await ports.goOn([task]);\n',
    '',
  ),
  guard(
    'each sender has its own report',
    REPORT,
    'for (const [sender, report] of own)',
    'for (const [sender, report] of [...own].slice(0, 1))',
  ),
  guard(
    'each file of a report is put',
    REPORT,
    'of await reportFiles(report)) {',
    'of (await reportFiles(report)).slice(0, 1)) {',
  ),
  guard(
    'nobody agrees to a switch that has lapsed',
    SWITCH,
    'return rulesClock.today() > lastDay ? rest : ',
    'return rulesClock.today() > lastDay && rest.measure.length === 0 ? rest : ',
  ),
  guard(
    'nobody agrees to a decision about a file that has lapsed',
    'shared/use-cases/taking-back-state.ts',
    'rulesClock.today() <= lastDayToAgree(',
    "(rulesClock.today() && '') <= lastDayToAgree(",
  ),
  guard(
    'a bank is not sent a question again that its endpoint has refused',
    'functions/deliver-notice/send-question.ts',
    "if (kind === 'refused' || kind === 'gone') return",
    "if (kind === 'gone') return",
  ),
  guard(
    'a measure that is switched off is in force no more',
    'shared/use-cases/measures-in-force.ts',
    'MEASURES.filter((measure) => switched.get(measure) ?? atFirst.includes(measure))',
    'MEASURES.filter((measure) => switched.get(measure) === true || atFirst.includes(measure))',
  ),
  guard(
    'the feed does not repeat a notice that was answered meanwhile',
    'shared/tables/notices.ts',
    "when: '#position = :position AND attribute_exists(waiting)',",
    "when: '#position = :position',",
  ),
  guard(
    'entries are settled at once where all of them still wait',
    'functions/serve-pages/worklist/settle-many.ts',
    'if (tasks.length < chosen.size) {',
    'if (tasks.length === 0) {',
  ),
  guard(
    'the log has who was given which entries',
    'functions/serve-pages/worklist/settle-many.ts',
    '  await enterAssigned(tasks, { to: assignee.subject, dueOn }, visit, ports);\n',
    '  void enterAssigned;\n',
  ),
  guard(
    'an operator has each notice sent again that an endpoint has not taken',
    'shared/use-cases/redrive-receiver.ts',
    'for (const delivery of held) {',
    'for (const delivery of held.slice(0, 1)) {',
  ),
  guard(
    'an operator has the feed repeat each notice that was not acknowledged',
    'shared/use-cases/redrive-receiver.ts',
    'of await notices.waiting(receiver, handlingStatus))',
    'of (await notices.waiting(receiver, handlingStatus)).slice(0, 1))',
  ),
  guard(
    'the log has what an operator asked for',
    'functions/serve-pages/operator/request-task.ts',
    '  await ports.enter([entryOf(entry, { request: event.requestContext.requestId, at })]);\n',
    '  void entryOf;\n',
  ),
  guard(
    'an objection that is not stored is not taken',
    OBJECT,
    'if (!isOwn && !(await ports.reviews.write(review, undefined))) {',
    "if (!isOwn && !(await ports.reviews.write(review, undefined)) && reason === '') {",
  ),
  guard(
    'an objection whose function has ended may be sent again',
    OBJECT,
    'const refused = isOwn ? undefined : refusalOf(before, same);',
    'const refused = refusalOf(before, same);',
  ),
  guard(
    'while an objection waits no other one is written down',
    OBJECT,
    "  if (before.some(({ state }) => state === 'waiting')) return WAITS;\n",
    '',
  ),
  guard(
    'an objection that was written down has its entry and its fact',
    OBJECT,
    '  await say(isOwn ? same : review, notice, ports);\n',
    '  void [say, same];\n',
  ),
  guard(
    'switches whose functions have ended are entered in the log',
    'functions/sweep-due/enter-settings.ts',
    '  await enterSwitches(await ports.directed.all(), ports);\n',
    '  void enterSwitches;\n',
  ),
];
