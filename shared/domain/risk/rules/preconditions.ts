import type { AccountFacts } from '../facts/company-facts.ts';
import { isWorthClassifying } from '../facts/pass-through.ts';
import type { RulePrecondition } from './rule.ts';

// Rules name the same function where they need the same, because it is then asked once for all of them.

/** Whether money moved through the accounts. */
export const moneyMoved: RulePrecondition = ({ stretches }) => stretches.length > 0;

/** Whether a period's money was passed on, of all accounts, of one, or under a new representative. */
export const passedOn: RulePrecondition = ({ stretches }) => stretches.some(isWorthClassifying);

/** Whether a bank reports days or weeks. */
export const reportsDays: RulePrecondition = ({ facts }) => facts.accounts.some(hasPaces);

const hasPaces = ({ paces }: AccountFacts): boolean => paces !== undefined;

/** Whether the representative changed within a year. */
export const hasNewRepresentative: RulePrecondition = ({ representativeChange }) => representativeChange !== undefined;

/** Whether an authority or an inspector has found anything out about the company. */
export const isOfficiallyKnown: RulePrecondition = ({ officialStatus: { tax, legal, inspection } }) =>
  tax !== undefined || legal !== undefined || inspection !== undefined;
