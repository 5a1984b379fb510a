import { describe, expect, it } from 'vitest';
import type { PersonVerdict } from '#shared/domain/identity/person-verdict.ts';
import { companyScripts, conflictEntry, personWorklist } from '#shared/domain/notification/worklist/people-worklist.ts';
import { declared } from '#test/support/people.ts';

const MATCH = { documentNumber: 'match', fullName: 'match', dateOfBirth: 'match', gender: 'match' } as const;
const verdict = (over: Partial<PersonVerdict> = {}): PersonVerdict => ({ result: 'match', fields: MATCH, ...over });
const ASKED =
  ' (Điều 57; lỗi ghi: Điều 77 Nghị định 168/2025/NĐ-CP), trả lời trong 30 ngày kể từ ngày nhận công văn (thời hạn do công văn đặt; điểm c khoản 1 Điều 216 Luật Doanh nghiệp).';
const DAYS = { roleTakenOn: '2025-06-01', today: '2026-01-05' };
const expired = verdict({ documentStatus: 'expired' });

describe('personWorklist', () => {
  it('personWorklist has no entry for a person who is as declared', () => {
    expect(personWorklist('0900000011', declared(), verdict({ documentStatus: 'valid' }), DAYS)).toEqual([]);
  });

  it('personWorklist proposes the value of police data for the one field to be corrected', () => {
    const correction = { field: 'dateOfBirth', value: '1990-11-03' } as const;
    expect(personWorklist('0900000011', declared(), verdict({ result: 'correctable', correction }), DAYS)).toEqual([
      {
        person: declared().fullName,
        kind: 'correction',
        field: 'dateOfBirth',
        current: '1990-03-11',
        proposed: '1990-11-03',
        why: `Dữ liệu của công an ghi ngày sinh khác; đề nghị xác nhận và sửa ngày sinh${ASKED}`,
      },
    ]);
  });

  it('a gender that police data leave empty is told by the number, and the task names both', () => {
    const correction = { field: 'gender', value: 'female' } as const;
    const [entry] = personWorklist('0900000011', declared(), verdict({ result: 'correctable', correction }), DAYS);
    expect(entry?.why).toMatch(/^Dữ liệu của công an hoặc số định danh cá nhân ghi giới tính khác;/u);
  });

  it('another article binds a household business, which owes the office no report', () => {
    const correction = { field: 'dateOfBirth', value: '1990-11-03' } as const;
    const [entry] = personWorklist('033190000012', declared(), verdict({ result: 'correctable', correction }), DAYS);
    expect(entry?.why).toMatch(/sửa ngày sinh \(Điều 101; lỗi ghi: Điều 115 Nghị định 168\/2025\/NĐ-CP\)\.$/u);
  });

  it('a task of a day before the present decree names the one that was in force', () => {
    const days = { roleTakenOn: '2023-06-01', today: '2025-06-30' };
    const [entry] = personWorklist('0900000011', declared(), expired, days);
    expect(entry?.why).toContain(
      '(Nghị định 01/2021/NĐ-CP (có hiệu lực khi đó; từ 01/07/2025 là Điều 57; lỗi ghi: Điều 77 Nghị định 168/2025/NĐ-CP))',
    );
  });

  it('personWorklist says that a document had expired before the role was taken, and not on that day', () => {
    expect(personWorklist('0900000011', declared(), expired, DAYS)).toEqual([
      {
        person: declared().fullName,
        kind: 'expired_document',
        field: 'documentNumber',
        current: '****3456',
        proposed: '',
        why: `Giấy tờ đã hết hạn trước ngày nhận vai trò (01/06/2025); đề nghị bổ sung giấy tờ còn hạn${ASKED}`,
      },
    ]);
  });

  it('personWorklist asks to retype a name with letters of another script', () => {
    const mixed = declared({ fullName: 'Nguyễn Vаn An' });
    expect(personWorklist('0900000011', mixed, verdict(), DAYS)).toMatchObject([{ kind: 'script', field: 'fullName' }]);
    expect(companyScripts({ name: 'CÔNG ΤΥ TNHH', headOfficeAddress: 'Số 1, Phố Hiến' })).toMatchObject([
      { kind: 'script', field: 'name' },
    ]);
  });

  it('personWorklist reports that the law ended a 9-digit CMND, whether or not police data have the person', () => {
    const cmnd = declared({ documentType: 'CMND', documentNumber: '145000001' });
    const why = `Chứng minh nhân dân 9 số hết giá trị từ ngày 01/01/2025; đề nghị bổ sung số định danh cá nhân${ASKED}`;
    for (const known of [expired, verdict({ result: 'not_found' })]) {
      expect(personWorklist('0900000011', cmnd, known, { ...DAYS, roleTakenOn: '2025-01-01' })).toMatchObject([
        { kind: 'expired_document', why },
      ]);
    }
    expect(
      personWorklist('0900000011', cmnd, verdict({ documentStatus: 'valid' }), { ...DAYS, roleTakenOn: '2024-12-31' }),
    ).toEqual([]);
    expect(
      personWorklist('0900000011', { ...cmnd, documentNumber: '033190123456' }, verdict(), {
        ...DAYS,
        roleTakenOn: '2025-01-01',
      }),
    ).toEqual([]);
  });
});

describe('conflictEntry', () => {
  it('conflictEntry names the value in use, and the way to correct it', () => {
    expect(conflictEntry({ field: 'name', kept: 'CÔNG TY A', other: 'CÔNG TY B' })).toEqual({
      kind: 'conflict',
      field: 'name',
      current: 'CÔNG TY A',
      proposed: 'CÔNG TY B',
      why: 'Cùng một ngày có hai giá trị khác nhau; tạm dùng “CÔNG TY A”. Nếu sai, gửi lại dòng đúng với cột Ngày thay đổi. Luật không đặt thời hạn cho việc này; theo quy chế phối hợp, cơ quan đăng ký kinh doanh xử lý trong 5 ngày làm việc kể từ ngày giao việc.',
    });
  });
});
