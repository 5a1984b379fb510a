import type { CaseFile } from '#shared/domain/notification/dossier/case-file.ts';
import type { ExportedCase } from '#shared/domain/outcomes/exports/exported-case.ts';
import { policeNotice } from '#test/support/police-notice.ts';

export const CODE = '0900000011';
export const OTHER = '0900000012';
export const person = (role: CaseFile['registration']['people'][number]['role'], documentNumber = '033085000123') => ({
  role,
  fullName: 'Nguyễn Văn Mẫu',
  dateOfBirth: '1985',
  gender: 'male' as const,
  documentType: documentNumber.startsWith('C') ? ('HC' as const) : ('CCCD' as const),
  documentNumber,
});
export const ringCaseFile: CaseFile = {
  registration: {
    enterpriseCode: CODE,
    name: 'CÔNG TY TNHH MẪU & CON',
    legalForm: 'Công ty TNHH một thành viên',
    registeredOn: '2025-03-10',
    headOfficeAddress: 'Số 5, phường Phố Hiến, tỉnh Hưng Yên',
    mainIndustryCode: '4669',
    charterCapital: 1_000_000_000,
    people: [
      person('legal_representative'),
      person('beneficial_owner'),
      person('authorised_person', '033085000999'),
      person('member', 'C1234567'),
    ],
  },
  people: [],
  state: { registrationOf: '2025-03-10', changes: [], formerHeads: [], sold: [], unknownReturns: 0, paidIn: [] },
  formerHeads: [],
  accounts: [
    {
      register: { bank: '970436', accountNumber: '0011223344', enterpriseCode: CODE, openedOn: '2025-03-20' },
      representativeMismatch: false,
      months: [],
    },
  ],
  names: { [CODE]: 'CÔNG TY TNHH MẪU & CON', [OTHER]: 'CÔNG TY KHÁC' },
  ties: [
    {
      kind: 'phone',
      since: '2025-03-10',
      companies: [CODE, OTHER],
      values: ['0912345678', '0987654321'],
      registered: ['0912345678'],
    },
  ],
  sources: [],
};
const network = {
  members: [
    { enterpriseCode: CODE, since: '2025-03-10' },
    { enterpriseCode: OTHER, since: '2025-03-11' },
  ],
  ties: [{ kind: 'phone' as const, companies: [CODE, OTHER], since: '2025-03-10' }],
  since: '2025-03-10',
  registeredFrom: '2025-03-10',
  registeredTo: '2025-03-11',
  withBadSigns: 1,
};
/** A flagged company with its case file, in a ring of two. */
export const ringCase: ExportedCase = { notice: { ...policeNotice, network }, caseFile: ringCaseFile };
