import { assess } from './assess.ts';
import type { CompanyFacts } from './facts/company-facts.ts';
import type { Measure } from './measure.ts';
import { OFFICES, type Sender } from './senders/sender.ts';
import { sendersAbout } from './senders/writers.ts';
import { withoutSender } from './senders/without-sender.ts';

/**
 * The banks without whose rows a flagged company would not be flagged, judged again without each. How many others lean on
 * a sender does not count, because without the bank the province's survey would be another one.
 */
export function banksNeeded(facts: CompanyFacts, measures: readonly Measure[]): readonly Sender[] {
  const everyone = { ...facts, countsAlone: undefined };
  return sendersAbout(facts).filter(
    (sender) =>
      OFFICES.every((office) => office !== sender) &&
      assess(withoutSender(everyone, sender), { measures }).verdict !== 'flagged',
  );
}
