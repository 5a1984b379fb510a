import { guard, type Guard } from '../guard.ts';

const VERIFY = 'functions/2-verify-people/verify-people.ts';

export const VERIFYING_GUARDS: readonly Guard[] = [
  guard(
    'a verification is recorded before its company is asked for',
    VERIFY,
    '  if (!(await ports.verifications.record(',
    '  await ports.assess([{ enterpriseCode }]);\n  if (people.length > 0) ports = { ...ports, assess: async () => undefined };\n  if (!(await ports.verifications.record(',
  ),
  guard(
    'a verification gives way to one of later facts',
    'shared/tables/verifications.ts',
    "when: 'attribute_not_exists(enterpriseCode) OR gatheredAt <= :mine',",
    "when: 'attribute_not_exists(enterpriseCode) OR attribute_exists(gatheredAt) OR gatheredAt <= :mine',",
  ),
  guard(
    'who was verified while police data were heard is verified again',
    'functions/2-verify-people/handler.ts',
    "if (policeData !== 'whole' && (await readPoliceCoverage(ports)) !== policeData)",
    'if (false)',
  ),
  guard(
    'a verification that was overtaken gives its message back',
    'functions/2-verify-people/verify-people.ts',
    'throw new VerificationOvertaken();',
    'void 0;',
  ),
  guard(
    'a company whose people were checked is assessed',
    VERIFY,
    '    throw new VerificationOvertaken();\n  await ports.assess([{ enterpriseCode }]);\n',
    '    throw new VerificationOvertaken();\n',
  ),
  guard(
    'the people of a company without a registration are forgotten',
    VERIFY,
    '  await verifications.remove(enterpriseCode, gatheredAt);\n',
    '',
  ),
  guard(
    'people are asked about again after an outage of the police service',
    VERIFY,
    '    await verifyLater([{ enterpriseCode }], error.retryAfterSeconds ?? OUTAGE_DELAY_SECONDS);\n',
    '',
  ),
  guard(
    'a result stays where the police service refuses a question',
    VERIFY,
    'return before ?? personOf(',
    'return personOf(',
  ),
  guard(
    'a company is assessed although the police service refuses a question',
    VERIFY,
    '      if (error instanceof PoliceServiceRefused) return error;\n',
    '',
  ),
  guard(
    'an operator finds a question that the police service refuses',
    VERIFY,
    "  if (refused) throw new NeverPossible('police_service_refused', refused.message);\n",
    '',
  ),
];
