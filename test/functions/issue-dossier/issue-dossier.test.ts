import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withoutTimestamps } from '#shared/documents/write-document.ts';
import { writeDocx } from '#functions/issue-dossier/write-docx.ts';
import { dossierOf } from '#shared/domain/notification/dossier/dossier.ts';
import { drawNetwork } from '#shared/domain/risk/rings/draw-network.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { policeNotice, withdrawn, withNetwork } from '#test/support/police-notice.ts';
import { RING, RING_FILES } from '#test/support/ring-feeds.ts';
import { identities } from '#test/support/sample-feeds.ts';
import { unzip } from '#test/support/unzip.ts';

const filesUnder = ({ objects }: FlowRun, folder: string) =>
  new Map(
    [...objects].filter(([key]) => key.startsWith(folder)).map(([key, bytes]) => [key.slice(folder.length), bytes]),
  );

const textIn = (docx: Buffer) =>
  (unzip(docx).get('word/document.xml') ?? '').replaceAll('</w:p>', ' ').replaceAll(/<[^>]+>/gu, '');

async function ringRun() {
  const run = await flow({ writeDocx });
  for (const [key, content] of RING_FILES) await run.drop(key, content);
  await run.settle();
  const enterpriseCode = RING[0]?.code ?? '';
  const noticeId = noticeIdOf('police', enterpriseCode);
  const folder = (sequence: number) => `dossiers/${enterpriseCode}/${noticeId}.${sequence}/`;
  return { run, noticeId, folder };
}

describe('issue-dossier', () => {
  it('every notice leads to JSON, document and picture, with their checksums', async () => {
    const { run, folder } = await ringRun();
    const files = filesUnder(run, folder(1));
    expect([...files.keys()].sort()).toEqual(['checksums.json', 'dossier.json', 'ho-so.docx', 'ring.svg']);
    const { files: sums } = JSON.parse(files.get('checksums.json')!.toString()) as { files: Record<string, string> };
    expect(Object.keys(sums).sort()).toEqual(['dossier.json', 'ho-so.docx', 'ring.svg']);
    for (const [name, sum] of Object.entries(sums)) {
      expect(createHash('sha256').update(files.get(name)!).digest('hex')).toBe(sum);
    }
    expect([...run.objects.keys()].filter((key) => key.endsWith('/ho-so.docx'))).toHaveLength(RING.length);
  });

  it('a dossier contains the people and values that the police may see, with their source rows', async () => {
    const { run, folder } = await ringRun();
    const files = filesUnder(run, folder(1));
    const document = unzip(files.get('ho-so.docx')!).get('word/document.xml') ?? '';
    const known = ['Trần Thị Kẻ Gian', '033085000211', 'Nguyễn Văn Nạn Nhân', '0001112223', '0977000111', 'VÒNG 13'];
    for (const text of [...known, 'registrations/a.csv', '[1] dòng', 'Nơi nhận', 'Kính gửi', 'Hưng Yên, ngày'])
      expect(document).toContain(text);
    expect(files.get('ring.svg')!.toString()).toMatch(/► 09\d{8}.*0977000111/su);
    const sums = JSON.parse(files.get('dossier.json')!.toString()) as { caseFile: { sources: { sha256: string }[] } };
    expect(sums.caseFile.sources.length).toBeGreaterThan(2);
    for (const { sha256 } of sums.caseFile.sources) expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('a finding about an account’s phone cites the carrier’s row', async () => {
    const run = await flow({ writeDocx });
    for (const [key, content] of RING_FILES) await run.drop(key, content);
    await run.drop(
      'subscribers/a.csv',
      'Số điện thoại,Số giấy tờ chủ thuê bao\n0911222333,033085000999\n0912345678,033085000998\n',
    );
    await run.settle();
    const [key = '', bytes] =
      [...run.objects].findLast(([name]) => name.includes(`${RING[0]?.code}/`) && name.endsWith('dossier.json')) ?? [];
    const { findings, caseFile } = JSON.parse(String(bytes)) as {
      findings: { finding: { code: string }; sources: string }[];
      caseFile: { sources: { number: number; file: string }[] };
    };
    const number = caseFile.sources.find(({ file }) => file === 'subscribers/a.csv')?.number;
    const cited = findings.find(({ finding }) => finding.code.startsWith('ACCOUNT_PHONE'))?.sources;
    expect([key, cited]).toEqual([key, expect.stringContaining(`[${number}] dòng 3`)]);
  });

  it('the name behind a stranger’s phone is that of the police’s data, with the day on which a document was lost', async () => {
    const run = await flow({ writeDocx });
    for (const [key, content] of RING_FILES) await run.drop(key, content);
    const [own] = RING;
    await run.drop(
      'identities/b.csv',
      identities(
        '033085000998,CCCD,Phạm Văn Người Lạ,12/03/1985,Nam,BINH_THUONG,01/12/2025,,',
        `${own?.document},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BAO_MAT_GIAY_TO,05/02/2024,,`,
      ),
    );
    await run.drop(
      'subscribers/a.csv',
      'Số điện thoại,Số giấy tờ chủ thuê bao\n0911222333,033085000999\n0912345678,033085000998\n',
    );
    await run.settle();
    const [, docx] =
      [...run.objects].findLast(([name]) => name.includes(`${own?.code}/`) && name.endsWith('ho-so.docx')) ?? [];
    const [before = '', annexes = ''] = textIn(docx ?? Buffer.alloc(0)).split('PHỤ LỤC 1.');
    expect(before).toContain(
      'Điện thoại 0912345678 của 2 tài khoản đứng tên Phạm Văn Người Lạ, giấy tờ số 033085000998',
    );
    expect(annexes).toContain('Chủ thuê bao: Phạm Văn Người Lạ, giấy tờ số 033085000998');
    expect(before).toContain('giấy tờ đã báo mất ngày 05/02/2024');
    expect(before).not.toMatch(/phiên bản|trọng số|_/u);
  });

  it('a dossier that an earlier try began is completed from the facts of that try, even after later facts', async () => {
    const { run, noticeId, folder } = await ringRun();
    const before = filesUnder(run, folder(1));
    const found = JSON.parse(before.get('dossier.json')!.toString()) as { caseFile: { names: Record<string, string> } };
    const names = Object.keys(found.caseFile.names).map((code) => [code, 'CÔNG TY TNHH TÊN LÚC ẤY']);
    const begun = Buffer.from(
      JSON.stringify({ ...found, caseFile: { ...found.caseFile, names: Object.fromEntries(names) } }),
    );
    for (const name of before.keys()) run.objects.delete(`${folder(1)}${name}`);
    run.objects.set(`${folder(1)}dossier.json`, begun);
    run.waiting.get('dossiers')?.push({ body: { noticeId, sequence: 1 }, sentAt: 0, delaySeconds: 0 });
    await run.settle();
    const files = filesUnder(run, folder(1));
    expect(files.get('dossier.json')).toEqual(begun);
    expect(files.get('ring.svg')!.toString()).toContain('TÊN LÚC ẤY');
    const { files: sums } = JSON.parse(files.get('checksums.json')!.toString()) as { files: Record<string, string> };
    for (const [name, sum] of Object.entries(sums))
      expect(createHash('sha256').update(files.get(name)!).digest('hex')).toBe(sum);
  });

  it('a complete dossier is not changed by later facts', async () => {
    const { run, noticeId, folder } = await ringRun();
    const before = filesUnder(run, folder(1));
    run.objects.set(`${folder(1)}ring.svg`, Buffer.from('kept'));
    run.waiting.get('dossiers')?.push({ body: { noticeId, sequence: 1 }, sentAt: 0, delaySeconds: 0 });
    await run.settle();
    expect(filesUnder(run, folder(1)).get('ring.svg')?.toString()).toBe('kept');
    expect(filesUnder(run, folder(1)).get('ho-so.docx')).toEqual(before.get('ho-so.docx'));
  });

  it('the same message gives the same dossier bytes, and a past state gives no dossier', async () => {
    const { run, noticeId, folder } = await ringRun();
    const before = filesUnder(run, folder(1));
    for (const key of run.objects.keys()) if (key.startsWith('dossiers/')) run.objects.delete(key);
    run.clock.now = new Date(run.clock.now.getTime() + 86_400_000);
    run.waiting.get('dossiers')?.push({ body: { noticeId, sequence: 1 }, sentAt: 0, delaySeconds: 0 });
    run.waiting.get('dossiers')?.push({ body: { noticeId, sequence: 7 }, sentAt: 0, delaySeconds: 0 });
    await run.settle();
    expect(filesUnder(run, folder(1))).toEqual(before);
    expect(filesUnder(run, folder(7)).size).toBe(0);
  });

  it('a withdrawn notice gets a dossier of the withdrawal beside the earlier one', async () => {
    const { run, folder } = await ringRun();
    const right = RING.map(
      ({ document, person, born }) => `${document},CCCD,${person},${born},Nam,BINH_THUONG,01/12/2025,,`,
    );
    await run.drop('identities/b.csv', identities(...right));
    await run.settle();
    const last = [...run.objects.keys()]
      .filter((key) => key.startsWith(folder(1).replace(/1\/$/u, '')))
      .sort()
      .at(-1);
    const files = filesUnder(run, last!.replace(/[^/]+$/u, ''));
    expect(JSON.parse(files.get('dossier.json')!.toString())).toMatchObject({
      title: 'BẢN RÚT THÔNG BÁO',
      notice: { state: 'withdrawn', withdrawnBecause: 'by_one_sender' },
    });
    expect(filesUnder(run, folder(1)).size).toBe(4);
  });

  it('a notice with content that no police notice may have is parked', async () => {
    const { run, noticeId } = await ringRun();
    const before = await run.notices.get('police', noticeId);
    const broken = {
      ...before,
      sequence: 2,
      content: { ...before?.content, holderName: 'NGUYỄN VĂN AN' },
    } as unknown as Notice;
    await run.notices.write(broken, before);
    run.waiting.get('dossiers')?.push({ body: { noticeId, sequence: 2 }, sentAt: 0, delaySeconds: 0 });
    await run.settle();
    expect(await run.parked.of('a-queue')).toMatchObject([{ why: 'notice_unreadable' }]);
  });
});

describe('the document', () => {
  const docx = (notice: typeof policeNotice) =>
    writeDocx(dossierOf(notice), notice.network && drawNetwork(notice.network));

  it('the document has the same bytes whenever it is written', async () => {
    const first = await docx(withNetwork);
    await docx(withdrawn);
    await new Promise((done) => setTimeout(done, 2100));
    expect((await docx(withNetwork)).equals(first)).toBe(true);
  });

  it('the document has every part, numbers every page and escapes its texts', async () => {
    const parts = unzip(await docx(withNetwork));
    const body = parts.get('word/document.xml') ?? '';
    for (const text of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:          /HS-',
      'Hưng Yên, ngày 31 tháng 12 năm 2025',
      'Kính gửi: Công an',
      'Căn cứ ',
      'I. TÓM TẮT VÀ ĐỀ NGHỊ',
      'II. TIỀN QUA',
      'III. NGƯỜI',
      'IV. NHÓM',
      'V. DẤU HIỆU',
      'VI. ĐIỀU CÓ LỢI',
      'VII. DỮ LIỆU CHƯA NHẬN ĐƯỢC',
      'Nơi nhận:',
      'PHỤ LỤC 1.',
      'PHỤ LỤC 2.',
      'PHỤ LỤC 3.',
      'PHỤ LỤC 4. DIỄN BIẾN',
      'THUẬT NGỮ',
    ]) {
      expect(body).toContain(text);
    }
    expect(body).toContain('CÔNG TY TNHH MẪU &amp; CON');
    for (const part of ['header', 'footer']) {
      const texts = [...parts].filter(([name]) => name.startsWith(`word/${part}`)).map(([, text]) => text);
      expect(texts.join()).toMatch(/>PAGE<.*>NUMPAGES</su);
    }
    expect([...parts.keys()].some((name) => name.endsWith('.svg'))).toBe(true);
  });

  it('the document of a company without a network says that there is none', async () => {
    const parts = unzip(await docx(policeNotice));
    expect(parts.get('word/document.xml')).toContain('Đến ngày lập hồ sơ, không thấy người, địa chỉ');
    expect(parts.get('word/document.xml')).not.toContain('Sơ đồ liên hệ');
  });

  it('the document takes any text: control characters, halves of a pair, markup', async () => {
    const name = 'A\u0000\u000B<b>&amp;\uD800\uFFFE "x" ]]> B';
    const text = unzip(await docx({ ...policeNotice, name })).get('word/document.xml') ?? '';
    const isForbidden = (letter: string) => letter < '\t' || letter === '\u000B' || letter === '\uFFFE';
    expect(Array.from(text).filter(isForbidden)).toEqual([]);
    expect(text.isWellFormed()).toBe(true);
    expect(text).toContain('A&lt;b&gt;&amp;amp; ');
  });

  it('the document says that a notice was withdrawn', async () => {
    const body = unzip(await docx(withdrawn)).get('word/document.xml');
    expect(body).toContain('BẢN RÚT THÔNG BÁO');
    expect(body).toContain('Lý do rút');
  });

  it('a file that is no zip is refused', () => {
    expect(() => withoutTimestamps(Buffer.alloc(100))).toThrow(RangeError);
  });
});
