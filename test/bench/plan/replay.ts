import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { activityOf, postCheckOf } from '#shared/domain/risk/activity/activity.ts';
import type { Verdict } from '#shared/domain/risk/rules/finding.ts';
import type { ChanceModel } from '#shared/domain/plan/chance.ts';
import { type Capacity, makePlan } from '#shared/domain/plan/make-plan.ts';
import { type PlannedQuestion, subjectKey } from '#shared/domain/plan/question.ts';
import type { AssessedFacts } from '#shared/domain/plan/signs.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { withBands } from '#test/support/evasive-world/judged.ts';
import { surveyOf } from '#test/support/insiders/judge-attack.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { answered } from './answering.ts';
import { honestByKind, lotOf, trueFlows } from './true-flows.ts';

/** In a province of 3,000 companies, whatever its banks are. Tax office and police are not asked here. */
export const CAPACITY: Capacity = { inspector: 30, tax: 0, police: 0, eachBank: 60, allBanks: 60 };
const WEEKS = 8;

type Asked = Pick<PlannedQuestion, 'ask' | 'party' | 'enterpriseCode' | 'account' | 'askedOn'>;
/** Chooses a week's questions, given those of the weeks before. */
export type Chooser = (
  companies: readonly AssessedFacts[],
  week: string,
  earlier: readonly PlannedQuestion[],
) => Asked[];

export const byPlan =
  (model: ChanceModel): Chooser =>
  (companies, week, earlier) =>
    makePlan({ companies, week, earlier, capacity: CAPACITY, model, hash: (text) => contentId(text), seed: 'replay' });

/** All that could be asked, in a fixed order, as far as the week's capacity goes. */
const inOrder =
  (order: (companies: readonly AssessedFacts[]) => readonly AssessedFacts[]): Chooser =>
  (companies, week, earlier) => {
    const known = new Set(earlier.map(subjectKey));
    const open = order(companies.filter(({ assessment }) => assessment.verdict !== 'flagged'));
    const all = open.flatMap(({ facts: { accounts, enterpriseCode } }): Asked[] => [
      { ask: 'visit', party: 'inspector', enterpriseCode, askedOn: week },
      ...accounts
        .filter(({ flows }) => flows.length === 0)
        .map(({ bank, accountRef: ref, maskedNumber: masked }): Asked => {
          return { ask: 'account', party: bank, enterpriseCode, account: { ref, masked }, askedOn: week };
        }),
    ]);
    const fresh = all.filter((one) => !known.has(subjectKey(one)));
    return [
      ...fresh.filter(({ ask }) => ask === 'visit').slice(0, CAPACITY.inspector),
      ...fresh.filter(({ ask }) => ask === 'account').slice(0, CAPACITY.allBanks),
    ];
  };

const byCode = (a: AssessedFacts, b: AssessedFacts): number =>
  a.facts.enterpriseCode < b.facts.enterpriseCode ? -1 : 1;

/** Today's worklist: the companies that the office has to check, by code, and then the others. */
export const byWorklist: Chooser = inOrder((companies) => {
  const isDue = ({ facts }: AssessedFacts) => postCheckOf(facts, activityOf(facts), false) !== undefined;
  const [due, rest] = [companies.filter(isDue), companies.filter((one) => !isDue(one))];
  return [...due.sort(byCode), ...rest.sort(byCode)];
});

export const byChance: Chooser = inOrder((companies) =>
  companies.toSorted((a, b) => lotOf(a.facts.enterpriseCode) - lotOf(b.facts.enterpriseCode)),
);

export interface Replayed {
  /** The shells that were not flagged at the start, and of how many of them others' money has passed a silent account. */
  readonly hidden: number;
  readonly withMoney: number;
  /** How many of them would be flagged if every bank told every account at once. */
  readonly reachable: number;
  /** Those of them that are flagged after so many weeks. */
  readonly flaggedAfter: ReadonlyMap<number, number>;
  /** Honest companies that are flagged after eight weeks and were not before, all honest ones, and those asked about. */
  readonly honestFlagged: number;
  readonly honest: number;
  readonly honestAsked: number;
  /** Visits that were chosen and drawn, and how many of each did not find the company. */
  readonly visits: Readonly<Record<'chosen' | 'drawn', { readonly made: number; readonly notFound: number }>>;
}

const assessedFacts = (world: readonly WorldCompany[]): AssessedFacts[] => {
  const { assessed } = surveyOf(world);
  return withBands(world).flatMap((facts) => {
    const assessment = assessed.get(facts.enterpriseCode)?.surveyed;
    return assessment ? [{ facts, assessment }] : [];
  });
};

/** Plays eight weeks of questions and answers over a labelled world. */
export function replay(start: readonly WorldCompany[], choose: Chooser): Replayed {
  const honest = honestByKind(start);
  const truth = new Map(start.map((company) => [company.facts.enterpriseCode, company]));
  let world = start;
  let companies = assessedFacts(world);
  const verdictsNow = () =>
    new Map(companies.map((one): [string, Verdict] => [one.facts.enterpriseCode, one.assessment.verdict]));
  const before = verdictsNow();
  const hidden = start.filter(({ shell, facts }) => shell && before.get(facts.enterpriseCode) !== 'flagged');
  const flaggedAfter = new Map<number, number>();
  const earlier: PlannedQuestion[] = [];
  const visits = { chosen: { made: 0, notFound: 0 }, drawn: { made: 0, notFound: 0 } };
  for (let week = 1; week <= WEEKS; week += 1) {
    const day = addDays(start[0]?.facts.asOf ?? '', 7 * (week - 1) + 1);
    const asked = choose(companies, day, earlier);
    const byCompany = Map.groupBy(asked, ({ enterpriseCode }) => enterpriseCode);
    world = world.map((company) => {
      const own = byCompany.get(company.facts.enterpriseCode) ?? [];
      return own.reduce((now, question) => {
        const fresh = answered(now, question, honest);
        if (question.ask !== 'visit') return fresh;
        const counted = visits[isDrawn(question) ? 'drawn' : 'chosen'];
        counted.made += 1;
        if (fresh.facts.inspections.at(-1)?.found === false) counted.notFound += 1;
        return fresh;
      }, company);
    });
    earlier.push(...asked.map(plannedOf));
    companies = assessedFacts(world);
    const now = verdictsNow();
    flaggedAfter.set(week, hidden.filter(({ facts }) => now.get(facts.enterpriseCode) === 'flagged').length);
  }
  const after = verdictsNow();
  const codes = [...after.keys()].filter((code) => truth.get(code)?.shell === false);
  const about = new Set(earlier.map(({ enterpriseCode }) => enterpriseCode));
  return {
    hidden: hidden.length,
    reachable: reachableOf(start, hidden, honest),
    withMoney: hidden.filter(({ crime, facts }) => hasMoney(crime, facts.asOf)).length,
    flaggedAfter,
    honestFlagged: codes.filter((code) => after.get(code) === 'flagged' && before.get(code) !== 'flagged').length,
    honest: codes.length,
    honestAsked: codes.filter((code) => about.has(code)).length,
    visits,
  };
}

/** The shells that answers can flag at all, which no order of questions exceeds but by visits. */
function reachableOf(
  start: readonly WorldCompany[],
  hidden: readonly WorldCompany[],
  honest: ReadonlyMap<string, readonly WorldCompany[]>,
): number {
  const told = start.map((company) => {
    if (!hidden.includes(company)) return company;
    const accounts = company.facts.accounts.map((one) =>
      one.flows.length > 0 ? one : { ...one, flows: trueFlows(company, one, honest) },
    );
    return { ...company, facts: { ...company.facts, accounts } };
  });
  const { assessed } = surveyOf(told);
  return hidden.filter(({ facts }) => assessed.get(facts.enterpriseCode)?.surveyed.verdict === 'flagged').length;
}

const hasMoney = (crime: WorldCompany['crime'], asOf: string): boolean =>
  Object.keys(crime?.months ?? {}).some((month) => month < asOf.slice(0, 7));

const isDrawn = (question: Asked): boolean => 'isDrawn' in question && question.isDrawn === true;

/** A question in another order has no value, and is asked once. */
const plannedOf = (asked: Asked): PlannedQuestion => ({
  id: `${asked.askedOn} ${subjectKey(asked)}`,
  dueOn: addDays(asked.askedOn, 14),
  chance: 0,
  value: 0,
  verdict: 'clear',
  ifAgainst: 'clear',
  ifFor: 'clear',
  signs: [],
  ...asked,
});
