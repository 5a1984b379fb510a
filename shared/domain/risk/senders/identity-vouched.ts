import type { VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';
import type { CompanyFacts } from '../facts/company-facts.ts';
import type { Rule } from '../rules/rule.ts';
import type { Office } from './sender.ts';

/**
 * Whether somebody beside an office vouches for what a finding about a representative compares. It compares the
 * registration office's row with the police's, so that either of them alone could make it of an honest company:
 * the registration office by another head, where the company has had one before and no bank names the new one, or by one
 * more head; and both by rows that contradict other ones.
 */
export function isVouched(office: Office, { madeBy }: Pick<Rule, 'madeBy'>, facts: CompanyFacts): boolean {
  const heads = facts.people.filter(({ role }) => role === 'legal_representative');
  if (!madeBy.includes('identities') || heads.some(({ contradicted }) => contradicted)) return false;
  if (office === 'police') return true;
  const hasChanged = facts.changes.some(({ kind }) => kind === 'representative');
  const isNamedByBank = facts.accounts.some(({ representative }) => representative === 'same');
  return !heads.some(isInOrder) && (isNamedByBank || !hasChanged);
}

const isInOrder = ({ result, documentStatus }: VerifiedPerson): boolean =>
  (result === 'match' || result === 'variation') && documentStatus === 'valid';
