import { parseEnterpriseCode } from '#shared/domain/vietnamese/enterprise-code.ts';
import type { KeyedHash } from './keyed-hash.ts';

/** The code of an enterprise, whichever province's; not a household business's, which may be its owner's own number. */
export const isEnterpriseCode = (text: string): boolean => text.length !== 12 && parseEnterpriseCode(text).ok;

const HOUSEHOLD = /^\d{12}$/u;

/** What an entry of the log says of a company: its code, or a household business's keyed hash. What is no code stays. */
export const loggedSubject = (subject: string, hash: KeyedHash): string =>
  HOUSEHOLD.test(subject) ? hash('party', subject) : subject;

/** How the other party of an invoice is kept: an enterprise by its code, anybody else by a keyed hash. */
export const partyRef = (text: string, hash: KeyedHash): string =>
  isEnterpriseCode(text) ? text : hash('party', text);
