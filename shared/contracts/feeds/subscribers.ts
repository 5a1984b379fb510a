import { parentCode } from '#shared/domain/vietnamese/enterprise-code.ts';
import { cellText } from '#shared/tabular/cell.ts';
import type { CellResult, Reader } from './column.ts';
import { columnList } from './column.ts';
import type { Layout } from './layout.ts';
import { choiceReader } from './values/choice.ts';
import { readPhones } from './values/contact.ts';
import { readDate } from './values/dates.ts';
import { readAnyDocumentNumber } from './values/document.ts';
import { readEnterpriseCode } from './values/enterprise.ts';
import { isOfOrganisation, OF_DECISION, readPartyCode } from './values/pseudonym.ts';
import { readNameOrAddress } from './values/text.ts';

const { columns, add } = columnList();

const PHONE = add('phone', 'Số điện thoại', {
  required: true,
  personal: true,
  aliases: ['Điện thoại', 'Số thuê bao', 'Thuê bao'],
});
const NUMBER = add('documentNumber', 'Số giấy tờ chủ thuê bao', {
  required: true,
  personal: true,
  aliases: [
    'Số giấy tờ',
    'Số CCCD chủ thuê bao',
    'Số CCCD',
    'Số CCCD/MST',
    'Số giấy tờ/MST',
    'Số giấy tờ/MST chủ thuê bao',
  ],
});
const KIND = add('kind', 'Loại thuê bao', { allowed: 'Cá nhân, Tổ chức', aliases: ['Đối tượng thuê bao'] });
const HOLDER_NAME = add('holderName', 'Tên chủ thuê bao', {
  personal: true,
  aliases: ['Chủ thuê bao', 'Họ tên chủ thuê bao'],
});
const ACTIVATED_ON = add('activatedOn', 'Ngày kích hoạt', {
  holds: 'day',
  aliases: ['Ngày hòa mạng', 'Ngày đăng ký thuê bao'],
});
const STATE = add('state', 'Trạng thái', {
  allowed: 'HOAT_DONG, CHAN_MOT_CHIEU, CHAN_HAI_CHIEU, THU_HOI',
  aliases: ['Trạng thái thuê bao', 'Tình trạng'],
});
const STATE_ON = add('stateOn', 'Ngày trạng thái', { holds: 'day', aliases: ['Ngày cập nhật trạng thái'] });

const readKind: Reader<'person' | 'organisation'> = choiceReader<'person' | 'organisation'>({
  person: ['Cá nhân', 'CN'],
  organisation: ['Tổ chức', 'Doanh nghiệp', 'TC', 'DN'],
});
/** The states of a subscription (TT 08/2026/TT-BKHCN); one that was recalled has no holder any more. */
const readState: Reader<'HOAT_DONG' | 'CHAN_MOT_CHIEU' | 'CHAN_HAI_CHIEU' | 'THU_HOI'> = choiceReader({
  HOAT_DONG: ['Đang hoạt động', 'active'],
  CHAN_MOT_CHIEU: ['Chặn một chiều', 'Chặn 1 chiều'],
  CHAN_HAI_CHIEU: ['Chặn hai chiều', 'Chặn 2 chiều'],
  THU_HOI: ['Thu hồi', 'Đã thu hồi', 'Chấm dứt'],
});

/** The holder's document number, or the enterprise code of an organisation; a branch's phone is its enterprise's. */
const holderReader =
  (kind: 'person' | 'organisation' | undefined): Reader<string> =>
  (cell, font): CellResult<string> => {
    if (kind === 'person' || (kind === undefined && !isOfOrganisation(cellText(cell))))
      return readAnyDocumentNumber(cell, font);
    if (OF_DECISION.test(cellText(cell))) return readPartyCode(cell, font);
    const read = readEnterpriseCode(cell, font);
    return read.ok ? { ...read, value: parentCode(read.value) } : read;
  };

/**
 * The holder of a phone subscription (chủ thuê bao): a person, or an organisation by its tax code. A cell with two numbers
 * gives two subscriptions.
 */
export const SUBSCRIBERS: Layout = {
  rows: 'subscribers',
  // These headings show a list of companies or accounts that was dropped here by mistake; its people do not
  // hold its phones
  never: ['Mã số doanh nghiệp', 'enterpriseCode', 'Số tài khoản', 'accountNumber', 'Vai trò'],
  columns,
  read(row, source) {
    const phones = row.required(PHONE, readPhones);
    const kind = row.wanted(KIND, readKind);
    const documentNumber = row.required(NUMBER, holderReader(kind));
    row.wanted(HOLDER_NAME, readNameOrAddress);
    const activatedOn = row.wanted(ACTIVATED_ON, readDate);
    const state = row.wanted(STATE, readState);
    const on = row.wanted(STATE_ON, readDate) ?? activatedOn;
    row.rejectFuture(ACTIVATED_ON, activatedOn, source.today);
    row.rejectFuture(STATE_ON, on, source.today);
    if (phones === undefined || documentNumber === undefined || row.problems.length > 0) return [];
    const held = { documentNumber, ...(on !== undefined && { on }), ...(state === 'THU_HOI' && { isRecalled: true }) };
    return phones.map((phone) => ({ feed: 'subscribers', phone, ...held }));
  },
};
