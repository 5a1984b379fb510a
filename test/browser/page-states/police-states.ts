import { CASE, decidedBy, renameCompany, sendForm, type States, waitingChange, waitsForTwo } from './state.ts';

const POLICE = { groups: ['police'], officer: 'an' } as const;
/** A text that no browser wraps by itself. */
const LONG_NAME = `CÔNG TY TNHH ${'THƯƠNGMẠIDỊCHVỤ'.repeat(16)}`;

export const POLICE_STATES: States = {
  'no case yet': { ...POLICE, empty: true, path: '/police/cases', says: 'Không có' },
  'the next case where there is none': {
    ...POLICE,
    empty: true,
    path: '/police/cases?page=99&sort=x&standing=y',
    says: 'Không có',
  },
  'a page of the list beyond its last': { ...POLICE, path: '/police/cases?page=99', says: 'MẪU' },
  'a list sorted by a column that there is not': { ...POLICE, path: '/police/cases?sort=%3Cb%3E', says: 'MẪU' },
  'a company whose name is one long word': {
    ...POLICE,
    before: renameCompany(LONG_NAME),
    path: CASE,
    says: 'THƯƠNGMẠI',
  },
  'a list with such a name': { ...POLICE, before: renameCompany(LONG_NAME), path: '/police/cases', says: 'THƯƠNGMẠI' },
  'a case that a colleague decided': { ...POLICE, before: decidedBy('binh'), path: CASE, says: 'đồng nghiệp' },
  'a decision without its reason': {
    ...POLICE,
    path: `${CASE}/decision`,
    form: { sequence: '1', outcome: 'dismissed', after: '' },
    status: 422,
    says: 'Hãy nêu lý do bác bỏ',
  },
  'nothing to release': { ...POLICE, empty: true, path: '/police/releases', says: 'Không có việc nào chờ duyệt' },
  'a change that one officer has to release': { ...POLICE, path: '/police/releases', says: 'cần một người duyệt' },
  'a change that two officers have to release': {
    ...POLICE,
    before: (desks) => waitsForTwo(desks),
    path: '/police/releases',
    says: '2 người nữa',
  },
  'a change that the officer released already': {
    ...POLICE,
    before: (desks) => waitsForTwo(desks, ['an']),
    path: '/police/releases',
    says: 'Bạn đã duyệt',
  },
  'a change that the officer proposed': {
    ...POLICE,
    before: async (desks) => {
      await decidedBy('an')(desks);
      await waitsForTwo(desks);
    },
    path: '/police/releases',
    says: 'Bạn đề xuất',
  },
  'a release of what changed meanwhile': {
    ...POLICE,
    path: '/police/releases',
    form: { change: 'x y', outcome: 'release' },
    status: 409,
    says: 'hãy xem lại',
  },
  'a refusal without its reason': {
    ...POLICE,
    path: '/police/releases',
    form: { outcome: 'refuse' },
    status: 422,
    says: 'Hãy nêu lý do từ chối',
  },
  'no objection': { ...POLICE, empty: true, path: '/police/reviews', says: 'Không có' },
  'an objection of the officer’s own': {
    ...POLICE,
    before: (desks) => sendForm(desks, 'police', 'an', `${CASE}/objections`, { objection: 'Có cửa hàng' }),
    path: CASE,
    says: 'Có cửa hàng',
  },
  'an account that its bank was asked about': {
    ...POLICE,
    before: async (desks) => {
      const { subject } = await waitingChange(desks);
      await sendForm(desks, 'police', 'binh', `/police/accounts/${subject}/questions`, { ask: 'status' });
    },
    path: '/police/accounts/{account}',
    says: 'hệ thống của ngân hàng chưa nhận',
  },
  'a victim’s report without anything': {
    ...POLICE,
    path: '/police/crime-report',
    form: {},
    status: 422,
    says: 'còn trống',
  },
  'a search that finds nothing': {
    ...POLICE,
    path: '/police/search',
    form: { value: '0900000013', purpose: 'case', caseReference: 'VV-1' },
    status: 303,
    says: 'Không tìm thấy',
  },
};
