import { addDays, addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { type LegalForm, parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import type { CompanyFacts } from './company-facts.ts';

/**
 * The state of the contribution of charter capital (góp vốn điều lệ). No duty exists to report a contribution: without
 * proof it is unknown until the registry has asked (Luật Doanh nghiệp 59/2020 Art. 216.1c) and got no answer.
 */
export type CapitalContributionState =
  | 'NOT_DUE'
  | 'DUE_UNVERIFIED'
  | 'REPORT_REQUESTED'
  | 'PROVEN'
  | 'NOT_PROVEN'
  | 'REDUCED'
  | 'VIOLATION';

export interface CapitalContributionStatus {
  readonly state: CapitalContributionState;
  /** The amount in đồng. */
  readonly capital?: number | undefined;
  readonly contributed: number;
  /** The last day to contribute: 90 days from the certificate (Art. 47.2, 75.2, 113.1). */
  readonly dueOn: IsoDate;
  /** The last day to register the paid-in capital: 30 days later (Art. 47.4, 75.3, 113.3d). */
  readonly adjustBy: IsoDate;
  readonly requestedOn?: IsoDate | undefined;
  /** The last day to answer the registry's request. */
  readonly answerBy?: IsoDate | undefined;
}

const DAYS_TO_CONTRIBUTE = 90;
const DAYS_TO_ADJUST = 30;
const DAYS_TO_ANSWER = 30;
/** Art. 212.1d: no report within 6 months of its term is a ground for revocation. */
export const MONTHS_TO_REVOCATION = 6;

/** The articles of Luật Doanh nghiệp by which a form of company has a term to contribute, and to register less. */
interface CapitalTerm {
  readonly contribute: string;
  readonly reduce: string;
}

/**
 * The terms by form. A private enterprise owes no contribution (Điều 189), the partners of a partnership have the term that
 * they agreed (Điều 178), and a household business has no charter capital.
 */
const TERMS: Readonly<Record<LegalForm, CapitalTerm | undefined>> = {
  TNHH1TV: { contribute: 'khoản 2 Điều 75', reduce: 'khoản 3 Điều 75' },
  TNHH2TV: { contribute: 'khoản 2 Điều 47', reduce: 'khoản 4 Điều 47' },
  CP: { contribute: 'khoản 1 Điều 113', reduce: 'điểm d khoản 3 Điều 113' },
  HD: undefined,
  DNTN: undefined,
  HKD: undefined,
};
const TERM_OF_COMPANIES: CapitalTerm = {
  contribute: 'Điều 47, Điều 75 hoặc Điều 113',
  reduce: 'Điều 47, Điều 75 hoặc Điều 113',
};

/** The legal term to contribute charter capital; undefined for forms and dependent units that have none. */
export function capitalTermOf({
  legalForm,
  enterpriseCode,
}: Pick<CompanyFacts, 'legalForm' | 'enterpriseCode'>): CapitalTerm | undefined {
  if (enterpriseCode.length !== 10) return undefined;
  const form = parseLegalForm(legalForm ?? '');
  return form === undefined ? TERM_OF_COMPANIES : TERMS[form];
}

type CapitalFacts = Pick<
  CompanyFacts,
  | 'asOf'
  | 'enterpriseCode'
  | 'legalForm'
  | 'registeredOn'
  | 'charterCapital'
  | 'contributions'
  | 'reportRequests'
  | 'changes'
  | 'coverage'
>;

/** The state of a company's capital on `asOf`, by the term of a company that has one. */
export function capitalContributionStatusOf(facts: CapitalFacts): CapitalContributionStatus {
  const dueOn = addDays(facts.registeredOn, DAYS_TO_CONTRIBUTE);
  const adjustBy = addDays(dueOn, DAYS_TO_ADJUST);
  let contributed = 0;
  for (const { amount } of facts.contributions) contributed += amount;
  const known = { capital: facts.charterCapital, contributed, dueOn, adjustBy };

  if (facts.charterCapital !== undefined && contributed >= facts.charterCapital) return { ...known, state: 'PROVEN' };
  if (facts.asOf <= dueOn) return { ...known, state: 'NOT_DUE' };
  if (wasReduced(facts, dueOn, adjustBy)) return { ...known, state: 'REDUCED' };

  const requestedOn = facts.reportRequests[0];
  if (requestedOn === undefined) return { ...known, state: 'DUE_UNVERIFIED' };
  const asked = addDays(requestedOn, DAYS_TO_ANSWER);
  const answerBy = asked > adjustBy ? asked : adjustBy;
  return { ...known, requestedOn, answerBy, state: stateOnceAsked(facts, requestedOn, answerBy) };
}

/**
 * Whether the office should ask this company for a report on its contribution: the term has passed, contributions were
 * covered when it ended, and nobody has asked. Where no feed reports contributions, no report is asked for.
 */
export function capitalReportDue(facts: CapitalFacts): boolean {
  const { state, dueOn, capital } = capitalContributionStatusOf(facts);
  const covered = facts.coverage.signals.GOP_VON;
  return (
    capital !== undefined &&
    capitalTermOf(facts) !== undefined &&
    state === 'DUE_UNVERIFIED' &&
    covered !== undefined &&
    covered.from <= dueOn &&
    covered.to >= dueOn
  );
}

function stateOnceAsked(facts: CapitalFacts, requestedOn: IsoDate, answerBy: IsoDate): CapitalContributionState {
  if (facts.asOf <= answerBy) return 'REPORT_REQUESTED';
  // A missing contribution counts only where contributions were covered after the term
  const covered = facts.coverage.signals.GOP_VON;
  if (covered === undefined || covered.from > requestedOn || covered.to <= answerBy) return 'REPORT_REQUESTED';
  const answered = facts.contributions.some(({ on }) => on >= requestedOn);
  if (answered || facts.asOf > addMonths(answerBy, MONTHS_TO_REVOCATION)) return 'VIOLATION';
  return 'NOT_PROVEN';
}

/** Whether a reduction was registered in its term; a change of capital without known amounts counts as one. */
const wasReduced = ({ changes }: CapitalFacts, dueOn: IsoDate, adjustBy: IsoDate): boolean =>
  changes.some(
    ({ kind, on, capital }) =>
      kind === 'capital' && on > dueOn && on <= adjustBy && (capital === undefined || capital.to < capital.from),
  );
