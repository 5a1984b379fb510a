import { noticeIdOf } from '#shared/tables/notices.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { TestDesks } from '#test/support/desks/test-desks.ts';

export const CODE = '0101243150';
export const CASE = `/police/cases/${noticeIdOf('police', CODE)}`;
export const VCB = 'bank#970436';

/** A state: the data of the desks, the signed-in person, and the page or form. */
export interface PageState {
  readonly groups: readonly string[];
  readonly officer?: string;
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  /** Is called before the officer opens the page. */
  readonly before?: (desks: TestDesks) => Promise<unknown>;
  readonly status?: number;
  readonly says: string;
  /** Whether the desks have no data yet. */
  readonly empty?: true;
  readonly signedOut?: true;
  /** The dependency of the page that does not answer. */
  readonly broken?: true;
}
export type States = Readonly<Record<string, PageState>>;

/** A form that another person sent before. */
export async function sendForm(desks: TestDesks, group: string, officer: string, path: string, form: object) {
  const own = await desks.signedIn([group], officer);
  return own.post(path, { ...form, formToken: await desks.formTokenOf(own) });
}

export const decidedBy = (officer: string) => (desks: TestDesks) =>
  sendForm(desks, 'police', officer, `${CASE}/decision`, { sequence: '1', outcome: 'confirmed', after: '' });

export async function waitingChange(desks: TestDesks) {
  const [change] = await desks.releases.waiting();
  if (!change) throw new Error('No change waits');
  return change;
}

export async function waitsForTwo(desks: TestDesks, released: readonly string[] = []) {
  const change = await waitingChange(desks);
  const votes = released.map((officer) => ({ officer, outcome: 'release' as const, at: '2026-01-05T01:30:00.000Z' }));
  const next = { ...change, level: 'act', needed: 2, enterpriseCode: CODE, votes } as const;
  await desks.releases.write({ ...next, revision: change.revision + 1 }, change, 2_000_000_000);
}

/** The present name of the case's company. */
export const renameCompany = (name: string) => (desks: TestDesks) =>
  desks.notices.write(aNotice('police', CODE, { sequence: 2, content: { enterpriseCode: CODE, name } }), {
    revision: 1,
  });
