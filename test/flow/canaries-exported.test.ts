import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ExportedCase } from '#shared/domain/outcomes/exports/exported-case.ts';
import { logger } from '#shared/runtime/log.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { zipParts } from '#shared/tabular/xlsx/zip-parts.ts';
import { EXPORT_FORMS, exportLines, ringBook } from '#shared/use-cases/exports/export-cases.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, code, identities, registrations, subscribers } from '#test/support/sample-feeds.ts';

const COMPANY = code(1);
/** A company of the office's worklist, because its name mixes scripts; a bank named the same person behind its account. */
const ABSENT = code(2);
/** Values of one sender each. The registration office sent the first three, and a bank the others. */
const MARKS = {
  registered: 'Đặng Hoàng Yến Alpha',
  document: '033085771234',
  phone: '0937771234',
  true: 'Đặng Hoàng Yến Beta',
  behind: 'Đặng Hoàng Yến Delta',
  behindDocument: '033085661235',
  behindPhone: '0968881234',
  account: '8887776665554',
} as const;
type ExportedMark = keyof typeof MARKS;
const ALL = Object.keys(MARKS).filter((mark): mark is ExportedMark => mark in MARKS);
const marksIn = (text: string): ExportedMark[] => {
  const squeezed = text.replaceAll(/[\s.,/\\-]/gu, '');
  return ALL.filter((mark) => squeezed.includes(MARKS[mark].replaceAll(' ', '')));
};

/** The texts of a workbook's or a document's parts. */
const textsOf = (bytes: Buffer): string =>
  [...zipParts(bytes).values()]
    .map(({ stored, deflated }) => (deflated ? inflateRawSync(stored) : stored).toString())
    .join(' ');

describe('marked people of a flagged company in what the police export', () => {
  const lines: unknown[] = [];
  let run: FlowRun;
  let desks: TestDesks;
  let dossier: ExportedCase;

  beforeAll(async () => {
    for (const level of ['debug', 'info', 'warn', 'error', 'critical'] as const)
      vi.spyOn(logger, level).mockImplementation((...line: unknown[]) => void lines.push(line));
    run = await flow();
    const { registered, document, phone, behind, behindDocument, behindPhone, account } = MARKS;
    const person = { person: registered, born: '01/01/1990', document, phone };
    await run.drop(
      'registrations/a.csv',
      registrations({ code: COMPANY, ...person }, { code: ABSENT, name: 'CÔNG TY TNHH \u041C\u1EAAU' }),
    );
    await run.drop('identities/a.csv', identities(`${document},CCCD,${MARKS.true},12/03/1985,Nam,BINH_THUONG,,,`));
    const held = [COMPANY, ABSENT].map(
      (holder, n) =>
        `970436,${account}${n},${holder},CÔNG TY TNHH MẪU,${behind},${behindDocument},${behindPhone},20/01/2025,1`,
    );
    await run.drop('accounts/970436/a.csv', accounts(...held));
    await run.drop('subscribers/a.csv', subscribers(`${behindPhone},${behindDocument}`));
    await run.settle();
    const [, bytes] = [...run.objects].find(([key]) => /^dossiers\/.*\/dossier\.json$/u.test(key)) ?? [];
    dossier = JSON.parse(bytes?.toString() ?? 'null');
    const { companies, verifications, assessments, tasks, policeRecords, links, replies, notices } = run;
    const { outcomes, reviews, files, accounts: ofBanks, parked } = run;
    const shared = { companies, verifications, assessments, tasks, policeRecords, links, replies, notices };
    desks = await testDesks({ ...shared, outcomes, reviews, files, accounts: ofBanks, parked });
  });
  afterAll(() => void vi.restoreAllMocks());

  const cases = async function* () {
    yield dossier;
  };
  const whole = async (form: 'ftm' | 'bods' | 'ring-json') => {
    let text = '';
    for await (const line of exportLines(cases(), form, '2026-01-05')) text += line;
    return text;
  };

  it('an export names the people, phones and accounts that the registration office and the company gave, and no person behind an account', async () => {
    expect(marksIn(JSON.stringify(dossier))).toEqual(ALL);
    expect(marksIn(await whole('ftm'))).toEqual(['registered', 'document', 'phone', 'account']);
    expect(marksIn(await whole('bods'))).toEqual(['registered', 'document']);
    expect(marksIn(await whole('ring-json'))).toEqual([]);
    expect(marksIn(textsOf(Buffer.from(await ringBook(cases()))))).toEqual([]);
  });

  it.each(Object.keys(EXPORT_FORMS))(
    'an export at the desk leaves no marked value in its heading, its log entry and the lines of the log: %s',
    async (form) => {
      const browser = await desks.signedIn(['police']);
      const before = desks.entered.length;
      const answer = await browser.get(`/police/cases/${noticeIdOf('police', COMPANY)}/export/${form}`);
      expect(answer.statusCode).toBe(200);
      expect(desks.entered.length).toBeGreaterThan(before);
      const written = [answer.headers, desks.entered, lines].map((what) => JSON.stringify(what));
      expect(written.flatMap(marksIn)).toEqual([]);
    },
  );

  /** A bank reads the accounts that it holds itself. */
  const SENT_BY: Partial<Record<string, readonly ExportedMark[]>> = {
    office: ['registered', 'phone'],
    bank: ['account'],
  };
  const PACKED = ROUTES.filter(({ method, desk }) => method === 'GET' && desk !== 'police');
  it('no workbook or document of another desk contains a value that its reader did not send', async () => {
    const seen: string[] = [];
    for (const { path, desk } of PACKED) {
      const browser = await desks.signedIn([desk === 'bank' ? 'bank:970436' : desk]);
      const answer = await browser.get(
        path.replace('{code}', COMPANY).replace('{id}', 'none').replace('{task}', 'none'),
      );
      const bytes = Buffer.from(answer.body ?? '', 'base64');
      if (bytes.toString('latin1', 0, 2) !== 'PK') continue;
      seen.push(path);
      if (path === '/office/worklist/book') expect(textsOf(bytes)).toContain(ABSENT);
      const allowed = SENT_BY[desk] ?? [];
      const shown = marksIn(textsOf(bytes)).filter((mark) => !allowed.includes(mark));
      expect([path, shown]).toEqual([path, []]);
    }
    expect(seen.sort()).toEqual([
      '/bank/notices-file',
      '/bank/template',
      '/office/corrections/file',
      '/office/template',
      '/office/worklist/book',
    ]);
  });
});
