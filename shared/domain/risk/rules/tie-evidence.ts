import { KIND_NAMES } from '../rings/kind-names.ts';
import type { SharedKind } from '../rings/band.ts';
import { figure, type Figures } from './figure.ts';
import type { Evidence } from './finding.ts';
import type { SharedTie } from './shared-ties.ts';
import { roundedShare } from './wording.ts';

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

export const groupInWords = (kind: SharedKind, companies: number): string =>
  `Cùng ${KIND_NAMES[kind].toLowerCase()} với các doanh nghiệp khác (nhóm có từ ${companies} doanh nghiệp trở lên, kể cả doanh nghiệp này)`;

export function tieMessage({ kind, companies, othersBad, othersWorse }: TieEvidence): string {
  const group = `${groupInWords(kind, companies)}: ít nhất`;
  if (othersBad === othersWorse) return `${group} ${othersWorse} doanh nghiệp khác ${GRAVE} của chính mình.`;
  const graver = othersWorse === 0 ? '' : `, trong đó ít nhất ${othersWorse} doanh nghiệp ${GRAVE}`;
  return `${group} ${othersBad} doanh nghiệp khác có dấu hiệu nguy hiểm của chính mình${graver}.`;
}
