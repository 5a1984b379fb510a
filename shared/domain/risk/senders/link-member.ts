import type { CompanyFacts } from '../facts/company-facts.ts';
import { MEASURES, type Measure } from '../measure.ts';
import type { LinkMember } from '../rings/band.ts';
import { ownSigns } from '../rules/own-signs.ts';
import type { Sender } from './sender.ts';
import { sendersAbout } from './writers.ts';
import { withoutSender } from './without-sender.ts';

type OwnFacts = Omit<CompanyFacts, 'bands'>;

/**
 * What a company tells the others with whom it shares values: its own signs, and how many remain without one sender. Where
 * an office has told two things about one matter, what speaks against the company counts, so that no later row of the office
 * alone frees those tied to it.
 */
export function linkMemberOf(told: OwnFacts, measures: readonly Measure[] = MEASURES): LinkMember {
  const { enterpriseCode, registeredOn } = told;
  const disputed = {
    ...told,
    ...told.unfavourable?.tax,
    ...told.unfavourable?.insurance,
    ...told.unfavourable?.inspector,
  };
  const own = told.unfavourable && ownSigns(disputed, measures) > ownSigns(told, measures) ? disputed : told;
  const badSigns = ownSigns(own, measures);
  const member = { enterpriseCode, registeredOn, badSigns };
  if (badSigns === 0) return isOnlyRegistered(own) ? { ...member, onlyRegistered: true } : member;
  const facts = { ...own, bands: [] };
  const without = sendersAbout(facts).flatMap((sender): [Sender, number][] => {
    const rest = ownSigns(withoutSender(facts, sender), measures, sender);
    return rest < badSigns ? [[sender, rest]] : [];
  });
  return without.length === 0 ? member : { ...member, badSignsWithout: Object.fromEntries(without) };
}

const MENTIONS = ['accounts', 'returns', 'invoices', 'insured', 'inspections', 'taxStatuses'] as const;

const isOnlyRegistered = (facts: OwnFacts): boolean =>
  facts.invoicePairs === undefined && MENTIONS.every((rows) => facts[rows].length === 0);
