import type { DeclaredOwner } from '#shared/domain/risk/owners/holding.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { cellText } from '#shared/tabular/cell.ts';
import { addHolderColumns, readHolder } from './holder-columns.ts';
import type { Layout } from './layout.ts';
import { columnList } from './column.ts';
import { choiceReader } from './values/choice.ts';
import { readDate } from './values/dates.ts';
import { partsOfHundred } from './values/numbers.ts';
import { readText } from './values/text.ts';

const { columns, add } = columnList();
const HOLDER = addHolderColumns(add, {
  person: ['name', 'Họ và tên', 'Họ và tên chủ sở hữu hưởng lợi', 'Chủ sở hữu hưởng lợi'],
});
const SHARE = add('share', 'Tỷ lệ sở hữu vốn điều lệ', {
  holds: 'percentage',
  aliases: ['Tỷ lệ vốn điều lệ'],
});
const VOTING_SHARE = add('votingShare', 'Tỷ lệ sở hữu cổ phần có quyền biểu quyết', {
  holds: 'percentage',
  aliases: ['Tỷ lệ cổ phần có quyền biểu quyết'],
});
const CONTROL = add('control', 'Quyền chi phối', { aliases: ['Quyền kiểm soát', 'Hình thức chi phối'] });
const DECLARED_ON = add('declaredOn', 'Ngày kê khai', {
  holds: 'day',
  required: true,
  aliases: ['Ngày khai', 'Ngày thông báo', 'Ngày kê khai chủ sở hữu hưởng lợi'],
});
/** JSONL says so by itself, and a cell by its words in place of a name. */
const NONE = add('none', 'Không có chủ sở hữu hưởng lợi');

/** The declaration of beneficial owners, and of organisations with a large share (Mẫu 10, 11): one row an owner. */
export const OWNERS: Layout = {
  rows: 'owners',
  columns,
  read(row, source) {
    const declaredOn = row.required(DECLARED_ON, readDate);
    row.rejectFuture(DECLARED_ON, declaredOn, source.today);
    const isNone =
      saysNone(cellText(row.cell(HOLDER.name)) || cellText(row.cell(HOLDER.body))) ||
      row.wanted(NONE, readYesOrNo) === 'yes';
    const { enterpriseCode, holder } = readHolder(row, HOLDER, isNone);
    const share = row.optional(SHARE, partsOfHundred(row.heading(SHARE)));
    const votingShare = row.optional(VOTING_SHARE, partsOfHundred(row.heading(VOTING_SHARE)));
    const control = row.optional(CONTROL, readText);
    if (enterpriseCode === undefined || declaredOn === undefined || row.problems.length > 0) return [];
    const declared: DeclaredOwner = { holder, share, votingShare, control, declaredOn };
    return [{ feed: 'owners', enterpriseCode, declared }];
  },
};

const readYesOrNo = choiceReader<'yes' | 'no'>({ yes: ['true', 'x', 'Có', 'Đúng'], no: ['false', 'Không', 'Sai'] });
const saysNone = (text: string): boolean => /^khong(?: co)?(?: chu so huu huong loi)?$/.test(foldMarks(text));
