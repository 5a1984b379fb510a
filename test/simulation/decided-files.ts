import { itemsOf } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** What a person decides about a file that was read: that nothing of its name counts, or its last drop alone. */
export interface FileDecision {
  readonly key: string;
  readonly use: 'none' | 'alone';
  /** The drop that it is about; absent for the last one. */
  readonly version?: string;
}

const none = (key: string): FileDecision => ({ key, use: 'none' });
const alone = (key: string): FileDecision => ({ key, use: 'alone' });

/** The decisions of each scenario. */
export const DECIDED: readonly (readonly FileDecision[])[] = [
  [none('registrations/2.csv'), none('identities/1.csv')],
  [none('identities/1.csv'), none('accounts/1.csv')],
  [alone('accounts/1.csv'), none('identities/2.csv')],
  [alone('activities/1.csv'), none('registrations/2.csv')],
  [none('suspicious-accounts/1.csv'), none('accounts/1.csv')],
  [none('registrations/1.csv'), none('subscribers/1.csv')],
  [none('suspicious-accounts/1.csv'), none('activities/1.csv')],
  [none('identities/1.csv'), alone('accounts/1.csv')],
  [none('registrations/2.csv'), none('identities/1.csv')],
  [none('identities/2.csv'), none('accounts/2.csv')],
  [alone('activities/1.csv'), none('suspicious-accounts/1.csv')],
  [none('accounts/1.csv'), none('subscribers/1.csv')],
  [none('suspicious-accounts/1.csv'), none('identities/1.csv')],
  [none('registrations/1.csv'), none('activities/1.csv')],
  [none('accounts/2.csv'), none('registrations/2.csv')],
  [none('accounts/1.csv'), none('identities/1.csv')],
  [alone('activities/1.csv'), none('registrations/2.csv')],
  [none('identities/1.csv'), none('suspicious-accounts/1.csv')],
  [none('subscribers/1.csv'), alone('accounts/1.csv')],
  [none('accounts/1.csv'), none('identities/2.csv')],
  [alone('accounts/1.csv'), none('identities/1.csv')],
  [none('registrations/2.csv'), none('subscribers/1.csv')],
  [none('accounts/1.csv'), alone('identities/1.csv')],
  [none('suspicious-accounts/1.csv'), none('activities/1.csv')],
];

export const announcementOf = ({ key, use, version }: FileDecision, bucket: string): string =>
  JSON.stringify({ bucket, key, release: { use, by: 'tổ trực', why: 'gửi nhầm' }, version });

/** A decision about a drop that is no longer the last one, which changes nothing. */
export const decisionOnFormer = ({ key }: FileDecision): FileDecision => ({
  key: key === 'registrations/1.csv' ? 'registrations/2.csv' : 'registrations/1.csv',
  use: 'none',
  version: 'former#0000000000000000',
});

/** Whether a file's rows no longer count. */
export const isLeftOut = ({ leftOut }: Attributes): boolean => leftOut !== undefined;

/** Whether a person has decided about a file of the feed, so that files of the feed may be read again. */
export const hasDecision = (world: World, feed: string): boolean =>
  itemsOf(world, 'Files').some((item) => item['feed'] === feed && (isLeftOut(item) || 'replacesEarlier' in item));

/** The files of which nothing counts. */
export const leftOutFiles = (world: World): ReadonlySet<string> =>
  new Set(
    itemsOf(world, 'Files').flatMap((item) =>
      isLeftOut(item) ? [`${String(item['feed'])}/${String(item['file'])}`] : [],
    ),
  );

/** Facts that name such a file. */
export const factsOfLeftOut = (world: World): readonly string[] => {
  const left = leftOutFiles(world);
  return ['Companies', 'Accounts', 'PoliceRecords', 'Subscribers'].flatMap((kind) =>
    itemsOf(world, kind).flatMap(({ from }) => {
      const file = (from as { file?: string } | undefined)?.file;
      return file !== undefined && left.has(file) ? [`${kind} of ${file}`] : [];
    }),
  );
};

/** The kinds of days that feeds still cover although only a file that was left out had rows of them. */
export const daysOfLeftOut = (world: World): readonly string[] => {
  const items = itemsOf(world, 'Files');
  return items.flatMap(({ feed: partition, file: feed, spans }) => {
    const files = partition === 'coverage' ? items.filter((one) => one['feed'] === feed && 'counts' in one) : [];
    const read = files.filter(({ state }) => state === 'read');
    // What an earlier drop of a stopped or unreadable file has covered is not known
    if (files.length === read.length || !files.every((one) => read.includes(one) || isLeftOut(one))) return [];
    const kinds = new Set(read.flatMap(({ covered }) => Object.keys(covered as object)));
    return Object.keys(spans as object).flatMap((kind) => (kinds.has(kind) ? [] : [`${kind} of ${String(feed)}`]));
  });
};
