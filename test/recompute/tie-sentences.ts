import { paidTo } from './paid-figures.ts';
import { is, type SentenceClass } from './sentence-class.ts';
import { DAY } from './shown.ts';
import { groupFigures, peopleWith } from './tie-figures.ts';
import type { Company } from './company.ts';

const newestStatus = (kind: string, { signals }: Company) => signals(kind).at(-1);

const GROUP = String.raw`Cùng (?<kind>.+?) với các doanh nghiệp khác \(nhóm có từ (?<size>\d+) doanh nghiệp trở lên, kể cả doanh nghiệp này\)`;

/** The classes about what authorities say, about people, and about ties to other companies. */
export const TIE_SENTENCES: readonly SentenceClass[] = [
  is(
    'trạng thái của cơ quan',
    String.raw`(?:Cơ quan thuế chờ xác minh vì rủi ro|Không hoạt động tại địa chỉ đã đăng ký) \(trạng thái (?<status>(?:thuế |pháp lý )?[\d-]+) từ (?<on>${DAY})\)\.`,
    (said, company) => {
      const [, office = ''] = /^(thuế |pháp lý )/u.exec(said.status ?? '') ?? [];
      const status = newestStatus(office === 'pháp lý ' ? 'TRANG_THAI_PHAP_LY' : 'TRANG_THAI_THUE', company);
      return { status: `${office}${status?.value}`, on: status?.on };
    },
  ),
  is(
    'kiểm tra trụ sở',
    String.raw`(?:Kiểm tra ngày (?<missed>${DAY}) không tìm thấy|kiểm tra ngày (?<met>${DAY}) thấy) doanh nghiệp .*`,
    (said, company) => {
      const visit = company.signals('KIEM_TRA_TRU_SO').at(-1);
      return visit?.value === 'CO_HOAT_DONG'
        ? { visited: visit.on, met: visit.on, missed: said.missed && 'có hoạt động' }
        : { visited: visit?.on, missed: visit?.on, met: said.met && 'không tìm thấy' };
    },
  ),
  is(
    'nhân thân',
    String.raw`(?<people>\d+) (?:người đại diện theo pháp luật|(?<others>người khác trong hồ sơ)) \(số giấy tờ (?<numbers>[^)]+)\) .*`,
    peopleWith,
  ),
  is(
    'liên hệ với doanh nghiệp có dấu hiệu',
    String.raw`${GROUP}: (?:ít nhất một nửa nhóm đăng ký trong vòng (?<days>\d+) ngày; )?ít nhất (?:(?<bad>\d+) doanh nghiệp khác có dấu hiệu nguy hiểm của chính mình(?:, trong đó ít nhất )?)?(?:(?<worse>\d+) doanh nghiệp (?:khác )?có từ hai dấu hiệu hoặc một dấu hiệu nặng(?: của chính mình)?)?\.`,
    groupFigures,
  ),
  is(
    'thiết bị của doanh nghiệp khác',
    String.raw`Tài khoản được dùng từ thiết bị mà tài khoản của doanh nghiệp khác cũng dùng \(nhóm từ (?<size>\d+), dưới 10 doanh nghiệp, kể cả doanh nghiệp này\)(?:; (?<nine>\d+) tài khoản nhận chính cũng chỉ vài doanh nghiệp \(dưới 10\) trả tiền|, tuy không có người đứng tên chung)\.`,
    (said, company, world) => ({
      ...groupFigures({ ...said, kind: 'thiết bị giao dịch' }, company, world),
      nine: said.nine && paidTo(company, world).nine,
    }),
  ),
  is(
    'người có tên ở nhiều doanh nghiệp',
    String.raw`Một người của hồ sơ có tên ở từ (?<size>\d+) doanh nghiệp trở lên\.`,
    (said, company, world) => groupFigures({ ...said, kind: 'người đứng tên' }, company, world),
  ),
];
