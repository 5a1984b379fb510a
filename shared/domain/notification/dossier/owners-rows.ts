import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { CaseOwners } from './case-file.ts';

/** The members, the declared and the undeclared owners of a company as rows of a table: who, as what, with which share, since when. */
export const OWNERS_TITLE = 'Thành viên, cổ đông và chủ sở hữu hưởng lợi';
export const OWNERS_COLUMNS = ['Họ tên, tên tổ chức', 'Tư cách', 'Vốn điều lệ, quyền biểu quyết', 'Từ ngày'] as const;

export const ownersRows = ({ members, declared, behind = [] }: CaseOwners): string[][] => [
  ...members.map(({ holder: { name, number }, share, votingShare, since }) => [
    `${name}\n${number}`,
    'Thành viên/Cổ đông',
    shares(share, votingShare),
    formatDate(since),
  ]),
  ...declared.map(({ holder, share, votingShare, control, declaredOn }) => [
    holder ? `${holder.name}\n${holder.number}` : 'Không có',
    'Chủ sở hữu hưởng lợi theo kê khai',
    [shares(share, votingShare), control ?? ''].filter((part) => part !== '').join('\n'),
    formatDate(declaredOn),
  ]),
  ...behind.map(({ holder: { name, number }, share, votingShare }) => [
    `${name}\n${number}`,
    'Chủ sở hữu hưởng lợi tính qua tổ chức khác, chưa kê khai',
    shares(share, votingShare),
    '',
  ]),
];

const shares = (share: number | undefined, votingShare: number | undefined): string =>
  [share, votingShare]
    .map((part) => (part === undefined ? '' : `${String(Math.round(part * 100) / 100).replace('.', ',')}%`))
    .filter((part) => part !== '')
    .join(', ');
