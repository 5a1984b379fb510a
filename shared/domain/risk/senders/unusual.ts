import type { Sender } from './sender.ts';

/**
 * What rows of a sender do that is usual for single companies and unusual for many: they tell two things about one
 * matter, speak for companies against which others speak, tell of companies that only they know and that share values
 * with those of bad signs, of accounts that their code alone ties to a company, and of accounts without any money.
 */
export const SAYINGS = ['told-twice', 'favours', 'invents', 'by-code', 'idle'] as const;
export type Saying = (typeof SAYINGS)[number];

/** What senders say of a company, those of the list above alone. */
export type Sayings = Readonly<Partial<Record<Saying, readonly Sender[]>>>;

/** A sender whose rows say something of more companies than usual. */
export interface UnusualSender {
  readonly sender: Sender;
  readonly count: number;
  readonly because: Saying;
}

/** What a survey knows of a company that this asks about. */
export interface Heard {
  readonly says?: Sayings | undefined;
  /** Whether it is flagged, or watched because favourable rows of one sender hold it down. */
  readonly isAccused?: true | undefined;
}

/** So many companies are usual in any province. */
const ALWAYS = 12;
/** Of all companies the share that is usual beside. */
const SHARES: Readonly<Record<Saying, number>> = {
  'told-twice': 0.004,
  favours: 0,
  invents: 0,
  'by-code': 0.02,
  idle: 0.06,
};
/** Of companies against which others speak, the least number and the share for which a sender speaks. */
const FAVOURED = { least: 8, share: 0.5 };

/** The senders whose rows say something of more companies than is usual, in order. */
export function unusualSenders(companies: readonly Heard[]): UnusualSender[] {
  const accused = companies.filter((one) => one.isAccused).length;
  const isMore = (because: Saying, count: number): boolean =>
    because === 'favours'
      ? count >= FAVOURED.least && count > accused * FAVOURED.share
      : count > ALWAYS + companies.length * SHARES[because];
  return SAYINGS.flatMap((because) => {
    const senders = companies.flatMap(({ says }) => says?.[because] ?? []);
    return [...Map.groupBy(senders, (sender) => sender)]
      .map(([sender, { length: count }]): UnusualSender => ({ sender, count, because }))
      .filter(({ count }) => isMore(because, count))
      .sort((a, b) => (a.sender < b.sender ? -1 : 1));
  });
}
