import type { SharedBand, SharedKind } from '../rings/band.ts';
import { ownSignsOf } from './own-signs.ts';
import type { FindingSource } from '../senders/writers.ts';
import { keptForLast } from './kept-for-last.ts';
import type { RulePrecondition } from './rule.ts';
import { rounded, roundedShare } from './wording.ts';
import { figure, type Figures, type Said } from './figure.ts';
import type { Evidence } from './finding.ts';

/** A value that a company shares with others of whom some have a bad sign. */
export interface SharedTie {
  readonly band: SharedBand;
  /** The least number of other companies with a bad sign, and with two or more or a grave one. */
  readonly othersBad: number;
  readonly othersWorse: number;
}

/** The number of other companies with a sign. The company itself is left out, because it weighs too much in a small band. */
const othersWith = (share: number, { size }: SharedBand, own: boolean): number =>
  Math.max(0, Math.min(size - 1, share * size - (own ? 1 : 0)));

const SEVERAL_SIGNS = 2;

/** The values shared with companies of which some have a bad sign, the worst first. */
export const tiesOf = keptForLast((reading): readonly SharedTie[] => {
  const own = ownSignsOf(reading, { enough: SEVERAL_SIGNS });
  return reading.facts.bands
    .filter(({ size, badShare }) => size > 1 && badShare > 0)
    .map((band) => ({
      band,
      othersBad: rounded(othersWith(band.badShare, band, own >= 1)),
      othersWorse: rounded(othersWith(band.worseShare, band, own >= SEVERAL_SIGNS)),
    }))
    .sort((a, b) => shareOf(b) - shareOf(a) || b.band.size - a.band.size || order(a, b));
});

/** Whether the company shares a value with a company that has a bad sign. */
export const sharesValueWithBadCompany: RulePrecondition = ({ facts }) =>
  facts.bands.some(({ size, badShare }) => size > 1 && badShare > 0);

/** The reference decides last, because it depends on a changing key. */
const order = (a: SharedTie, b: SharedTie): number => (placeOf(a) < placeOf(b) ? -1 : 1);

const placeOf = ({ band: { kind, spreadDays, badShare, worseShare, ref } }: SharedTie): string =>
  [kind, spreadDays, badShare, worseShare, ref].join(' ');

/** The sum of the others' signs, with graver ones counted twice. */
const shareOf = ({ band, othersBad, othersWorse }: SharedTie): number => (othersBad + othersWorse) / (band.size - 1);

/** The least numbers of the other companies: the company itself is in the group and in none of them. */
export type TieEvidence = Evidence & {
  readonly kind: SharedKind;
  readonly companies: number;
  readonly othersBad: number;
  readonly othersWorse: number;
};

export const SHARED = figure.kind('thông tin dùng chung');
export const GROUP = figure.count('số doanh nghiệp dùng chung, kể cả doanh nghiệp này, ít nhất');
export const GRAVE = 'có từ hai dấu hiệu hoặc một dấu hiệu nặng';
export const TIE_FIGURES: Figures<TieEvidence> = {
  kind: SHARED,
  companies: GROUP,
  othersBad: figure.count('số doanh nghiệp khác có dấu hiệu nguy hiểm, ít nhất'),
  othersWorse: figure.count(`số doanh nghiệp khác ${GRAVE}, ít nhất`),
};

export const graveShare = ({ band, othersWorse }: SharedTie): number => roundedShare(othersWorse / (band.size - 1));
export const badShare = ({ band, othersBad }: SharedTie): number => roundedShare(othersBad / (band.size - 1));

/** Companies are counted as whole numbers, so at least 4.6 means at least five. */
export const tieEvidence = (tie: SharedTie): TieEvidence => ({
  kind: tie.band.kind,
  companies: tie.band.size,
  othersBad: Math.ceil(tie.othersBad),
  othersWorse: Math.ceil(tie.othersWorse),
});

export const groupInWords = ({ kind, companies }: Said<Pick<TieEvidence, 'kind' | 'companies'>>): string =>
  `Cùng ${kind} với các doanh nghiệp khác (nhóm có từ ${companies} doanh nghiệp trở lên, kể cả doanh nghiệp này)`;

export function tieMessage({ othersBad, othersWorse }: TieEvidence, said: Said<TieEvidence>): string {
  const group = `${groupInWords(said)}: ít nhất`;
  if (othersBad === othersWorse) return `${group} ${said.othersWorse} doanh nghiệp khác ${GRAVE} của chính mình.`;
  const graver = othersWorse === 0 ? '' : `, trong đó ít nhất ${said.othersWorse} doanh nghiệp ${GRAVE}`;
  return `${group} ${said.othersBad} doanh nghiệp khác có dấu hiệu nguy hiểm của chính mình${graver}.`;
}

/** The rows from which a company has a shared value of each kind. */
export const ROWS_OF_KIND: Readonly<Record<SharedKind, readonly FindingSource[]>> = {
  person: ['registrations', 'identities'],
  address: ['registrations'],
  phone: ['registrations', 'accounts'],
  email: ['registrations'],
  holder: ['accounts', 'subscribers'],
  agent: ['registrations', 'identities'],
  counterparty: ['counterparties', 'accounts'],
  device: ['devices', 'accounts'],
  invoice: ['invoice-pairs'],
};
