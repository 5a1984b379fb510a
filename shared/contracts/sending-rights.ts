import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import type { ActivitySender } from './feeds/activity-senders.ts';

/** The right to send files, and the only prefix of the inbox under which they may lie. */
interface SendingRight {
  readonly prefix: string;
  readonly dataOf?: readonly ActivitySender[] | undefined;
}

/** The reasons for which a right is refused. */
export type SendingFault = 'no_prefix' | 'no_data_named' | 'data_named_elsewhere' | 'shared_prefix' | 'no_bank';

/**
 * What is wrong with a sender's right; undefined where nothing is. In the folders that several senders share, only a
 * prefix of its own shows which rows a sender may send.
 */
export function faultOfRight({ prefix, dataOf }: SendingRight): SendingFault | undefined {
  if (!/^[a-z-]+\/([\w-]+\/)?$/u.test(prefix)) return 'no_prefix';
  const [feed = '', own = ''] = prefix.split('/');
  if (feed === 'outbox' || feed === 'uploads') return 'no_prefix';
  if (feed === 'activities' && own !== '') {
    if (dataOf === undefined || dataOf.length === 0) return 'no_data_named';
    return undefined;
  }
  if (dataOf !== undefined) return 'data_named_elsewhere';
  if (feed === 'activities') return 'shared_prefix';
  if (feed === 'accounts' && findInstitution(own)?.id !== own && !/^\d{6}$/u.test(own)) return 'no_bank';
  return undefined;
}
