import { policeScope } from '#shared/domain/notification/notice/scope.ts';
import type { PoliceNotice } from '#shared/domain/notification/dossier/police-notice.ts';
import type { PoliceNoticeContent } from '#shared/domain/notification/notice/police-notice-content.ts';

/** A first notice of a company with two findings, without a network. */
export const policeNotice: PoliceNotice = {
  id: 'k3Jw0h1Qm8ZrX2cVb7Ty5A',
  sequence: 1,
  state: 'in_force',
  issuedOn: '2025-12-31',
  enterpriseCode: '0900000011',
  name: 'CÔNG TY TNHH MẪU & CON',
  registeredOn: '2025-03-10',
  level: 'watch',
  scope: policeScope('2025-12-31'),
  score: 78.09,
  ruleSet: 'a-set',
  findings: [
    {
      code: 'REP_DECEASED',
      version: 1,
      weight: 8.02,
      evidence: { people: 1, documentNumber: '****9372' },
      legalBasis: 'Điều 212 Luật Doanh nghiệp',
      message: '1 người đại diện theo pháp luật (số giấy tờ ****9372) đã chết trước ngày nhận vai trò.',
    },
    {
      code: 'INSPECTION_NOT_FOUND',
      version: 1,
      weight: 2.5,
      evidence: { on: '2025-08-19' },
      legalBasis: 'chỉ số nghiệp vụ',
      message: 'Kiểm tra ngày 19/08/2025 không tìm thấy doanh nghiệp tại trụ sở.',
    },
  ],
  people: [
    {
      role: 'legal_representative',
      documentNumber: '****9372',
      result: 'correctable',
      fields: { documentNumber: 'match', fullName: 'match', dateOfBirth: 'correctable', gender: 'not_provided' },
      documentStatus: 'deceased',
    },
  ],
  accounts: [{ bank: '970436', accountNumber: '****2223', representativeMismatch: true }],
};

const { id: _id, sequence: _sequence, state: _state, issuedOn: _issuedOn, ...content } = policeNotice;
/** What that notice says. */
export const policeContent: PoliceNoticeContent = content;

const codes = ['0900000011', '0900000022', '0900000033'];
export const withNetwork: PoliceNotice = {
  ...policeNotice,
  network: {
    members: codes.map((enterpriseCode, n) => ({ enterpriseCode, since: `2025-03-1${n}` })),
    ties: [
      { kind: 'address', companies: codes, since: '2025-03-10' },
      { kind: 'phone', companies: codes.slice(1), since: '2025-03-12' },
    ],
    since: '2025-03-10',
    registeredFrom: '2025-03-01',
    registeredTo: '2025-03-20',
    withBadSigns: 2,
  },
};

export const withdrawn: PoliceNotice = {
  ...withNetwork,
  sequence: 2,
  state: 'withdrawn',
  withdrawnBecause: 'verdict_fell',
  changedOn: '2026-01-05',
};
