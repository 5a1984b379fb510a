import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { testDesks } from './test-desks.ts';

export const CODE = '0101243150';
export const EXPIRY = 2_000_000_000;
export const correction: WorklistEntry = {
  kind: 'correction',
  field: 'dateOfBirth',
  current: '1985-03-12',
  proposed: '1985-12-03',
  why: 'Dữ liệu của công an ghi ngày sinh khác.',
  person: 'Nguyễn Văn Mẫu',
};
export const check: WorklistEntry = {
  kind: 'post_check',
  field: 'activity',
  current: 'inactive',
  proposed: '',
  why: 'Không có doanh thu.',
};
export const expired: WorklistEntry = {
  kind: 'expired_document',
  field: 'documentNumber',
  current: '********0123',
  proposed: '',
  why: 'Hết hạn.',
};

/** The office's desk with three entries about one company, and an officer `an` who has signed in. */
export async function worklistDesk() {
  const desks = await testDesks();
  const browser = await desks.signedIn(['office'], 'an');
  const put = (enterpriseCode: string, name: string, worklist: WorklistEntry[]) =>
    desks.verifications.record({ enterpriseCode, name, revision: 1, people: [], worklist }, false, EXPIRY);
  await put(CODE, 'CÔNG TY TNHH AN', [correction, check, expired]);
  return {
    desks,
    browser,
    put,
    send: async (path: string, pairs: readonly (readonly [string, string])[], own = browser) =>
      own.post(path, [['formToken', await desks.formTokenOf(own)], ...pairs]),
  };
}
export type WorklistDesk = Awaited<ReturnType<typeof worklistDesk>>;

/** The fields that choose entries of that company in a list. */
export const chosen = (...entries: WorklistEntry[]) =>
  entries.map((entry) => ['task', `${CODE} ${taskIdOf(entry)}`] as const);
/** The page of an entry of that company. */
export const pathOf = (entry: WorklistEntry): string => `/office/worklist/${CODE}/${taskIdOf(entry)}`;
