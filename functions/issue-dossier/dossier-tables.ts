import type { Table } from 'docx';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import type { NoticedPerson } from '#shared/domain/notification/dossier/police-notice.ts';
import { DOCUMENTS, FIELDS, RESULTS, ROLES } from '#shared/domain/notification/dossier/wording.ts';
import { COMPARED_FIELDS } from '#shared/domain/identity/person-verdict.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import type { Network } from '#shared/domain/risk/rings/network.ts';
import { table } from './docx-parts.ts';

const NUMBER = { heading: 'TT', share: 6, align: 'centre' } as const;

export function findingsTable({ notice, figures }: Dossier): Table {
  return table(
    [
      NUMBER,
      { heading: 'Dấu hiệu', share: 32 },
      { heading: 'Bằng chứng số liệu', share: 30 },
      { heading: 'Căn cứ pháp lý', share: 22 },
      { heading: 'Trọng số', share: 10, align: 'centre' },
    ],
    notice.findings.map(({ code, version, message, legalBasis, weight }, n) => [
      String(n + 1),
      `${message}\n(${code}, bản ${version})`,
      (figures[n] ?? []).map(({ label, value }) => `${label}: ${value}`).join('\n'),
      legalBasis,
      String(weight).replace('.', ','),
    ]),
  );
}

export function peopleTable({ notice }: Dossier): Table {
  return table(
    [
      NUMBER,
      { heading: 'Vai trò', share: 25 },
      { heading: 'Số giấy tờ', share: 15, align: 'centre' },
      { heading: 'Kết quả đối chiếu', share: 33 },
      { heading: 'Giấy tờ tại ngày nhận vai trò', share: 22 },
    ],
    notice.people.map((person, n) => [
      String(n + 1),
      ROLES[person.role],
      person.documentNumber,
      `${RESULTS[person.result]}${differing(person)}`,
      person.documentStatus === undefined ? 'Chưa có dữ liệu' : DOCUMENTS[person.documentStatus],
    ]),
  );
}

const differing = ({ fields }: NoticedPerson): string => {
  const names = COMPARED_FIELDS.filter((field) => fields[field] === 'mismatch' || fields[field] === 'correctable');
  return names.length === 0 ? '' : `\n(khác: ${names.map((field) => FIELDS[field]).join(', ')})`;
};

export function accountsTable({ accounts }: Dossier): Table {
  return table(
    [
      NUMBER,
      { heading: 'Ngân hàng, ví điện tử', share: 40 },
      { heading: 'Số tài khoản', share: 20, align: 'centre' },
      { heading: 'Người đại diện của tài khoản', share: 35 },
    ],
    accounts.map(({ bankName, accountNumber, representativeMismatch }, n) => [
      String(n + 1),
      bankName,
      accountNumber,
      representativeMismatch ? 'Là người khác với người đại diện của doanh nghiệp' : 'Không có khác biệt được ghi nhận',
    ]),
  );
}

export function membersTable({ members }: Network, enterpriseCode: string): Table {
  return table(
    [
      NUMBER,
      { heading: 'Mã số doanh nghiệp', share: 55 },
      { heading: 'Liên hệ với nhóm từ ngày', share: 40, align: 'centre' },
    ],
    members.map((member, n) => [
      String(n + 1),
      `${member.enterpriseCode}${member.enterpriseCode === enterpriseCode ? ' (doanh nghiệp trong hồ sơ này)' : ''}`,
      formatDate(member.since),
    ]),
  );
}

export function tiesTable({ ties }: Network): Table {
  return table(
    [
      NUMBER,
      { heading: 'Thông tin dùng chung', share: 28 },
      { heading: 'Từ ngày', share: 17, align: 'centre' },
      { heading: 'Các doanh nghiệp', share: 50 },
    ],
    ties.map(({ kind, since, companies }, n) => [
      String(n + 1),
      KIND_NAMES[kind],
      formatDate(since),
      companies.join(', '),
    ]),
  );
}

export function timelineTable({ timeline }: Dossier): Table {
  return table(
    [
      { heading: 'Ngày', share: 18, align: 'centre' },
      { heading: 'Diễn biến', share: 82 },
    ],
    timeline.map(({ on, what }) => [formatDate(on), what]),
  );
}
