import { companyWorklist } from '#shared/domain/notification/worklist/company-worklist.ts';
import { activityOf } from '#shared/domain/risk/activity/activity.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { ALL_COVERED, companyFacts } from '#test/support/company-facts.ts';
import type { TestDesks } from './test-desks.ts';

const EXPIRY = 2_000_000_000;
const company = {
  name: 'CÔNG TY TNHH AN & BÌNH',
  legalForm: 'TNHH1TV',
  registeredOn: '2024-05-06',
  headOfficeAddress: 'Số 12, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên',
  charterCapital: 1_000_000_000,
} as const;
/** The declared representative of a test's company. */
export const person = {
  role: 'legal_representative',
  fullName: 'Nguyễn Văn Mẫu',
  dateOfBirth: '1985-03-12',
  documentType: 'CCCD',
  documentNumber: '033085000123',
} as const;

/**
 * Puts a registered company without any activity into the worklist. @param people those of each version of its
 * registration @param more what else is known of the company @returns the page of its on-site check
 */
export async function putOnSiteCheck(
  desks: TestDesks,
  enterpriseCode: string,
  people: readonly Partial<DeclaredPerson>[] = [{}],
  more: Partial<CompanyFacts> = {},
): Promise<string> {
  const facts = companyFacts({ enterpriseCode, coverage: ALL_COVERED, ...more });
  const worklist = companyWorklist(facts, [], { answer: activityOf(facts), flagged: false });
  await desks.verifications.record(
    { enterpriseCode, name: company.name, revision: 1, people: [], worklist },
    false,
    EXPIRY,
  );
  for (const [position, own] of people.entries()) {
    const registration = { company: { enterpriseCode, ...company }, person: { ...person, ...own }, position };
    await desks.companies.record([{ enterpriseCode, registration }], EXPIRY);
  }
  const check = worklist.find(({ kind }) => kind === 'post_check');
  return `/office/worklist/${enterpriseCode}/${check ? taskIdOf(check) : ''}`;
}
