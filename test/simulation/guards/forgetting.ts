import { guard, type Guard } from '../guard.ts';

const ASSESS = 'functions/3-assess-company/assess-company.ts';
const ASSESSMENTS = 'shared/tables/assessments.ts';

/** The guards of companies whose registration is taken back. */
export const FORGETTING_GUARDS: readonly Guard[] = [
  guard(
    'a company without people is sent on before they are deleted',
    'functions/2-verify-people/verify-people.ts',
    '  await assess([{ enterpriseCode }]);\n  await verifications.remove(enterpriseCode, gatheredAt);',
    '  await verifications.remove(enterpriseCode, gatheredAt);\n  await assess([{ enterpriseCode }]);',
  ),
  guard(
    'people are deleted unless they were verified again',
    'shared/tables/verifications.ts',
    "{ when: 'gatheredAt <= :mine', values: { ':mine': gatheredAt } });",
    "{ when: 'gatheredAt <= :mine OR attribute_exists(gatheredAt)', values: { ':mine': gatheredAt } });",
  ),
  guard(
    'that a company is gone gives way to an assessment of later facts',
    ASSESSMENTS,
    "      { when: 'gatheredAt <= :mine', values",
    "      { when: 'gatheredAt <= :mine OR attribute_exists(gatheredAt)', values",
  ),
  guard(
    'a company that is gone is deleted unless it was assessed again',
    ASSESSMENTS,
    "{ enterpriseCode }, { when: 'gatheredAt = :mine', values",
    "{ enterpriseCode }, { when: 'gatheredAt = :mine OR attribute_exists(gatheredAt)', values",
  ),
  guard(
    'a company that is gone is deleted once the others were told',
    ASSESS,
    '  await ports.notifyPolice([{ enterpriseCode, assessmentId }], ports.settlingSeconds);\n',
    '  await ports.assessments.remove(gone);\n  await ports.notifyPolice([{ enterpriseCode, assessmentId }], ports.settlingSeconds);\n',
  ),
  guard(
    'the values of a company that is gone are taken back',
    ASSESS,
    'const isFollowed = await leaveValues(enterpriseCode, before && { before: before.links, again }, ports);',
    'const isFollowed = again && !before;',
  ),
  guard(
    'the banks of a company that is gone are told',
    ASSESS,
    '    [...accounts.map(({ accountRef }) => accountRef), ...lostAccounts].map((accountRef) => ({ accountRef })),\n',
    '    [...accounts.map(({ accountRef }) => accountRef), ...lostAccounts].slice(99).map((accountRef) => ({ accountRef })),\n',
  ),
  guard(
    'that a company is gone is entered in the log',
    ASSESS,
    '  if (before.assessmentId !== assessmentId) await ports.enter([verdictEntry(gone, before, ports)]);\n',
    '',
  ),
  guard(
    'a function that finds a later assessment of a company that is gone gives its message back',
    ASSESS,
    'if (!(await ports.assessments.recordGone(gone, ports.expiry()))) throw await overtaken(enterpriseCode, ports);',
    "if (!(await ports.assessments.recordGone(gone, ports.expiry()))) return 'survey-due';",
  ),
  guard(
    'that a company is gone is carried out where a function ended on the way',
    'functions/3-assess-company/assess-company.ts',
    'return before && !isFollowed ? forgetCompany(',
    'return before && !isFollowed && before.assessmentId !== contentId({ unregistered: enterpriseCode }) ? forgetCompany(',
  ),
  guard(
    'what an ended run began to write of a company that is gone is taken back',
    ASSESS,
    'const isFollowed = await leaveValues(',
    'const isFollowed = before !== undefined && await leaveValues(',
  ),
];
