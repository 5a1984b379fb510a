import { parseEnterpriseCode } from '#shared/domain/vietnamese/enterprise-code.ts';
import type { KeyedHash } from './keyed-hash.ts';

/**
 * Matches the code of an enterprise of any province, but not that of a household business, which may be its owner's
 * personal number.
 */
export const isCompanyCode = (text: string): boolean => text.length !== 12 && parseEnterpriseCode(text).ok;

const HOUSEHOLD = /^\d{12}$/u;

/**
 * Makes the log's reference to a company: its code, or a keyed hash for a household business. Other texts stay as they
 * are.
 */
export const loggedSubject = (subject: string, hash: KeyedHash): string =>
  HOUSEHOLD.test(subject) ? hash('party', subject) : subject;

/**
 * Makes the stored reference to the other party of an invoice: an enterprise's code, or a keyed hash for anybody else.
 */
export const partyRef = (text: string, hash: KeyedHash): string => (isCompanyCode(text) ? text : hash('party', text));
