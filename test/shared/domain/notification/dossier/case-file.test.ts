import { describe, expect, it } from 'vitest';
import { type CaseFacts, caseFileOf } from '#shared/domain/notification/dossier/case-file.ts';
import type { DeclaredPerson, Registration } from '#shared/domain/identity/registration.ts';
import { policeContent, withNetwork } from '#test/support/police-notice.ts';

const SUBJECT = '0900000011';
const SECOND = '0900000022';
const THIRD = '0900000033';
const person = (documentNumber: string): DeclaredPerson => ({
  role: 'legal_representative',
  fullName: 'Nguyễn Văn Mẫu',
  dateOfBirth: '1985-03-12',
  documentType: 'CCCD',
  documentNumber,
});
const registered = (enterpriseCode: string, phone: string, more: Partial<Registration> = {}) => [
  {
    company: {
      enterpriseCode,
      name: `CÔNG TY ${enterpriseCode}`,
      legalForm: 'TNHH1TV',
      registeredOn: '2025-03-10',
      headOfficeAddress: 'Số 9 Lê Lai, phường Mỹ Hào, Hưng Yên',
      charterCapital: 1_000_000_000,
      phone,
      ...more,
    },
    person: person(`0330850${enterpriseCode.slice(-5)}`),
    position: 0,
  },
];
const facts: CaseFacts = {
  phoneHolders: new Map(),
  registrations: registered(SUBJECT, '0977000111'),
  owners: { members: [], declared: [] },
  signals: [],
  policeRecords: new Map([
    [
      '033085000011',
      [
        { documentNumber: '033085000011', fullName: 'A', dateOfBirth: '1985-03-12', status: 'BINH_THUONG' },
        {
          documentNumber: '033085000011',
          fullName: 'A',
          dateOfBirth: '1985-03-12',
          status: 'DA_CHET',
          statusOn: '2025-01-02',
          permanentAddress: 'Xã Yên Mỹ',
        },
      ],
    ],
  ]),
  accounts: [
    {
      accountRef: 'a',
      registers: [{ bank: '970436', accountNumber: '0001112223', enterpriseCode: SUBJECT }],
      flows: [
        { period: '2025-05', credit: 20, debit: 10 },
        { period: '2025-04-03', credit: 5, debit: 5 },
        { period: '2025-04-07', credit: 6, debit: 1 },
      ],
    },
    { accountRef: 'b', registers: [{ bank: '970436', accountNumber: '9', enterpriseCode: SECOND }], flows: [] },
  ],
  members: new Map([
    [SECOND, registered(SECOND, '0977000111;0912345678')],
    [THIRD, registered(THIRD, '0912345678;0977000111')],
  ]),
  registersOf: new Map(),
  rows: [],
};

describe('a case file', () => {
  it('a case file has the company, its people with declared data and police records, and its accounts month by month', () => {
    const file = caseFileOf(policeContent, facts);
    expect(file?.registration.name).toBe(`CÔNG TY ${SUBJECT}`);
    expect(file?.people[0]?.known).toMatchObject({ status: 'DA_CHET', permanentAddress: 'Xã Yên Mỹ' });
    expect(file?.accounts).toHaveLength(1);
    expect(file?.accounts[0]).toMatchObject({
      representativeMismatch: true,
      months: [
        { period: '2025-04', credit: 11, debit: 6 },
        { period: '2025-05', credit: 20, debit: 10 },
      ],
    });
  });

  it('each of two accounts with one masked number has its own result, and none has a mismatch that may be the other’s', () => {
    const [noticed] = policeContent.accounts;
    if (!noticed) throw new Error('the notice has no account');
    const accounts = ['9991112223', '0001112223'].map((accountNumber, n) => ({
      accountRef: 'ab'.charAt(n),
      registers: [{ bank: '970436', accountNumber, enterpriseCode: SUBJECT }],
      flows: [],
    }));
    const mismatchesBy = (said: readonly boolean[]) =>
      caseFileOf(
        { ...policeContent, accounts: said.map((representativeMismatch) => ({ ...noticed, representativeMismatch })) },
        { ...facts, accounts: accounts.toReversed() },
      )?.accounts.map(({ register, representativeMismatch }) => [register.accountNumber, representativeMismatch]);
    expect(mismatchesBy([true, false])).toEqual([
      ['0001112223', false],
      ['9991112223', true],
    ]);
    expect(mismatchesBy([true])).toEqual([
      ['0001112223', true],
      ['9991112223', true],
    ]);
    expect(mismatchesBy([true, false, true])?.map(([, mismatch]) => mismatch)).toEqual([false, false]);
  });

  it('a case file has exactly the members of the ring and the shared value of each tie', () => {
    const file = caseFileOf(withNetwork, facts);
    expect(file?.names).toEqual({
      [SUBJECT]: `CÔNG TY ${SUBJECT}`,
      [SECOND]: `CÔNG TY ${SECOND}`,
      [THIRD]: `CÔNG TY ${THIRD}`,
    });
    expect(file?.ties.map(({ kind, values }) => [kind, values])).toEqual([
      ['address', ['Số 9 Lê Lai, phường Mỹ Hào, Hưng Yên']],
      ['phone', ['0912345678']],
    ]);
  });

  it('a company whose registration is no longer kept has no case file', () => {
    expect(caseFileOf(policeContent, { ...facts, registrations: [] })).toBeUndefined();
  });
});
