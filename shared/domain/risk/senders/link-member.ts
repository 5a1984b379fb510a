import type { CompanyFacts } from '../facts/company-facts.ts';
import { MEASURES, type Measure } from '../measure.ts';
import type { LinkMember } from '../rings/band.ts';
import { ownSigns } from '../rules/own-signs.ts';
import { type Sender, sendersAbout } from './sender.ts';
import { withoutSender } from './without-sender.ts';

/** What a company tells the others with whom it shares values: its own signs, and on whose rows alone they rest. */
export function linkMemberOf(own: Omit<CompanyFacts, 'bands'>, measures: readonly Measure[] = MEASURES): LinkMember {
  const { enterpriseCode, registeredOn } = own;
  const badSigns = ownSigns(own, measures);
  const facts = { ...own, bands: [] };
  const by =
    badSigns > 0
      ? sendersAbout(own).find((sender) => ownSigns(withoutSender(facts, sender), measures, sender) === 0)
      : onlyMention(own);
  return { enterpriseCode, registeredOn, badSigns, ...(by !== undefined && { by }) };
}

/** The registration office where nobody else has ever mentioned the company. */
const onlyMention = (facts: Omit<CompanyFacts, 'bands'>): Sender | undefined =>
  MENTIONS.some((rows) => facts[rows].length > 0) || facts.invoicePairs !== undefined ? undefined : 'registry';

const MENTIONS = ['accounts', 'returns', 'invoices', 'insured', 'inspections', 'taxStatuses'] as const;
