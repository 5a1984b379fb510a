import { accountFactSubject } from '#shared/tables/account-item.ts';
import { companyFactSubject } from '#shared/tables/company-fact-subject.ts';
import { dayInAnyOrder } from '#shared/tables/superseded.ts';
import { itemsOf, type Violation } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** By table, what a fact is about; facts of one file about the same contradict each other. */
const SUBJECTS: Readonly<Record<string, (fact: Attributes) => string | undefined>> = {
  Companies: (fact) => subjectUnder(fact['enterpriseCode'], companyFactSubject(fact as never)),
  Accounts: (fact) => subjectUnder(fact['accountRef'], accountFactSubject(fact)),
  PoliceRecords: ({ ref, statusOn }) => subjectUnder(ref, dayInAnyOrder(statusOn as string | undefined)),
  Subscribers: ({ phoneRef }) => String(phoneRef),
};

const subjectUnder = (key: unknown, subject: string | undefined): string | undefined =>
  subject === undefined ? undefined : `${String(key)} ${subject}`;

interface Origin {
  readonly file: string;
  readonly version: string;
}

/** The facts of earlier drops of a file that stand beside one of its last drop about the same. */
export function findingsOfContradicted(world: World): readonly Violation[] {
  const drops = new Map<string, unknown>();
  for (const { feed, file, state, version } of itemsOf(world, 'Files'))
    if (state === 'read') drops.set(`${String(feed)}/${String(file)}`, version);
  return Object.entries(SUBJECTS).flatMap(([table, subjectOf]) => {
    const facts = itemsOf(world, table).flatMap((item) => {
      const from = item['from'] as Origin | undefined;
      const subject = from && drops.has(from.file) ? subjectOf(item) : undefined;
      return from && subject !== undefined ? [{ place: `${from.file} ${subject}`, from }] : [];
    });
    const isLast = ({ from }: (typeof facts)[number]) => drops.get(from.file) === from.version;
    const said = new Set(facts.filter(isLast).map(({ place }) => place));
    return facts
      .filter((fact) => !isLast(fact) && said.has(fact.place))
      .map(({ place }): Violation => ({ kind: 'doubled', what: `an earlier drop still says something of ${place}` }));
  });
}
