import { formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import { LEGAL_CLOCKS } from '#shared/domain/vietnamese/legal-clocks.ts';

/** The registered data of the company that a letter is addressed to. */
export interface Addressee {
  readonly enterpriseCode: string;
  readonly name: string;
  readonly headOfficeAddress: string;
  readonly registeredOn: IsoDate;
}

/** A paper of the registration office to a company: a letter (công văn) or, with a title, a decision. */
export interface Letter {
  readonly title?: string;
  readonly about: string;
  readonly addressee: string;
  readonly legalBases: readonly string[];
  readonly opening: string;
  readonly grounds: string;
  readonly asked: string;
  readonly points: readonly string[];
  readonly closing: readonly string[];
  readonly receivers: readonly string[];
}

/**
 * Asks a company to report on its business (Luật Doanh nghiệp Art. 216.1c). The letter contains data of the tax and
 * insurance offices and nothing about banks or the police. The officer who signs it may change it. @param isDrawn
 * whether the company was drawn by lot and is under no suspicion
 */
export function postCheckLetter(company: Addressee, grounds: string, isDrawn: boolean): Letter {
  const { enterpriseCode, name, headOfficeAddress, registeredOn } = company;
  const office = 'Sở Tài chính';
  const of = `${name} (mã số doanh nghiệp ${enterpriseCode}, đăng ký ngày ${formatDate(registeredOn)}, trụ sở chính: ${headOfficeAddress})`;
  return {
    about: isDrawn ? 'kiểm tra sau đăng ký doanh nghiệp' : 'báo cáo tình hình hoạt động của doanh nghiệp',
    addressee: `Kính gửi: ${name}`,
    legalBases: [
      'Luật Doanh nghiệp ngày 17 tháng 6 năm 2020, đã được sửa đổi, bổ sung năm 2025',
      'Nghị định số 168/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ về đăng ký doanh nghiệp',
    ],
    opening: isDrawn
      ? `${office} tiến hành hậu kiểm theo mẫu ngẫu nhiên đối với doanh nghiệp trên địa bàn tỉnh. ${of} được chọn vào mẫu; việc được chọn không có nghĩa là doanh nghiệp có vi phạm.`
      : `Qua rà soát dữ liệu về doanh nghiệp sau đăng ký, ${office} thấy ${of} chưa thể hiện hoạt động kinh doanh trên thực tế:`,
    grounds: isDrawn ? '' : grounds,
    asked: `Căn cứ điểm c khoản 1 Điều 216 Luật Doanh nghiệp, ${office} đề nghị doanh nghiệp gửi báo cáo bằng văn bản trong ${LEGAL_CLOCKS.companyReport.count} ngày kể từ ngày nhận được công văn này, gồm các nội dung:`,
    points: [
      '1. Tình hình hoạt động tại trụ sở chính và các địa điểm kinh doanh; người liên hệ, số điện thoại.',
      '2. Doanh thu, lao động và việc nộp hồ sơ khai thuế; nếu chưa hoạt động thì nêu rõ lý do.',
      '3. Tình hình góp vốn điều lệ, kèm bản sao chứng từ.',
      '4. Dự kiến tiếp tục kinh doanh, tạm ngừng kinh doanh (Điều 206) hoặc giải thể (Điều 207 Luật Doanh nghiệp).',
    ],
    closing: [
      `Trường hợp doanh nghiệp đã hoạt động mà dữ liệu chưa ghi nhận, đề nghị gửi kèm tài liệu chứng minh (tờ khai thuế, hóa đơn, hợp đồng) để ${office} cập nhật.`,
      `Doanh nghiệp không gửi báo cáo trong thời hạn ${String(LEGAL_CLOCKS.complianceReport.count).padStart(2, '0')} tháng kể từ ngày hết hạn nêu trên thuộc trường hợp bị thu hồi Giấy chứng nhận đăng ký doanh nghiệp theo điểm d khoản 1 Điều 212 Luật Doanh nghiệp.`,
      `Báo cáo gửi về ${office} ${HOME_PROVINCE.kind} ${HOME_PROVINCE.name} (Phòng Đăng ký kinh doanh). Trân trọng./.`,
    ],
    receivers: [
      'Như trên',
      'Cơ quan thuế quản lý trực tiếp (để phối hợp)',
      'UBND cấp xã nơi đặt trụ sở (để phối hợp)',
      'Lưu: VT, ĐKKD',
    ],
  };
}
