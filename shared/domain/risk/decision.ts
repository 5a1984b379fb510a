import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import type { Assessment } from './rules/finding.ts';

/** A competent authority's written decision (quyết định của cơ quan có thẩm quyền). */
export interface AuthorityDecision {
  readonly number: string;
  readonly date: IsoDate;
  readonly authority: string;
}

type NamedDecision = Omit<AuthorityDecision, 'authority'> & { readonly authority?: string | undefined };

/** The authority; where the police name none, the decision is their own. */
export const withDefaultAuthority = (decision: NamedDecision | undefined): AuthorityDecision | undefined =>
  decision && { ...decision, authority: decision.authority ?? HOME_PROVINCE.police };

/** The dossier in which the police found forged content: that of the founding, or of a change. */
export const FORGED_DOSSIERS = ['founding', 'change'] as const;
export type ForgedDossier = (typeof FORGED_DOSSIERS)[number];

/** The police's written answer that a dossier is forged, with the day on which it was received. */
export interface Forgery {
  readonly dossier: ForgedDossier;
  readonly document: AuthorityDecision;
  readonly receivedOn: IsoDate;
}

/** The police's decision on a company's notice, with the codes of the findings in that notice. */
export interface PoliceDecision {
  readonly outcome: 'confirmed' | 'dismissed';
  /** The ISO instant of the decision. */
  readonly on: string;
  readonly codes: readonly string[];
  /** The written decision, where there is one; without it no text mentions blocking. */
  readonly document?: AuthorityDecision | undefined;
  /** It concerns the registration office alone, so that no bank is told its document. */
  readonly forged?: Forgery | undefined;
}

/**
 * The decision in force, which is the latest, with or without a written decision. Of two at one instant the milder is
 * in force, so that their order does not matter.
 */
export function decisionInForce(decisions: readonly PoliceDecision[]): PoliceDecision | undefined {
  const order = ({ on, outcome, document }: PoliceDecision) =>
    [on, outcome === 'dismissed' ? 1 : 0, document ? 0 : 1, document?.number, document?.date, document?.authority].join(
      ' ',
    );
  return [...decisions].sort((a, b) => (order(a) < order(b) ? 1 : -1))[0];
}

/** The last answer that a dossier is forged, as long as the company is not dismissed. */
export function forgeryInForce(decisions: readonly PoliceDecision[]): Forgery | undefined {
  if (decisionInForce(decisions)?.outcome !== 'confirmed') return undefined;
  return decisionInForce(decisions.filter(({ forged }) => forged !== undefined))?.forged;
}

/**
 * Applies a decision to a verdict. A confirmed flag stays until the police withdraw it. A dismissed company is at most
 * watched, and is flagged again only by a finding that the dismissed notice did not contain.
 */
export function assessmentAfterDecision(assessment: Assessment, decision: PoliceDecision | undefined): Assessment {
  if (decision?.outcome === 'confirmed') return { ...assessment, verdict: 'flagged' };
  if (decision?.outcome !== 'dismissed' || assessment.verdict !== 'flagged') return assessment;
  const known = new Set(decision.codes);
  return assessment.findings.every(({ code }) => known.has(code)) ? { ...assessment, verdict: 'watch' } : assessment;
}
