import * as z from 'zod';
import { OutcomeFactLine } from '#shared/contracts/outcome-fact.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';

/** A fact is stored as one text, because a whole month is read at once and each attribute of an item costs time. */
export const outcomeItem = (fact: OutcomeFact): { readonly said: string } => ({ said: JSON.stringify(fact) });

/** An item of the table `outcomes`. */
export const OutcomeItem = z
  .object({ said: z.string() })
  .transform(({ said }): unknown => JSON.parse(said))
  .pipe(OutcomeFactLine);
