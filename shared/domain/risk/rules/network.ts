import type { CompanyFacts } from '../facts/company-facts.ts';
import type { SharedBand, SharedKind } from '../rings/band.ts';
import { KIND_NAMES } from '../rings/kind-names.ts';
import type { Evidence } from './finding.ts';
import { hasBadTie, shareOf, type Tie, tiesOf } from './network-ties.ts';
import { type Need, needing, PRACTICE, type Rule } from './rule.ts';
import { percent } from './wording.ts';

type TieEvidence = Evidence & {
  readonly kind: SharedKind;
  readonly companies: number;
  readonly badShare: number;
  readonly worseShare: number;
  readonly spreadDays: number;
  readonly othersBad: number;
  readonly othersWorse: number;
};

const nameOf = (kind: SharedKind): string => KIND_NAMES[kind].toLowerCase();

const GUIDANCE = `Điều 7 Thông tư 91/2026/TT-BTC; ngưỡng là ${PRACTICE}`;
const THREE = 3;
const MOSTLY = 0.5;
const PARTLY = 0.25;
const SOME = 0.12;
// In a hub so many companies have a slight sign by chance alone.
const HUB = 20;
// Lower bounds of bands understate: 1.5 means two, 0.6 means one.
const SEVERAL = 1.5;
const GRAVE = 0.6;
const GRAVE_SHARE = 0.15;

const evidenceOf = ({ band, othersBad, othersWorse }: Tie): TieEvidence => ({
  kind: band.kind,
  companies: band.size,
  badShare: band.badShare,
  worseShare: band.worseShare,
  spreadDays: band.spreadDays,
  othersBad,
  othersWorse,
});

const tieMessage = ({ kind, companies, badShare, worseShare, spreadDays }: TieEvidence): string =>
  `Chung ${nameOf(kind)} với nhóm từ ${companies} doanh nghiệp trở lên; trong nhóm ít nhất ${percent(badShare)} có dấu hiệu xấu của chính mình, ${percent(worseShare)} có từ hai dấu hiệu hoặc một dấu hiệu nặng; đăng ký cách nhau từ ${spreadDays} ngày.`;

const sharedRule = (code: string, question: string, asked: (tie: Tie) => boolean): Rule<TieEvidence> => ({
  code,
  version: 4,
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

const isHub = ({ band }: Tie) => band.size >= HUB;
const isPair = ({ band }: Tie) => band.size < THREE;
// Two relatives who each file late are no ring: somebody in it looks grave, or three look bad.
const isMostlyBad = (tie: Tie) =>
  tie.othersBad >= SEVERAL && shareOf(tie) >= MOSTLY && (tie.othersWorse >= GRAVE || tie.othersBad >= SEVERAL + 1);
// Whoever serves many serves a ring too; only where most of a hub looks bad is it more than that.
const isPartlyBad = (tie: Tie) => !isHub(tie) && tie.othersBad >= SEVERAL && shareOf(tie) >= PARTLY;

const mostlyBad = sharedRule(
  'NETWORK_MOSTLY_BAD',
  'Doanh nghiệp chung người, địa chỉ, liên lạc với mình có phần lớn mang dấu hiệu xấu, trong đó có doanh nghiệp mang từ hai dấu hiệu hoặc một dấu hiệu nặng, hoặc từ ba doanh nghiệp, không?',
  isMostlyBad,
);
const partlyBad = sharedRule(
  'NETWORK_PARTLY_BAD',
  'Doanh nghiệp chung người, địa chỉ, liên lạc với mình có một phần đáng kể mang dấu hiệu xấu không?',
  (tie) => isPartlyBad(tie) && !isMostlyBad(tie),
);
const someBad = sharedRule(
  'NETWORK_SOME_BAD',
  'Doanh nghiệp chung người, địa chỉ, liên lạc với mình có một số mang dấu hiệu xấu không?',
  (tie) => !isPair(tie) && !isHub(tie) && shareOf(tie) >= SOME && !isPartlyBad(tie),
);
const isBadPair = (tie: Tie) => isPair(tie) && shareOf(tie) >= MOSTLY;

const gravePair = sharedRule(
  'NETWORK_GRAVE_PARTNER',
  'Doanh nghiệp duy nhất chung người, địa chỉ, liên lạc với mình có mang từ hai dấu hiệu xấu hoặc một dấu hiệu nặng không?',
  (tie) => isBadPair(tie) && tie.othersWorse >= GRAVE,
);
const badPair = sharedRule(
  'NETWORK_BAD_PARTNER',
  'Doanh nghiệp duy nhất chung người, địa chỉ, liên lạc với mình có mang dấu hiệu xấu không?',
  (tie) => isBadPair(tie) && tie.othersWorse < GRAVE,
);

const graveShare = ({ band, othersWorse }: Tie): number => othersWorse / (band.size - 1);

const graveRule = (code: string, question: string, asked: (tie: Tie) => boolean): Rule<TieEvidence> => ({
  ...sharedRule(code, question, (tie) => !isPair(tie) && !isHub(tie) && asked(tie)),
  fact: 'network-grave',
});

const severalGrave = graveRule(
  'NETWORK_SEVERAL_GRAVE',
  'Trong nhóm chung người, địa chỉ, liên lạc, có từ hai doanh nghiệp khác, từ một phần tư nhóm, mang từ hai dấu hiệu xấu hoặc một dấu hiệu nặng không?',
  (tie) => tie.othersWorse >= SEVERAL && graveShare(tie) >= PARTLY,
);
const grave = graveRule(
  'NETWORK_GRAVE',
  'Trong nhóm chung người, địa chỉ, liên lạc, có doanh nghiệp khác mang từ hai dấu hiệu xấu hoặc một dấu hiệu nặng không?',
  (tie) => tie.othersWorse >= GRAVE && graveShare(tie) >= GRAVE_SHARE,
);

// Whoever keeps others' accounts leaves a phone with each: one tie, seen twice.
const BEHIND_ACCOUNTS: ReadonlySet<SharedKind> = new Set(['holder', 'phone']);
const isAnotherTie = ({ band: { kind } }: Tie, { band: other }: Tie): boolean =>
  kind !== other.kind && !(BEHIND_ACCOUNTS.has(kind) && BEHIND_ACCOUNTS.has(other.kind));

const secondTie: Rule<TieEvidence> = {
  code: 'NETWORK_SECOND_TIE',
  version: 3,
  group: 'network',
  question: 'Có mối liên hệ thứ hai, khác loại, với các doanh nghiệp mang dấu hiệu xấu không?',
  legalBasis: GUIDANCE,
  fact: 'network-second',
  evaluate: (reading) => {
    const [first, ...bad] = tiesOf(reading).filter(isPartlyBad);
    const second = bad.find((tie) => first && isAnotherTie(first, tie));
    return second && evidenceOf(second);
  },
  message: (evidence) => `Liên hệ thứ hai: ${tieMessage(evidence)}`,
};

type BandEvidence = Evidence & { readonly kind: SharedKind; readonly companies: number; readonly spreadDays: number };

const sharedByThree: Need = ({ facts }) => facts.bands.some(({ size }) => size >= THREE);

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
    `Chung ${nameOf(kind)} với từ ${companies} doanh nghiệp trở lên, quá nửa đăng ký trong vòng ${spreadDays} ngày.`,
};

const MANY = 5;
const VERY_MANY = 10;
const QUARTER_DAYS = 90;

/** A person of its dossier who stands in others' too. */
function personAt({ bands }: CompanyFacts, asked: (band: SharedBand) => boolean): BandEvidence | undefined {
  for (const band of bands) {
    if (band.kind !== 'person' || band.size < THREE || !asked(band)) continue;
    return { kind: band.kind, companies: band.size, spreadDays: band.spreadDays };
  }
  return undefined;
}

const veryMany: Rule<BandEvidence> = {
  code: 'REP_TEN_COMPANIES',
  version: 1,
  group: 'network',
  question: 'Một người có tên trong hồ sơ của từ 10 doanh nghiệp trở lên không?',
  legalBasis: `khoản 1, khoản 4 Điều 7 Thông tư 91/2026/TT-BTC; số lượng là ${PRACTICE}`,
  fact: 'network-person',
  evaluate: ({ facts }) => personAt(facts, ({ size }) => size >= VERY_MANY),
  message: ({ companies, spreadDays }) =>
    `Một người của doanh nghiệp đứng ở từ ${companies} doanh nghiệp trở lên, đăng ký cách nhau từ ${spreadDays} ngày.`,
};

const manyCompanies: Rule<BandEvidence> = {
  ...veryMany,
  code: 'REP_MANY_COMPANIES',
  version: 2,
  question: 'Một người có tên trong hồ sơ của từ 5 doanh nghiệp, hoặc 3 doanh nghiệp lập trong 90 ngày không?',
  evaluate: ({ facts }) =>
    personAt(
      facts,
      ({ size, spreadDays }) => size < VERY_MANY && (size >= MANY || (size >= THREE && spreadDays < QUARTER_DAYS)),
    ),
};

/** What a company shares, by the bands of the shared values: hubs are full of healthy companies, rings are not. */
export const NETWORK_RULES: readonly Rule[] = [
  ...needing(hasBadTie, [mostlyBad, partlyBad, someBad, gravePair, badPair, severalGrave, grave, secondTie]),
  ...needing(sharedByThree, [burst, veryMany, manyCompanies]),
];
