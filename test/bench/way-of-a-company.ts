import type { BenchResult } from './result.ts';

/** What each step asks a table or queue for, and what would be missing without it. */
const PURPOSES: Readonly<Record<string, readonly [what: string, without: string]>> = {
  'ReadFile Companies': ['writes the rows of the register and of the offices as facts', 'nothing is known'],
  'ReadFile Links': ['writes what banks and carriers tell of shared values', 'rings through accounts are not seen'],
  'ReadFile Files': ['states that a file is being read, and that it counts', 'a file that broke off would count'],
  'VerifyPeople PoliceRecords': ['reads what the police know of a person', 'nobody is compared'],
  'VerifyPeople Companies': ['reads the people of a company', 'nobody is compared'],
  'VerifyPeople Verifications': ['writes the result of the comparison', 'each assessment would compare again'],
  'AssessCompany Companies': ['reads the facts of a company', 'nothing is assessed'],
  'AssessCompany Accounts': ['reads accounts, monthly totals and lists', 'money is not judged'],
  'AssessCompany Subscribers': ['reads whose the phones of accounts are', 'a phone of a stranger is not seen'],
  'AssessCompany Verifications': ['reads the results of the comparison', 'stolen identities are not seen'],
  'AssessCompany Links': ['reads and writes who shares a value, and its band', 'rings are not seen'],
  'AssessCompany Assessments': [
    'reads and writes the assessment with its version',
    'two runs could overwrite each other',
  ],
  'AssessCompany Files': ['reads until when each sender was heard', 'silence would count against a company'],
  'AssessCompany Outcomes': ['writes the history of flags for the reports', 'the report has no figures'],
  'AssessCompany log-entries': ['sends what is to be proved later', 'the log could not be verified'],
  'NotifyPolice Links': ['reads the members of rings', 'a notice names no ring'],
  'NotifyPolice Notices': ['writes the notice and its state', 'nothing reaches the police'],
  'NotifyPolice Assessments': ['reads the assessment and those of the ring', 'a notice has no evidence'],
  'NotifyPolice Accounts': ['reads the accounts that the notice lists', 'a notice lists no account'],
  'NotifyPolice Outcomes': ['writes the history of notices for the reports', 'the report has no figures'],
  'NotifyBanks Accounts': ['reads which bank holds which account', 'no bank is told'],
  'NotifyBanks Notices': ['writes the notice of each bank', 'no bank is told'],
  'NotifyBanks Outcomes': ['writes the history of notices for the reports', 'the report has no figures'],
  'NotifyPolice Releases': ['reads whether a person has to agree first', 'a withdrawal would not wait for a person'],
  'NotifyBanks Assessments': [
    'reads the assessment that the notice rests on',
    'a bank is told of what no longer stands',
  ],
  'NotifyBanks Releases': ['reads whether a person has to agree first', 'a bank is told before a person agreed'],
  'IssueDossier Subscribers': [
    'reads the name behind the phone of a stranger',
    'a dossier does not say whose phone it is',
  ],
  'IssueDossier Replies': ['reads what police and banks decided', 'a dossier leaves decisions out'],
  'IssueDossier log-entries': ['sends what is to be proved later', 'the log could not be verified'],
  'IssueDossier Companies': ['reads each row again that a statement rests on', 'a dossier has no sources'],
  'IssueDossier Accounts': ['reads the money by month', 'a dossier has no table of money'],
  'IssueDossier PoliceRecords': ['reads the day of a lost document', 'a dossier has no days of people'],
  'IssueDossier Files': ['reads which files were received', 'what was not received is not said'],
  'IssueDossier Notices': ['reads which notice the dossier belongs to', 'a withdrawn notice would get a dossier'],
  'IssueDossier s3': ['stores the dossier', 'there is no dossier'],
  'AppendEntries Log': ['writes the entries and the tree of their hashes', 'the log could not be verified'],
  'DeliverNotice Receivers': ['reads the address and the keys of a bank', 'nothing is delivered'],
  'SurveyProvince Assessments': ['reads what companies have in common', 'nobody is compared with the province'],
};

interface Place {
  requests: number;
  writes: number;
  reads: number;
}

/**
 * The requests, write units and read units of a registered company by step and table or queue, the dearest first, as a
 * table of Markdown with what each is for; places with less than one request for ten companies are left out.
 * @param result what the bench `cost` measured
 */
export function wayOfACompany({ requestsEach, writesEach, readsEach }: BenchResult): readonly string[] {
  const places = new Map<string, Place>();
  for (const [kind, each] of [
    ['requests', requestsEach],
    ['writes', writesEach],
    ['reads', readsEach],
  ] as const)
    for (const [key, value] of Object.entries(each ?? {})) {
      const name = placeOf(key);
      const place = places.get(name) ?? { requests: 0, writes: 0, reads: 0 };
      place[kind] += Number(value);
      places.set(name, place);
    }
  return [
    '| step and table or queue | requests | write units | read units | what for | without it |',
    '|---|---:|---:|---:|---|---|',
    ...[...places]
      .filter(([, { requests }]) => requests >= 0.1)
      .sort(([, a], [, b]) => unitsOf(b) - unitsOf(a))
      .map(([name, { requests, writes, reads }]) => {
        const [what, without] = PURPOSES[name] ?? BETWEEN_STEPS;
        return `| ${name} | ${[requests, writes, reads].map((value) => value.toFixed(1)).join(' | ')} | ${what} | ${without} |`;
      }),
  ];
}

const BETWEEN_STEPS = ['takes and sends messages between steps', 'the next step does not begin'] as const;

/** A write unit costs as much as five read units. */
const unitsOf = ({ requests, writes, reads }: Place): number => 5 * writes + reads + requests / 1000;

const placeOf = (key: string): string => {
  const [step = '', where = ''] = key.split(' ');
  return `${step.replace(/^(?:Log|Delivery)(?=[A-Z])/u, '')} ${where.replace('ResourcesTables', '').replace('haukiem-local-', '')}`;
};
