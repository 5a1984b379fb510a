import { CASE, type States } from './state.ts';

const POLICE = { groups: ['police'], officer: 'an' } as const;

/** States of pages without a desk: not found, not allowed, not possible. */
export const PLAIN_STATES: States = {
  'a page that there is not': { ...POLICE, path: '/police/nothing', status: 404, says: 'Không có trang này' },
  'a page of another desk': { ...POLICE, path: '/office/files', status: 404, says: 'Không có trang này' },
  'a form that is too large': {
    ...POLICE,
    path: `${CASE}/notes`,
    form: { note: 'x'.repeat(200_001) },
    status: 413,
    says: 'Biểu mẫu quá lớn',
  },
  'a form of another page': {
    ...POLICE,
    path: `${CASE}/notes`,
    form: { note: 'Đã gọi', formToken: 'forged' },
    status: 403,
    says: 'Mở lại biểu mẫu',
  },
  'a form after the cookie is gone': {
    ...POLICE,
    signedOut: true,
    path: `${CASE}/notes`,
    form: { note: 'Đã gọi', formToken: 'x' },
    status: 401,
    says: 'Đừng đóng trang',
  },
  'a person without a group': { groups: [], path: '/', status: 403, says: 'Chưa được phân việc' },
  'a sign-in that was refused': {
    groups: [],
    signedOut: true,
    path: '/sign-in/refused',
    status: 403,
    says: 'Chưa đăng nhập được',
  },
  'a person who has signed out': { groups: [], signedOut: true, path: '/signed-out', says: 'Đã đăng xuất' },
  'a fault of the server': { ...POLICE, broken: true, path: '/police/cases', status: 500, says: 'Có lỗi' },
};
