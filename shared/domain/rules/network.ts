import type { Reading } from '../facts/reading.ts';
import type { SharedBand, SharedKind } from '../rings/band.ts';
import { ownSignsOf } from '../rings/own-signs.ts';
import type { Evidence } from './finding.ts';
import { PRACTICE, type Rule } from './rule.ts';
import { percent, rounded } from './wording.ts';

type TieEvidence = Evidence & {
  readonly kind: SharedKind;
  readonly companies: number;
  readonly badShare: number;
  readonly worseShare: number;
  readonly spreadDays: number;
  readonly othersBad: number;
};

interface Tie {
  readonly band: SharedBand;
  readonly othersBad: number;
}

const NAMES: Readonly<Record<SharedKind, string>> = {
  person: 'người',
  address: 'địa chỉ trụ sở',
  phone: 'số điện thoại',
  email: 'thư điện tử',
  holder: 'người đứng sau tài khoản',
  agent: 'người được ủy quyền làm thủ tục',
};

const GUIDANCE = `Điều 7 Thông tư 91/2026/TT-BTC; ngưỡng là ${PRACTICE}`;
const THREE = 3;
const MOSTLY = 0.5;
const PARTLY = 0.25;

/** The share of the others with a bad sign: in a small band the company itself weighs too much to be left in. */
function othersBad({ size, badShare }: SharedBand, own: boolean): number {
  const others = (badShare * size - (own ? 1 : 0)) / (size - 1);
  return rounded(Math.max(0, Math.min(1, others)));
}

/** Values shared with others, the one whose others look worst first. */
function tiesOf(reading: Reading): Tie[] {
  const shared = reading.facts.bands.filter(({ size }) => size > 1);
  if (shared.length === 0) return [];
  const own = shared.some(({ badShare }) => badShare > 0) && ownSignsOf(reading) > 0;
  return shared
    .map((band) => ({ band, othersBad: othersBad(band, own) }))
    .sort((a, b) => b.othersBad - a.othersBad || b.band.size - a.band.size || (a.band.kind < b.band.kind ? -1 : 1));
}

const evidenceOf = ({ band, othersBad: share }: Tie): TieEvidence => ({
  kind: band.kind,
  companies: band.size,
  badShare: band.badShare,
  worseShare: band.worseShare,
  spreadDays: band.spreadDays,
  othersBad: share,
});

const tieMessage = ({ kind, companies, badShare, spreadDays, othersBad: share }: TieEvidence): string =>
  `Chung ${NAMES[kind]} với từ ${companies} doanh nghiệp trở lên, ít nhất ${percent(badShare)} trong số đó có dấu hiệu xấu của chính mình (các doanh nghiệp khác: ${percent(share)}), đăng ký cách nhau từ ${spreadDays} ngày.`;

const sharedRule = (code: string, question: string, asked: (tie: Tie) => boolean): Rule<TieEvidence> => ({
  code,
  version: 1,
  group: 'network',
  question,
  legalBasis: GUIDANCE,
  fact: 'network',
  evaluate: (reading) => {
    const tie = tiesOf(reading).find(asked);
    return tie && evidenceOf(tie);
  },
  message: tieMessage,
});

const mostlyBad = sharedRule(
  'NETWORK_MOSTLY_BAD',
  'Doanh nghiệp chung người, địa chỉ, liên lạc với mình có phần lớn mang dấu hiệu xấu không?',
  ({ band, othersBad: share }) => band.size >= THREE && share >= MOSTLY,
);
const partlyBad = sharedRule(
  'NETWORK_PARTLY_BAD',
  'Doanh nghiệp chung người, địa chỉ, liên lạc với mình có một phần đáng kể mang dấu hiệu xấu không?',
  ({ band, othersBad: share }) => band.size >= THREE && share >= PARTLY && share < MOSTLY,
);
const badPair = sharedRule(
  'NETWORK_BAD_PARTNER',
  'Doanh nghiệp duy nhất chung người, địa chỉ, liên lạc với mình có mang dấu hiệu xấu không?',
  ({ band, othersBad: share }) => band.size < THREE && share >= MOSTLY,
);

const secondTie: Rule<TieEvidence> = {
  code: 'NETWORK_SECOND_TIE',
  version: 1,
  group: 'network',
  question: 'Có mối liên hệ thứ hai, khác loại, với các doanh nghiệp mang dấu hiệu xấu không?',
  legalBasis: GUIDANCE,
  fact: 'network-second',
  evaluate: (reading) => {
    const bad = tiesOf(reading).filter((tie) => tie.band.size >= THREE && tie.othersBad >= PARTLY);
    const second = bad.find(({ band }) => band.kind !== bad[0]?.band.kind);
    return second && evidenceOf(second);
  },
  message: (evidence) => `Liên hệ thứ hai: ${tieMessage(evidence)}`,
};

type BandEvidence = Evidence & { readonly kind: SharedKind; readonly companies: number; readonly spreadDays: number };

const BURST_DAYS = 30;

const burst: Rule<BandEvidence> = {
  code: 'NETWORK_BURST',
  version: 1,
  group: 'network',
  question: 'Các doanh nghiệp chung người, địa chỉ, liên lạc có được đăng ký dồn dập trong 30 ngày không?',
  legalBasis: GUIDANCE,
  fact: 'network-burst',
  evaluate: ({ facts }) => {
    const band = facts.bands.find(
      ({ kind, size, spreadDays }) => kind !== 'agent' && size >= THREE && spreadDays < BURST_DAYS,
    );
    return band && { kind: band.kind, companies: band.size, spreadDays: BURST_DAYS };
  },
  message: ({ kind, companies, spreadDays }) =>
    `Chung ${NAMES[kind]} với từ ${companies} doanh nghiệp trở lên, quá nửa đăng ký trong vòng ${spreadDays} ngày.`,
};

const MANY = 5;
const QUARTER_DAYS = 90;

const manyCompanies: Rule<BandEvidence> = {
  code: 'REP_MANY_COMPANIES',
  version: 1,
  group: 'network',
  question: 'Một người có đứng ở từ 5 doanh nghiệp, hoặc 3 doanh nghiệp lập trong 90 ngày không?',
  legalBasis: `khoản 1, khoản 4 Điều 7 Thông tư 91/2026/TT-BTC; số lượng là ${PRACTICE}`,
  fact: 'network-person',
  evaluate: ({ facts }) => {
    const band = facts.bands.find(
      ({ kind, size, spreadDays }) =>
        kind === 'person' && (size >= MANY || (size >= THREE && spreadDays < QUARTER_DAYS)),
    );
    return band && { kind: band.kind, companies: band.size, spreadDays: band.spreadDays };
  },
  message: ({ companies, spreadDays }) =>
    `Một người của doanh nghiệp đứng ở từ ${companies} doanh nghiệp trở lên, đăng ký cách nhau từ ${spreadDays} ngày.`,
};

/** What a company shares, by the bands of the shared values: hubs are full of healthy companies, rings are not. */
export const NETWORK_RULES: readonly Rule[] = [mostlyBad, partlyBad, badPair, secondTie, burst, manyCompanies];
