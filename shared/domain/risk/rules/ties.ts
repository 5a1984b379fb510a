import { KIND_NAMES } from '../rings/kind-names.ts';
import type { SharedKind } from '../rings/band.ts';
import type { Evidence } from './finding.ts';
import { hasBadTie, type SharedTie, tiesOf } from './shared-ties.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { percent, roundedShare } from './wording.ts';

type TieEvidence = Evidence & {
  readonly kind: SharedKind;
  readonly companies: number;
  readonly badShare: number;
  readonly worseShare: number;
  readonly othersBad: number;
  readonly othersWorse: number;
};

const GUIDANCE = `Điều 7 Thông tư 91/2026/TT-BTC; ngưỡng là ${OPERATIONAL_INDICATOR}`;
// In a hub so many companies have a sign by chance alone.
const HUB = 20;
// Lower bounds of bands understate: 1.5 means two, 0.6 means one.
const SEVERAL = 1.5;
const ONE = 0.6;
const HALF = 0.5;
const QUARTER = 0.25;

const evidenceOf = ({ band, othersBad, othersWorse }: SharedTie): TieEvidence => ({
  kind: band.kind,
  companies: band.size,
  badShare: band.badShare,
  worseShare: band.worseShare,
  othersBad,
  othersWorse,
});

const tieMessage = ({ kind, companies, badShare, worseShare }: TieEvidence): string =>
  `Chung ${KIND_NAMES[kind].toLowerCase()} với nhóm từ ${companies} doanh nghiệp trở lên; trong nhóm ít nhất ${percent(badShare)} có dấu hiệu nguy hiểm của chính mình, ${percent(worseShare)} có từ hai dấu hiệu hoặc một dấu hiệu nặng.`;

const graveShare = ({ band, othersWorse }: SharedTie): number => roundedShare(othersWorse / (band.size - 1));
const badShare = ({ band, othersBad }: SharedTie): number => roundedShare(othersBad / (band.size - 1));
const isHub = ({ band }: SharedTie): boolean => band.size >= HUB;

const isMostlyGrave = (tie: SharedTie) => tie.othersWorse >= SEVERAL && graveShare(tie) >= HALF;
const isPartlyGrave = (tie: SharedTie) =>
  // Whoever once bought of a mill may have been deceived by it.
  tie.band.kind !== 'invoice' &&
  !isHub(tie) &&
  tie.othersWorse >= ONE &&
  graveShare(tie) >= QUARTER &&
  !isMostlyGrave(tie);
const isMostlyBad = (tie: SharedTie) =>
  tie.othersBad >= SEVERAL && badShare(tie) >= HALF && !isMostlyGrave(tie) && !isPartlyGrave(tie);

const tieRule = (question: string, asked: (tie: SharedTie) => boolean): RuleRecord<TieEvidence> =>
  rule<TieEvidence>({
    version: 5,
    kind: 'tie',
    sender: 'others',
    question,
    legalBasis: GUIDANCE,
    fact: 'ties',
    restsOn: ['registrations', 'accounts'],
    needs: hasBadTie,
    evaluate: (reading) => {
      const tie = tiesOf(reading).find(asked);
      return tie && evidenceOf(tie);
    },
    message: tieMessage,
  });

// Whoever keeps others' accounts leaves a phone with each, and pays from one device: one tie, seen twice.
const BEHIND_ACCOUNTS: ReadonlySet<SharedKind> = new Set(['holder', 'phone', 'device']);
const isAnotherTie = ({ band: { kind } }: SharedTie, { band: other }: SharedTie): boolean =>
  kind !== other.kind && !(BEHIND_ACCOUNTS.has(kind) && BEHIND_ACCOUNTS.has(other.kind));

type BurstEvidence = Evidence & {
  readonly kind: SharedKind;
  readonly companies: number;
  readonly withinDays: number;
  readonly othersWorse: number;
};
type ManyEvidence = Evidence & { readonly companies: number };

const BURST_DAYS = 90;
const BURST_SIZE = 3;
const MANY = 5;
const isBurst = ({ kind, size, spreadDays }: SharedTie['band']): boolean =>
  kind !== 'agent' && size >= BURST_SIZE && spreadDays < BURST_DAYS;

const isBurstOfGrave = (tie: SharedTie): boolean =>
  isBurst(tie.band) && tie.othersWorse >= ONE && graveShare(tie) >= HALF;

const isGrave = (tie: SharedTie) => isMostlyGrave(tie) || isPartlyGrave(tie);

/** What a company shares with others whose own facts look dangerous: hubs are full of healthy companies, rings are not. */
export const TIE_RULES = {
  TIED_TO_MOSTLY_GRAVE: tieRule(
    'Doanh nghiệp chung người, địa chỉ, liên lạc, thiết bị, tài khoản nhận tiền với mình có từ hai doanh nghiệp, và từ một nửa, mang dấu hiệu nặng không?',
    isMostlyGrave,
  ),
  TIED_TO_GRAVE: {
    ...tieRule(
      'Trong nhóm (dưới 20 doanh nghiệp) chung người, địa chỉ, liên lạc, thiết bị, tài khoản nhận tiền, có từ một phần tư doanh nghiệp khác mang dấu hiệu nặng không?',
      isPartlyGrave,
    ),
    milderThan: 'TIED_TO_MOSTLY_GRAVE',
  },
  TIED_TO_MOSTLY_BAD: {
    ...tieRule(
      'Doanh nghiệp chung người, địa chỉ, liên lạc, thiết bị, tài khoản nhận tiền với mình có từ hai doanh nghiệp, và từ một nửa, mang dấu hiệu nguy hiểm không?',
      isMostlyBad,
    ),
    milderThan: 'TIED_TO_GRAVE',
    // Two milder signs befall honest neighbours too, and more of them where history is short.
    atMost: 4.5,
  },
  SECOND_TIE: rule<TieEvidence>({
    ...tieRule('Có mối liên hệ thứ hai, khác loại, với doanh nghiệp mang dấu hiệu nặng không?', isGrave),
    fact: 'second-tie',
    restsOn: ['registrations', 'accounts'],
    evaluate: (reading) => {
      const [first, ...others] = tiesOf(reading).filter(isGrave);
      const second = others.find((tie) => first && isAnotherTie(first, tie));
      return second && evidenceOf(second);
    },
    message: (evidence) => `Liên hệ thứ hai: ${tieMessage(evidence)}`,
  }),
  FOUNDED_TOGETHER: rule<BurstEvidence>({
    version: 1,
    kind: 'registration',
    sender: 'registry',
    question:
      'Trong nhóm chung người, địa chỉ, liên lạc mà từ một nửa số doanh nghiệp khác mang dấu hiệu nặng, quá nửa có được đăng ký trong vòng 90 ngày không?',
    legalBasis: GUIDANCE,
    fact: 'founded-together',
    restsOn: ['registrations', 'accounts'],
    needs: hasBadTie,
    evaluate: (reading) => {
      const tie = tiesOf(reading).find(isBurstOfGrave);
      return (
        tie && { kind: tie.band.kind, companies: tie.band.size, withinDays: BURST_DAYS, othersWorse: tie.othersWorse }
      );
    },
    message: ({ kind, companies, withinDays, othersWorse }) =>
      `Chung ${KIND_NAMES[kind].toLowerCase()} với nhóm từ ${companies} doanh nghiệp trở lên, quá nửa đăng ký trong vòng ${withinDays} ngày, ít nhất ${Math.ceil(othersWorse)} doanh nghiệp mang dấu hiệu nặng.`,
  }),
  PERSON_OF_MANY_COMPANIES: rule<ManyEvidence>({
    version: 1,
    kind: 'registration',
    sender: 'registry',
    question: 'Một người của hồ sơ có tên ở từ 5 doanh nghiệp không?',
    legalBasis: `khoản 1, khoản 4 Điều 7 Thông tư 91/2026/TT-BTC; số lượng là ${OPERATIONAL_INDICATOR}`,
    fact: 'person-of-many',
    restsOn: ['registrations', 'accounts'],
    evaluate: ({ facts }) => {
      const many = facts.bands.find(({ kind, size }) => kind === 'person' && size >= MANY);
      return many && { companies: many.size };
    },
    message: ({ companies }) => `Một người của hồ sơ có tên ở từ ${companies} doanh nghiệp trở lên.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
