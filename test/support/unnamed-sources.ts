import type { AccountFacts, CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { type CompanyProfile, profileOf } from '#shared/domain/risk/facts/company-profile.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import type { Rule } from '#shared/domain/risk/rules/rule.ts';
import type { FindingSource } from '#shared/domain/risk/senders/writers.ts';
import { sharesValueWithBadCompany } from '#shared/domain/risk/rules/shared-ties.ts';

type WithoutRows = (facts: CompanyFacts) => CompanyFacts;

const inAccounts =
  (without: (account: AccountFacts) => Partial<AccountFacts>): WithoutRows =>
  (facts) => ({ ...facts, accounts: facts.accounts.map((account) => ({ ...account, ...without(account) })) });

/** The same company without its rows of a kind. A registration can't be missing, so its date and capital differ. */
const WITHOUT: Readonly<Record<FindingSource, WithoutRows>> = {
  registrations: (facts) => ({
    ...facts,
    registeredOn: '1999-01-01',
    charterCapital: (facts.charterCapital ?? 0) * 7,
    plannedEmployees: undefined,
    mainIndustryCode: undefined,
  }),
  identities: (facts) => ({
    ...facts,
    people: facts.people.map((person) => ({ ...person, result: 'unchecked', documentStatus: undefined })),
  }),
  accounts: inAccounts(() => ({
    openedOn: undefined,
    status: undefined,
    representative: 'unknown',
    holder: 'unknown',
    phoneOwner: 'unknown',
    strangersPhone: undefined,
    unregisteredPhone: undefined,
  })),
  subscribers: inAccounts(({ strangersPhone, unregisteredPhone }) => ({
    phoneOwner: 'unknown',
    strangersPhone: undefined,
    unregisteredPhone: unregisteredPhone ?? strangersPhone,
  })),
  flows: inAccounts(() => ({ flows: [], paces: undefined })),
  counterparties: inAccounts(() => ({ counterparties: undefined })),
  devices: inAccounts(() => ({ devices: undefined })),
  'suspicious-accounts': inAccounts(() => ({ listing: undefined })),
  'crime-reports': (facts) => ({ ...facts, crimeReports: undefined }),
  'invoice-pairs': (facts) => ({ ...facts, invoicePairs: undefined }),
  GOP_VON: (facts) => ({ ...facts, contributions: [] }),
  TO_KHAI_THUE: (facts) => ({ ...facts, returns: [] }),
  HOA_DON: (facts) => ({ ...facts, invoices: [] }),
  BHXH: (facts) => ({ ...facts, insured: [] }),
  KIEM_TRA_TRU_SO: (facts) => ({ ...facts, inspections: [] }),
  TRANG_THAI_THUE: (facts) => ({ ...facts, taxStatuses: [] }),
  TRANG_THAI_PHAP_LY: (facts) => ({ ...facts, legalStatuses: [] }),
  THAY_DOI: (facts) => ({ ...facts, changes: [] }),
  YEU_CAU_BAO_CAO: (facts) => ({ ...facts, reportRequests: [] }),
  TU_CHOI_UY_QUYEN: ({ authorisationDeniedOn: _denied, ...facts }) => facts,
};
const SOURCES = Object.keys(WITHOUT) as FindingSource[];

/** All rules but those that ask whether other companies have signs: they leave out the company's own, which any row can change. */
const RULES_OF_OWN_FACTS = ALL_RULES.filter(({ needs }) => needs !== sharesValueWithBadCompany);

const evidenceOf = ({ needs, evaluate }: Rule, profile: CompanyProfile): string | undefined =>
  needs && !needs(profile) ? undefined : JSON.stringify(evaluate(profile));

/** The sources that a rule doesn't name, though its finding about the company is another one without their rows. */
export function unnamedSources(facts: CompanyFacts): readonly string[] {
  const whole = profileOf(facts);
  const found = RULES_OF_OWN_FACTS.flatMap((rule) => {
    const evidence = evidenceOf(rule, whole);
    return evidence === undefined ? [] : [{ rule, evidence }];
  });
  return SOURCES.flatMap((source) => {
    const asked = found.filter(({ rule }) => !rule.restsOn.includes(source));
    const profile = profileOf(WITHOUT[source](facts));
    return asked
      .filter(({ rule, evidence }) => evidenceOf(rule, profile) !== evidence)
      .map(({ rule }) => `${rule.code} rests on ${source}`);
  });
}
