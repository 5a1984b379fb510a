import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import type { Sender } from '../config.ts';

/**
 * What is wrong with a sender of a stage, in English; undefined where nothing is. In the folders that several senders
 * share, only a prefix of its own shows which rows a sender may send.
 */
export function faultOfSender({ prefix, dataOf }: Sender): string | undefined {
  if (!/^[a-z-]+\/([\w-]+\/)?$/u.test(prefix)) return `"${prefix}" is not a prefix of the inbox`;
  const [feed = '', own = ''] = prefix.split('/');
  if (feed === 'activities' && own !== '') {
    if (dataOf === undefined || dataOf.length === 0) return '"dataOf" must say whose data it sends';
    return undefined;
  }
  if (dataOf !== undefined) return '"dataOf" belongs to a prefix below activities/';
  if (feed === 'activities') return 'several senders share activities/, so it needs a prefix of its own there';
  if (feed === 'accounts' && findInstitution(own)?.id !== own && !/^\d{6}$/u.test(own))
    return `"${prefix}" names no bank, so its rows could be about any bank`;
  return undefined;
}
