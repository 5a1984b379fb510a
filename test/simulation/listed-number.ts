import { LISTED_FACT, REGISTER } from '#shared/tables/account-keys.ts';
import { tableKind } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { READER } from './invocations.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

/** Whether a reader looks for those whom an account concerns. */
export const isOfConcerned = ({ name, input }: ServiceRequest, { step }: SimulatedInvocation): boolean =>
  step.folder === READER &&
  name === 'QueryCommand' &&
  tableKind(input.TableName) === 'Accounts' &&
  Object.values((input.ExpressionAttributeValues ?? {}) as Attributes).includes(REGISTER);

/**
 * The answer to a reader that looks for those whom an account concerns: a spreadsheet has listed the account by its
 * number without zeros. This is in the answer alone.
 */
export function withListedNumber(answer: unknown): unknown {
  const { Items = [] } = answer as { readonly Items?: readonly Attributes[] };
  const [first] = Items;
  if (!first) return answer;
  const { accountRef, bank, accountNumber, recordedAt, expiresAt } = first;
  const listed = { accountRef, fact: LISTED_FACT, bank, accountNumber, recordedAt, expiresAt };
  return { ...(answer as object), Items: [...Items, listed] };
}
