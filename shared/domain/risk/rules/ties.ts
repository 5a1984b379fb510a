import type { CompanyProfile } from '../facts/company-profile.ts';
import type { SharedKind } from '../rings/band.ts';
import { figure } from './figure.ts';
import type { Evidence } from './finding.ts';
import {
  badShare,
  GRAVE,
  graveShare,
  GROUP,
  groupInWords,
  SHARED,
  type SharedTie,
  sharesValueWithBadCompany,
  TIE_FIGURES,
  type TieEvidence,
  tieEvidence,
  tieMessage,
  tiesOf,
} from './shared-ties.ts';
import type { FindingSource } from '../senders/sender.ts';
import { sharedReceivers } from './partners.ts';
import { OPERATIONAL_INDICATOR, rule, type RulePrecondition, type RuleRecord } from './rule.ts';

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

/** The rows from which a company has a shared value of each kind. */
const ROWS_OF_KIND: Readonly<Record<SharedKind, readonly FindingSource[]>> = {
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

type DeviceEvidence = Evidence & { readonly kind: 'device'; readonly companies: number };
type DeviceAndReceiversEvidence = DeviceEvidence & { readonly receivers: number };

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

const FEW_AT_A_DEVICE = 10;
const isDeviceOfOthers = ({ kind, size }: SharedTie['band']): boolean =>
  kind === 'device' && size > 1 && size < FEW_AT_A_DEVICE;

const hasDeviceOfOthers: RulePrecondition = ({ facts }) => facts.bands.some(isDeviceOfOthers);

/** The device that most other companies use. */
function deviceOfOthers({ facts }: CompanyProfile): DeviceEvidence | undefined {
  const shared = facts.bands.filter(isDeviceOfOthers).sort((a, b) => b.size - a.size)[0];
  return shared && { kind: 'device', companies: shared.size };
}

const deviceInWords = ({ companies }: DeviceEvidence): string =>
  `Tài khoản được dùng từ thiết bị mà tài khoản của doanh nghiệp khác cũng dùng (nhóm từ ${companies}, dưới 10 doanh nghiệp, kể cả doanh nghiệp này)`;

const DEVICE_BASIS = `mã nghi ngờ 7 Thông tư 17/2024/TT-NHNN; ngưỡng là ${OPERATIONAL_INDICATOR}`;

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
  DEVICE_AND_RECEIVERS_OF_OTHERS: rule<DeviceAndReceiversEvidence>({
    version: 1,
    kind: 'tie',
    madeBy: [],
    question:
      'Tài khoản có được dùng từ thiết bị mà tài khoản của doanh nghiệp khác (dưới 10 doanh nghiệp) cũng dùng, và có trả tiền cho cùng vài tài khoản nhận chính mà chỉ vài doanh nghiệp khác trả (như `RECEIVERS_OF_THE_SAME_FEW`) không?',
    legalBasis: DEVICE_BASIS,
    fact: 'ties',
    restsOn: [...new Set([...ROWS_OF_KIND.device, ...ROWS_OF_KIND.counterparty, 'registrations' as const])],
    milderThan: 'TIED_TO_MOSTLY_BAD',
    // An accountant's clients share his device, and hardly ever whom they pay.
    atMost: 3,
    // A shared device lasts longer than a month.
    urgent: true,
    needs: hasDeviceOfOthers,
    figures: {
      kind: SHARED,
      companies: GROUP,
      receivers: figure.count('số tài khoản nhận chính mà dưới 10 doanh nghiệp cùng trả'),
    },
    evaluate: (reading) => {
      const device = deviceOfOthers(reading);
      const shared = device && sharedReceivers(reading);
      return shared && { ...device, receivers: shared.receivers };
    },
    message: (evidence) =>
      `${deviceInWords(evidence)}; ${evidence.receivers} tài khoản nhận chính cũng chỉ vài doanh nghiệp (dưới 10) trả tiền.`,
  }),
  DEVICE_OF_OTHERS: rule<DeviceEvidence>({
    version: 2,
    kind: 'tie',
    madeBy: [],
    question:
      'Tài khoản có được dùng từ thiết bị mà tài khoản của doanh nghiệp khác (dưới 10 doanh nghiệp, không cùng người đứng tên) cũng dùng không?',
    legalBasis: DEVICE_BASIS,
    fact: 'ties',
    restsOn: [...ROWS_OF_KIND.device, 'registrations'],
    milderThan: 'DEVICE_AND_RECEIVERS_OF_OTHERS',
    // An accountant's computer serves several clients, so the weight is limited.
    atMost: 3,
    // A device shared without a common person lasts longer than a month.
    urgent: true,
    needs: hasDeviceOfOthers,
    figures: { kind: SHARED, companies: GROUP },
    evaluate: (reading) =>
      reading.facts.bands.some(({ kind, size }) => kind === 'person' && size > 1) ? undefined : deviceOfOthers(reading),
    message: (evidence) => `${deviceInWords(evidence)}, tuy không có người đứng tên chung.`,
  }),
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
    message: (evidence) => `Liên hệ thứ hai: ${tieMessage(evidence)}`,
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
    message: ({ kind, companies, withinDays, othersWorse }) =>
      `${groupInWords(kind, companies)}: ít nhất một nửa nhóm đăng ký trong vòng ${withinDays} ngày; ít nhất ${othersWorse} doanh nghiệp khác ${GRAVE}.`,
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
    message: ({ companies }) => `Một người của hồ sơ có tên ở từ ${companies} doanh nghiệp trở lên.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
