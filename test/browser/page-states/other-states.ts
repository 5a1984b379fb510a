import { aNotice } from '#test/support/a-notice.ts';
import { sendForm, type States, VCB, waitingChange } from './state.ts';
import { storeDrop } from '#test/support/a-drop.ts';

const SWITCH = { measure: 'suspiciousAccounts', to: 'on', number: '123/KH-UBND', date: '02/01/2026' };

export const OTHER_STATES: States = {
  'no file yet': { groups: ['office'], empty: true, path: '/office/files', says: 'Chưa' },
  'a file that was stopped': { groups: ['office'], path: '/office/files', says: 'Tháng 8.xlsx' },
  'a stopped file released without a reason': {
    groups: ['office'],
    path: '/office/files/release',
    before: async ({ files }) => {
      const counts = { read: 1, accepted: 0, rejected: 1, repaired: 0, companies: 0 };
      const judgement = { rows: 1, signs: {}, objection: { code: 'c', message: 'm' } };
      await storeDrop(files, { file: `${'T9'.repeat(100)}.xlsx`, version: 'v', state: 'stopped', counts, judgement });
    },
    form: { feed: 'registrations', file: 'Tháng 8.xlsx', use: 'readable', why: '' },
    status: 422,
    says: 'Hãy',
  },
  'no work': { groups: ['office'], empty: true, path: '/office/worklist', says: 'Không có việc' },
  'work of a page beyond the last': {
    groups: ['office'],
    path: '/office/worklist?page=99&kind=x&sort=y',
    says: 'việc',
  },
  'no correction': { groups: ['office'], empty: true, path: '/office/corrections', says: 'Không có đính chính nào' },
  'no notice': { groups: ['bank:970436'], empty: true, path: '/bank/notices', says: 'Không có' },
  'a bank without a webhook': {
    groups: ['bank:970436'],
    empty: true,
    path: '/bank/connection',
    says: 'địa chỉ nhận tự động',
  },
  'a new key': { groups: ['bank:970436'], path: '/bank/connection/key', form: {}, says: 'whsec_' },
  'a report without anything': { groups: ['bank:970436'], path: '/bank/report', form: {}, status: 422, says: 'Hãy' },
  'a notice that was withdrawn': {
    groups: ['bank:970436'],
    before: async (desks) => {
      const { subject, noticeId } = await waitingChange(desks);
      const ended = aNotice(VCB, subject, { state: 'withdrawn', sequence: 2 });
      await desks.notices.write(ended, await desks.notices.get(VCB, noticeId));
    },
    path: '/bank/notices/{notice}',
    says: 'Thông báo đã rút',
  },
  'figures of a month without any': { groups: ['province'], empty: true, path: '/province/figures', says: 'Số liệu' },
  'no measure was switched': { groups: ['province'], empty: true, path: '/province/measures', says: 'Chưa có ai bật' },
  'a switch that waits for another person': {
    groups: ['province'],
    officer: 'an',
    before: (desks) => sendForm(desks, 'province', 'an', '/province/measures', SWITCH),
    path: '/province/measures?done=proposed',
    says: 'cần người khác đồng ý',
  },
  'a switch that the officer may agree to': {
    groups: ['province'],
    officer: 'binh',
    before: (desks) => sendForm(desks, 'province', 'an', '/province/measures', SWITCH),
    path: '/province/measures',
    says: 'Đồng ý',
  },
  'a switch of one’s own': {
    groups: ['province'],
    officer: 'an',
    before: (desks) => sendForm(desks, 'province', 'an', '/province/measures', SWITCH),
    path: '/province/measures/vote',
    form: { measure: 'suspiciousAccounts', revision: '1', outcome: 'agree' },
    status: 409,
    says: 'cần một người khác đồng ý',
  },
  'a switch without its document': {
    groups: ['province'],
    path: '/province/measures',
    form: { to: 'on' },
    status: 422,
    says: 'Hãy chọn một biện pháp',
  },
  'a measure that was switched': {
    groups: ['province'],
    before: (desks) =>
      sendForm(desks, 'province', 'an', '/province/measures', { ...SWITCH, measure: 'accountReview', to: 'off' }),
    path: '/province/measures?done=in_force',
    says: '123/KH-UBND',
  },
  'no queue has anything': {
    groups: ['operator'],
    empty: true,
    path: '/operator/system',
    says: 'Không có thông điệp nào',
  },
  'dead letters and parked messages': {
    groups: ['operator'],
    before: async (desks) => {
      const queue = 'haukiem-prod-replies';
      desks.queueCounts.push({ queue, waiting: 1200, inFlight: 3, dead: 2 });
      const parked = { queue, messageId: 'm'.repeat(80), why: 'message_unreadable: reason:invalid_value', body: '{}' };
      await desks.parked.park({ ...parked, parkedAt: '2026-01-04T02:00:00.000Z' });
    },
    path: '/operator/system?asked=yes',
    says: 'thông điệp không đúng mẫu',
  },
  'a receiver whose endpoint is closed': {
    groups: ['operator'],
    before: async ({ receivers, clock }) => {
      await receivers.acquire(VCB, 'me', clock.now, '2026-01-06T00:00:00.000Z');
      await receivers.release(VCB, 'me', { failures: 9, goneSince: '2026-01-04T02:00:00.000Z' });
    },
    path: '/operator/receivers',
    says: 'đã đóng từ',
  },
  'no person was named': {
    groups: ['operator'],
    path: '/operator/people',
    form: { person: '' },
    status: 422,
    says: 'Hãy nhập mã',
  },
};
