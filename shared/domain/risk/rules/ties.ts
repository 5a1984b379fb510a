import type { SharedKind } from '../rings/band.ts';
import { DEVICE_RULES } from './device-ties.ts';
import { figure } from './figure.ts';
import type { Evidence } from './finding.ts';
import {
  badShare,
  GRAVE,
  graveShare,
  GROUP,
  groupInWords,
  ROWS_OF_KIND,
  SHARED,
  type SharedTie,
  sharesValueWithBadCompany,
  TIE_FIGURES,
  type TieEvidence,
  tieEvidence,
  tieMessage,
  tiesOf,
} from './shared-ties.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';

const GUIDANCE = `Điều 7 Thông tư 91/2026/TT-BTC; ngưỡng là ${OPERATIONAL_INDICATOR}`;
// The number of companies with a sign that a hub has by chance.
const HUB = 20;
// The lower bounds of bands are too low: 1.5 means two companies, and 0.6 means one.
const SEVERAL = 1.5;
const ONE = 0.6;
const HALF = 0.5;
const QUARTER = 0.25;
// The share for one of two other companies, which is .45 by the band's lower bound.
const THIRD = 1 / 3;

const ROWS_OF_ALL_KINDS = [...new Set(Object.values(ROWS_OF_KIND).flat())];

const isHub = ({ band }: SharedTie): boolean => band.size >= HUB;

const isMostlyGrave = (tie: SharedTie) => tie.othersWorse >= SEVERAL && graveShare(tie) >= HALF;
// Honest companies also pay suppliers, use filing agents or lend a name for an account.
const IN_PASSING: ReadonlySet<SharedKind> = new Set(['counterparty', 'agent', 'holder']);
const hasGraveOther = (tie: SharedTie) =>
  // A customer of an invoice mill may have been deceived by it.
  tie.band.kind !== 'invoice' &&
  !isHub(tie) &&
  tie.othersWorse >= ONE &&
  graveShare(tie) > QUARTER &&
  !isMostlyGrave(tie);
const isPartlyGrave = (tie: SharedTie) => hasGraveOther(tie) && !IN_PASSING.has(tie.band.kind);
const isGraveInPassing = (tie: SharedTie) => hasGraveOther(tie) && IN_PASSING.has(tie.band.kind);
const isMostlyBad = (tie: SharedTie) =>
  tie.othersBad >= SEVERAL && badShare(tie) >= HALF && !isMostlyGrave(tie) && !hasGraveOther(tie);

const tieRule = (question: string, asked: (tie: SharedTie) => boolean): RuleRecord<TieEvidence> =>
  rule<TieEvidence>({
    version: 7,
    kind: 'tie',
    madeBy: [],
    question,
    legalBasis: GUIDANCE,
    fact: 'ties',
    restsOn: ROWS_OF_ALL_KINDS,
    restsOnFor: ({ kind }) => ROWS_OF_KIND[kind],
    needs: sharesValueWithBadCompany,
    figures: TIE_FIGURES,
    evaluate: (reading) => {
      const tie = tiesOf(reading).find(asked);
      return tie && tieEvidence(tie);
    },
    message: tieMessage,
  });

// A bookkeeper leaves one phone with all clients and pays from one device, which makes one tie that is
// seen twice.
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
  isBurst(tie.band) && tie.othersWorse >= SEVERAL && graveShare(tie) >= THIRD;

const isGrave = (tie: SharedTie) => isMostlyGrave(tie) || hasGraveOther(tie);

/**
 * Rules about values shared with companies whose own facts look dangerous. Hubs have mostly honest companies, and rings
 * do not.
 */
export const TIE_RULES = {
  TIED_TO_MOSTLY_GRAVE: {
    ...tieRule(
      'Doanh nghiệp chung người, địa chỉ, liên lạc, thiết bị, tài khoản nhận tiền với mình có từ hai doanh nghiệp, và từ một nửa, mang dấu hiệu nặng không?',
      isMostlyGrave,
    ),
    // A ring does not dissolve when a month ends.
    urgent: true as const,
  },
  TIED_TO_GRAVE: {
    ...tieRule(
      'Trong nhóm (dưới 20 doanh nghiệp) chung người, địa chỉ, liên lạc, thiết bị, có hơn một phần tư số doanh nghiệp khác mang dấu hiệu nặng không?',
      isPartlyGrave,
    ),
    version: 8,
    milderThan: 'TIED_TO_MOSTLY_GRAVE',
  },
  TIED_TO_GRAVE_IN_PASSING: {
    ...tieRule(
      'Trong nhóm (dưới 20 doanh nghiệp) chung tài khoản nhận tiền, người nộp hồ sơ hoặc người đứng sau tài khoản, có hơn một phần tư số doanh nghiệp khác mang dấu hiệu nặng không?',
      isGraveInPassing,
    ),
    version: 3,
    milderThan: 'TIED_TO_GRAVE',
  },
  TIED_TO_MOSTLY_BAD: {
    ...tieRule(
      'Doanh nghiệp chung người, địa chỉ, liên lạc, thiết bị, tài khoản nhận tiền với mình có từ hai doanh nghiệp, và từ một nửa, mang dấu hiệu nguy hiểm không?',
      isMostlyBad,
    ),
    version: 8,
    milderThan: 'TIED_TO_GRAVE',
    // Two milder signs also occur for honest companies, and more often where the history is short.
    atMost: 4.5,
  },
  ...DEVICE_RULES,
  SECOND_TIE: rule<TieEvidence>({
    ...tieRule('Có mối liên hệ thứ hai, khác loại, với doanh nghiệp mang dấu hiệu nặng không?', isGrave),
    version: 9,
    fact: 'second-tie',
    evaluate: (reading) => {
      const ties = tiesOf(reading);
      // The first tie is the one that the gravest rule of ties shows, so that the second is not the same one again.
      const first = ties.find(isMostlyGrave) ?? ties.find(isPartlyGrave) ?? ties.find(isGraveInPassing);
      const second = first && ties.find((tie) => isGrave(tie) && isAnotherTie(first, tie));
      return second && tieEvidence(second);
    },
    message: (evidence, said) => `Liên hệ thứ hai: ${tieMessage(evidence, said)}`,
  }),
  FOUNDED_TOGETHER: rule<BurstEvidence>({
    version: 5,
    kind: 'registration',
    madeBy: ['registrations'],
    question:
      'Trong nhóm chung người, địa chỉ, liên lạc mà từ hai doanh nghiệp khác, và từ một phần ba, mang dấu hiệu nặng, có ít nhất một nửa được đăng ký trong vòng 90 ngày không?',
    legalBasis: GUIDANCE,
    fact: 'founded-together',
    restsOn: ROWS_OF_ALL_KINDS,
    restsOnFor: ({ kind }) => ['registrations', ...ROWS_OF_KIND[kind]],
    needs: sharesValueWithBadCompany,
    figures: {
      kind: SHARED,
      companies: GROUP,
      withinDays: figure.count('ít nhất một nửa nhóm đăng ký trong vòng (ngày)'),
      othersWorse: figure.count(`số doanh nghiệp khác ${GRAVE}, ít nhất`),
    },
    evaluate: (reading) => {
      const tie = tiesOf(reading).find(isBurstOfGrave);
      if (!tie) return undefined;
      const { kind, companies, othersWorse } = tieEvidence(tie);
      return { kind, companies, withinDays: BURST_DAYS, othersWorse };
    },
    message: (_, said) =>
      `${groupInWords(said)}: ít nhất một nửa nhóm đăng ký trong vòng ${said.withinDays} ngày; ít nhất ${said.othersWorse} doanh nghiệp khác ${GRAVE}.`,
  }),
  PERSON_OF_MANY_COMPANIES: rule<ManyEvidence>({
    version: 2,
    kind: 'registration',
    madeBy: ['registrations'],
    question: 'Một người của hồ sơ có tên ở từ 5 doanh nghiệp không?',
    legalBasis: `khoản 1, khoản 4 Điều 7 Thông tư 91/2026/TT-BTC; số lượng là ${OPERATIONAL_INDICATOR}`,
    fact: 'person-of-many',
    restsOn: ROWS_OF_KIND.person,
    figures: { companies: figure.count('số doanh nghiệp có tên người đó, ít nhất') },
    evaluate: ({ facts }) => {
      const many = facts.bands.find(({ kind, size }) => kind === 'person' && size >= MANY);
      return many && { companies: many.size };
    },
    message: (_, said) => `Một người của hồ sơ có tên ở từ ${said.companies} doanh nghiệp trở lên.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
