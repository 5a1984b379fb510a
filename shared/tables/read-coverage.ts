import { type Coverage, SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import type { Spans } from '#shared/domain/risk/coverage.ts';
import type { WireClock } from '#shared/runtime/clock.ts';
import type { Files } from './files.ts';

const FEEDS = ['identities', 'activities', 'accounts', 'subscribers'] as const;
const FLOWS = 'flows#';

/** What each feed covers; a feed with a file being read covers nothing until that file ends. */
export async function readCoverage(files: Pick<Files, 'coverage'>, now: WireClock): Promise<Coverage> {
  const feeds = await files.coverage(FEEDS, now());
  const spans = (feed: (typeof FEEDS)[number]): Spans =>
    feeds[feed] && !feeds[feed].beingRead ? feeds[feed].spans : {};
  const signals = spans('activities');
  const flows = Object.entries(spans('accounts')).filter(([kind]) => kind.startsWith(FLOWS));
  return {
    signals: Object.fromEntries(
      SIGNAL_KINDS.flatMap((kind) => (signals[kind] === undefined ? [] : [[kind, signals[kind]]])),
    ),
    identities: spans('identities')['identities'] === undefined ? 'none' : 'listed',
    subscribers: spans('subscribers')['subscribers'] !== undefined,
    flows: Object.fromEntries(flows.map(([kind, span]) => [kind.slice(FLOWS.length), span])),
  };
}
