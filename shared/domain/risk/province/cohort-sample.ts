import type { CompanyFacts } from '../facts/company-facts.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { quarterName, quarterNumber } from '../facts/tax-calendar.ts';
import { ownSignsOf } from '../rules/own-signs.ts';
import { OWN_RULES } from '../rules/own-rules.ts';
import type { EvidenceKind } from '../rules/finding.ts';
import { type RuleRecord, shownNames } from '../rules/rule.ts';
import type { CohortSample } from './cohorts.ts';

/** Evidence of a person's papers or of money is compared otherwise. */
const COMPARED: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['registration', 'account']);
const COMPARED_RULES = Object.entries<RuleRecord>(OWN_RULES)
  .filter(([, { kind }]) => COMPARED.has(kind))
  .map(([code, record]) => ({ code, ...record }));

type Registered = Pick<CompanyFacts, 'registeredOn' | 'legalForm' | 'fromHousehold'>;

/** The companies that registered in the same quarter with the same form have much in common that says nothing of one of them. */
const cohortOf = ({ registeredOn, legalForm, fromHousehold }: Registered): string =>
  `${quarterName(quarterNumber(registeredOn) ?? 0)}|${legalForm}${fromHousehold ? '|HKD' : ''}`;

export const cohortSampleOf = (reading: CompanyProfile): CohortSample => ({
  cohort: cohortOf(reading.facts),
  shows: shownBy(reading),
  ...(ownSignsOf(reading, { enough: 1 }) > 0 && { hasSign: true }),
});

const shownBy = (reading: CompanyProfile): string[] =>
  COMPARED_RULES.flatMap((rule) => {
    const evidence = rule.needs?.(reading) === false ? undefined : rule.evaluate(reading);
    return evidence === undefined ? [] : shownNames(rule, evidence);
  }).sort();
