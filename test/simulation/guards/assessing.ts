import { guard, type Guard } from '../guard.ts';

const ASSESS = 'functions/3-assess-company/assess-company.ts';

export const ASSESSING_GUARDS: readonly Guard[] = [
  guard(
    'an assessment gives way to one of later facts',
    'shared/tables/assessments.ts',
    "when: 'attribute_not_exists(enterpriseCode) OR gatheredAt <= :mine',",
    "when: 'attribute_not_exists(enterpriseCode) OR attribute_exists(gatheredAt) OR gatheredAt <= :mine',",
  ),
  guard(
    'a message is spoken for by an assessment of facts after it alone',
    ASSESS,
    'if (!notified || Date.parse(gatheredAt) <= sentAt.getTime() + CLOCK_SKEW_MS) return false;',
    'if (!notified) return false;',
  ),
  guard(
    'a message is spoken for by an assessment that was told alone',
    ASSESS,
    'if (!notified || Date.parse(gatheredAt) <=',
    'if (Date.parse(gatheredAt) <=',
  ),
  guard(
    'an assessment counts as told after it was told',
    ASSESS,
    '  await ports.notifyPolice(recipients.police, ports.settlingSeconds);',
    '  await assessments.markNotified(assessed);\n  await ports.notifyPolice(recipients.police, ports.settlingSeconds);',
  ),
  guard(
    'after an assessment that was perhaps never told all are told',
    'functions/3-assess-company/recipients.ts',
    'if (before && !before.notified)',
    'if (false)',
  ),
  guard(
    'the bank of an account that a company no longer has is told',
    'functions/3-assess-company/recipients.ts',
    'accounts: touched([...changed, ...gone]),',
    'accounts: touched(changed),',
  ),
  guard(
    'an assessment that was overtaken gives its message back',
    ASSESS,
    'ports)))\n    throw await overtaken(enterpriseCode, ports);',
    'ports)))\n    void overtaken;',
  ),
  guard(
    'only the assessment that was told counts as told',
    'shared/tables/assessments.ts',
    "        when: 'gatheredAt = :mine',\n        values",
    "        when: 'gatheredAt = :mine OR attribute_exists(gatheredAt)',\n        values",
  ),
  guard(
    'reasons that come again stand since they came first',
    ASSESS,
    '  before?.assessmentId === assessmentId ? before.standsSince : now().toISOString();',
    '  before?.assessmentId === assessmentId ? now().toISOString() : now().toISOString();',
  ),
  guard(
    'a batch that a feed or a survey overtook is assessed again',
    'functions/3-assess-company/handler.ts',
    'await catchUp(received, batch, ports);',
    '',
  ),
  guard(
    'an assessment that was overtaken has its company assessed once more',
    'functions/3-assess-company/assess-company.ts',
    '  await ask([{ enterpriseCode }]);\n  return new',
    '  void [ask, enterpriseCode];\n  return new',
  ),
  guard(
    'an assessment that nobody was told of names the accounts that were lost',
    'functions/3-assess-company/assess-company.ts',
    'const lostAccounts = nobody ? undefined : lostAccountsOf(assessed.accounts, before);',
    'const lostAccounts = undefined;',
  ),
  guard(
    'the province is surveyed after a failed try',
    'functions/3-assess-company/assess-company.ts',
    'return again || gathered.coverageBeforeSurvey ||',
    'return gathered.coverageBeforeSurvey ||',
  ),
  guard(
    'the province is surveyed where a kind of rows was not surveyed yet',
    ASSESS,
    'return again || gathered.coverageBeforeSurvey || has',
    'return again || has',
  ),
  guard(
    'no company is flagged by rows that were not surveyed',
    ASSESS,
    "assessed.result.verdict === 'flagged' && coverage ?",
    "assessed.result.verdict === 'flagged' && coverage && coverage === undefined ?",
  ),
  guard(
    'the money of a flagged company is recorded again',
    ASSESS,
    'await recordIncomingMoney(assessed, facts, ports);',
    "if (before?.verdict !== 'flagged') await recordIncomingMoney(assessed, facts, ports);",
  ),
  guard(
    'the police are told of other accounts of a flagged company',
    'functions/3-assess-company/recipients.ts',
    'accounts: accounts.map(({ accountRef, mismatch }) => `${accountRef} ${mismatch}`).sort(),',
    'accounts: accounts.length < 0,',
  ),
];
