import { type Coverage, SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import type { WireClock } from '#shared/runtime/clock.ts';
import type { Files } from './files.ts';

const FEEDS = ['identities', 'activities', 'accounts', 'subscribers'] as const;
const FLOWS = 'flows#';

/** What each feed has covered; a feed with a file being read covers nothing until that file ends. */
export async function readCoverage(files: Pick<Files, 'coverage'>, now: WireClock): Promise<Coverage> {
  const feeds = await files.coverage(FEEDS, now());
  const latest = (feed: (typeof FEEDS)[number]): Readonly<Record<string, string>> =>
    feeds[feed] && !feeds[feed].beingRead ? feeds[feed].latest : {};
  const signals = latest('activities');
  const flows = Object.entries(latest('accounts')).filter(([kind]) => kind.startsWith(FLOWS));
  return {
    signals: Object.fromEntries(
      SIGNAL_KINDS.flatMap((kind) => (signals[kind] === undefined ? [] : [[kind, signals[kind]]])),
    ),
    identities: latest('identities').identities !== undefined,
    subscribers: latest('subscribers').subscribers !== undefined,
    flows: Object.fromEntries(flows.map(([kind, period]) => [kind.slice(FLOWS.length), period])),
  };
}
