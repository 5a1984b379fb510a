import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { candidatesOf, asChance, visitedThisYear } from './candidates.ts';
import { CHANCE_MODEL, type ChanceModel, chanceOf } from './chance.ts';
import { type Candidate, type PlannedQuestion, subjectKey } from './question.ts';
import { type AssessedFacts, membersOf, type Signs, signsOf } from './signs.ts';

/** How many questions each party can take in a week; of banks, each one and all together. */
export interface Capacity {
  readonly inspector: number;
  readonly tax: number;
  readonly police: number;
  readonly eachBank: number;
  readonly allBanks: number;
}

export const USUAL_CAPACITY: Capacity = { inspector: 30, tax: 20, police: 20, eachBank: 15, allBanks: 60 };

/** One visit in ten is drawn by lot among all companies, so that it is seen what the model does not look for. */
const DRAWN_SHARE = 0.1;
/** The days within which a question is answered, and how long an unanswered one is not asked again. */
export const ANSWER_DAYS = 14;
const REST_DAYS = 56;

export interface PlanOptions {
  readonly companies: readonly AssessedFacts[];
  /** The first day of the week, on which the questions are sent. */
  readonly week: IsoDate;
  /** The questions of earlier weeks and of this one, which stay as they are. */
  readonly earlier: readonly PlannedQuestion[];
  readonly capacity?: Capacity | undefined;
  readonly model?: ChanceModel | undefined;
  /** A hash of a text, with which visits are drawn, and the seed, which everybody can read before the week. */
  readonly hash: (text: string) => string;
  readonly seed: string;
}

/**
 * The questions of a week: those already asked in it, and as many of the most valuable ones as each party can take. Data
 * are asked before anybody goes to a door, and of the company that one sender's word holds back first of all.
 */
export function makePlan(options: PlanOptions): PlannedQuestion[] {
  const { companies, week, earlier, capacity = USUAL_CAPACITY, model = CHANCE_MODEL } = options;
  const plan = new Plan(week, capacity, earlier);
  const members = membersOf(companies);
  const verdicts = new Map(companies.map(({ facts, assessment }) => [facts.enterpriseCode, assessment.verdict]));
  const known = companies.map((company) => {
    const signs = signsOf(company, members, verdicts);
    return { company, signs, candidates: candidatesOf(company, signs, model) };
  });
  for (const drawn of drawnVisits(known, options, plan.leftForDraw())) plan.add(drawn, true);
  const all = known
    .flatMap(({ candidates }) => candidates.filter((one) => one.ask !== 'visit' || !plan.isDataOpen(candidates)))
    .sort(mostValuableFirst);
  for (const candidate of all) plan.add(candidate);
  return plan.questions();
}

const mostValuableFirst = (a: Candidate, b: Candidate): number =>
  Number(b.settles ?? false) - Number(a.settles ?? false) ||
  b.value - a.value ||
  (subjectKey(a) < subjectKey(b) ? -1 : 1);

/** The company's own hash decides, so that a new company or fact moves no other one. */
function drawnVisits(
  known: readonly { readonly company: AssessedFacts; readonly signs: Signs }[],
  { hash, seed, week, model = CHANCE_MODEL }: PlanOptions,
  count: number,
): Candidate[] {
  return known
    .filter(({ company: { facts } }) => visitedThisYear(facts) === undefined)
    .map((one) => ({ ...one, lot: hash(`${seed} ${week} ${one.company.facts.enterpriseCode}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ company: { facts, assessment }, signs }) => ({
      ask: 'visit',
      party: 'inspector',
      enterpriseCode: facts.enterpriseCode,
      chance: asChance(chanceOf(signs, model)),
      value: 0,
      verdict: assessment.verdict,
      ifAgainst: assessment.verdict,
      ifFor: assessment.verdict,
      signs: [],
    }));
}

/** A week's questions while they are chosen. */
class Plan {
  readonly #week: IsoDate;
  readonly #capacity: Capacity;
  readonly #asked = new Map<string, PlannedQuestion>();
  readonly #chosen: PlannedQuestion[] = [];
  readonly #count = new Map<string, number>();

  constructor(week: IsoDate, capacity: Capacity, earlier: readonly PlannedQuestion[]) {
    this.#week = week;
    this.#capacity = capacity;
    for (const question of earlier) {
      this.#asked.set(subjectKey(question), question);
      if (question.askedOn === week) this.#take(question);
    }
  }

  /** How many visits are still to be drawn by lot. */
  leftForDraw(): number {
    const drawn = this.#chosen.filter(({ isDrawn }) => isDrawn).length;
    return Math.max(0, Math.ceil(this.#capacity.inspector * DRAWN_SHARE) - drawn);
  }

  /** Whether an office or a bank may still answer about the company, so that nobody need go to its door. */
  isDataOpen(candidates: readonly Candidate[]): boolean {
    return candidates.some((one) => {
      if (one.ask === 'visit') return false;
      const asked = this.#asked.get(subjectKey(one));
      return asked === undefined || asked.dueOn >= this.#week;
    });
  }

  add(candidate: Candidate, isDrawn = false): void {
    const asked = this.#asked.get(subjectKey(candidate));
    if (asked && addDays(asked.dueOn, REST_DAYS) >= this.#week) return;
    if (!this.#hasRoom(candidate.party)) return;
    const question: PlannedQuestion = {
      ...candidate,
      id: [this.#week, subjectKey(candidate)].join(' '),
      askedOn: this.#week,
      dueOn: addDays(this.#week, ANSWER_DAYS),
      ...(isDrawn && { isDrawn: true }),
    };
    this.#asked.set(subjectKey(candidate), question);
    this.#take(question);
  }

  questions(): PlannedQuestion[] {
    return this.#chosen;
  }

  #take(question: PlannedQuestion): void {
    this.#chosen.push(question);
    const { party } = question;
    for (const group of isBank(party) ? [party, BANKS] : [party]) this.#count.set(group, this.#countOf(group) + 1);
  }

  #countOf(group: string): number {
    return this.#count.get(group) ?? 0;
  }

  #hasRoom(party: string): boolean {
    if (party === 'inspector' || party === 'tax' || party === 'police')
      return this.#countOf(party) < this.#capacity[party];
    return this.#countOf(party) < this.#capacity.eachBank && this.#countOf(BANKS) < this.#capacity.allBanks;
  }
}

const BANKS = 'banks';
const isBank = (party: string): boolean => party !== 'inspector' && party !== 'tax' && party !== 'police';
