import type { Holding } from '#shared/domain/risk/owners/holding.ts';
import { addHolderColumns, readHolder } from './holder-columns.ts';
import type { Layout } from './layout.ts';
import { columnList } from './column.ts';
import { readAnyDocumentNumber } from './values/document.ts';
import { readDate } from './values/dates.ts';
import { moneyReader, partsOfHundred } from './values/numbers.ts';
import { readPersonName } from './values/text.ts';

const { columns, add } = columnList();
const HOLDER = addHolderColumns(add, {
  required: true,
  person: [
    'memberName',
    'Tên thành viên',
    'Tên cổ đông sáng lập',
    'Họ và tên thành viên',
    'Tên cổ đông',
    'Thành viên',
    'Họ và tên',
    'Tên cá nhân',
  ],
});
const CONTRIBUTION = add('contribution', 'Phần vốn góp', {
  holds: 'money',
  aliases: ['Giá trị phần vốn góp', 'Vốn góp', 'Số vốn góp', 'Tổng giá trị cổ phần'],
});
const SHARE = add('share', 'Tỷ lệ (%)', {
  holds: 'percentage',
  required: true,
  aliases: ['Tỷ lệ vốn góp', 'Tỷ lệ góp vốn', 'Tỷ lệ sở hữu', 'Tỷ lệ phần vốn góp'],
});
const VOTING_SHARE = add('votingShare', 'Tỷ lệ cổ phần có quyền biểu quyết (%)', {
  holds: 'percentage',
  aliases: ['Tỷ lệ biểu quyết'],
});
const DUE_ON = add('dueOn', 'Thời hạn góp vốn', { holds: 'day', aliases: ['Thời điểm góp vốn', 'Ngày góp vốn'] });
const SINCE = add('since', 'Ngày', {
  holds: 'day',
  required: true,
  aliases: ['Từ ngày', 'Ngày vào danh sách', 'Ngày lập', 'Ngày lập danh sách'],
});
const REPRESENTATIVE = add('representativeName', 'Người đại diện', { aliases: ['Người đại diện theo ủy quyền'] });
const REPRESENTATIVE_NUMBER = add('representativeDocumentNumber', 'Số giấy tờ người đại diện', { personal: true });

/** The list of members, or of founding shareholders (Mẫu 6, 7, TT 68/2025): one row a member. */
export const MEMBERS: Layout = {
  rows: 'members',
  columns,
  read(row, source) {
    const { enterpriseCode, holder } = readHolder(row, HOLDER);
    const share = row.required(SHARE, partsOfHundred(row.heading(SHARE)));
    const votingShare = row.optional(VOTING_SHARE, partsOfHundred(row.heading(VOTING_SHARE)));
    const since = row.required(SINCE, readDate);
    // Only read so that a mistake in them is shown: who stands behind a company follows from shares alone
    row.wanted(CONTRIBUTION, moneyReader(row.heading(CONTRIBUTION)));
    row.wanted(DUE_ON, readDate);
    row.wanted(REPRESENTATIVE, readPersonName);
    row.wanted(REPRESENTATIVE_NUMBER, readAnyDocumentNumber);
    row.rejectFuture(SINCE, since, source.today);
    if (enterpriseCode === undefined || holder === undefined || row.problems.length > 0) return [];
    if (share === undefined || since === undefined) return [];
    const holding: Holding = { holder, share, votingShare, since };
    return [{ feed: 'owners', enterpriseCode, holding }];
  },
};
