/** The unit of a deadline. `hours` also run on days off. */
export type ClockUnit = 'calendar-days' | 'working-days' | 'months' | 'hours';

/** A deadline as data: its start, its length, who must meet it, and its legal text. */
export interface LegalClock {
  readonly name: string;
  readonly from: string;
  readonly count: number;
  readonly unit: ClockUnit;
  /** The body that must meet the deadline. */
  readonly owes: 'company' | 'police' | 'bank' | 'office' | 'operator';
  readonly source: string;
  /** Whether the legal text has been seen only in secondary sources. */
  readonly toCompare?: true;
  /** Set where no law gives the deadline: it is an agreement of the bodies, or a setting of the stage. */
  readonly agreed?: true;
}

/** Every deadline that the system watches. Days due are computed from it, and stored nowhere. */
export const LEGAL_CLOCKS = {
  capitalContribution: {
    name: 'Góp đủ vốn điều lệ',
    from: 'ngày ghi trên giấy chứng nhận đăng ký doanh nghiệp',
    count: 90,
    unit: 'calendar-days',
    owes: 'company',
    source: 'Luật Doanh nghiệp 59/2020/QH14 Điều 47, 75, 113',
  },
  capitalReduction: {
    name: 'Đăng ký giảm vốn khi chưa góp đủ',
    from: 'ngày hết hạn góp vốn',
    count: 30,
    unit: 'calendar-days',
    owes: 'company',
    source: 'Luật Doanh nghiệp 59/2020/QH14 Điều 47, 75, 113',
  },
  ownersDeclaration: {
    name: 'Thông báo thay đổi chủ sở hữu hưởng lợi',
    from: 'ngày có thay đổi',
    count: 10,
    unit: 'calendar-days',
    owes: 'company',
    source: 'Nghị định 168/2025/NĐ-CP Điều 52 khoản 1, 2',
  },
  policeAnswer: {
    name: 'Công an trả lời kết quả xác minh',
    from: 'ngày hồ sơ được chuyển sang công an',
    count: 30,
    unit: 'calendar-days',
    owes: 'police',
    source: 'Nghị định 168/2025/NĐ-CP Điều 68, 69',
  },
  revocationDecision: {
    name: 'Quyết định thu hồi sau khi có căn cứ',
    from: 'ngày nhận văn bản xác định giả mạo',
    count: 3,
    unit: 'working-days',
    owes: 'office',
    source: 'Nghị định 168/2025/NĐ-CP Điều 68, 69',
  },
  complianceReport: {
    name: 'Doanh nghiệp báo cáo theo yêu cầu',
    from: 'ngày hết hạn báo cáo hoặc có yêu cầu bằng văn bản',
    count: 6,
    unit: 'months',
    owes: 'company',
    source: 'Luật Doanh nghiệp 59/2020/QH14 Điều 212 khoản 1 điểm d',
  },
  companyReport: {
    name: 'Doanh nghiệp trả lời công văn của cơ quan đăng ký kinh doanh',
    from: 'ngày nhận được công văn',
    count: 30,
    unit: 'calendar-days',
    owes: 'company',
    source: 'Luật Doanh nghiệp 59/2020/QH14 Điều 216 khoản 1 điểm c; thời hạn do công văn đặt',
    agreed: true,
  },
  incidentReport: {
    name: 'Báo cáo sự cố an toàn thông tin',
    from: 'lúc phát hiện',
    count: 24,
    unit: 'hours',
    owes: 'operator',
    source: 'Nghị định 331/2026/NĐ-CP Điều 31',
    toCompare: true,
  },
  dataBreachNotice: {
    name: 'Thông báo vi phạm dữ liệu cá nhân',
    from: 'lúc phát hiện',
    count: 72,
    unit: 'hours',
    owes: 'operator',
    source: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 Điều 23; Nghị định 356/2025/NĐ-CP Điều 28',
  },
  subjectFirstAnswer: {
    name: 'Trả lời lần đầu yêu cầu của chủ thể dữ liệu',
    from: 'ngày nhận yêu cầu',
    count: 2,
    unit: 'working-days',
    owes: 'operator',
    source: 'Nghị định 356/2025/NĐ-CP Điều 5',
  },
  bankAcknowledgement: {
    name: 'Ngân hàng xác nhận đã nhận thông báo',
    from: 'ngày thông báo',
    count: 3,
    unit: 'working-days',
    owes: 'bank',
    source: 'quy chế phối hợp; tham số của hệ thống',
    agreed: true,
  },
  bankAnswer: {
    name: 'Ngân hàng trả lời kết quả rà soát',
    from: 'ngày thông báo',
    count: 30,
    unit: 'calendar-days',
    owes: 'bank',
    source: 'quy chế phối hợp; tham số của hệ thống',
    agreed: true,
  },
  noticeRelease: {
    name: 'Người có thẩm quyền duyệt thông báo gửi ngân hàng',
    from: 'ngày hệ thống đề xuất',
    count: 1,
    unit: 'working-days',
    owes: 'police',
    source: 'quy chế phối hợp; tham số của hệ thống',
    agreed: true,
  },
  objectionReview: {
    name: 'Xem lại khi ngân hàng, doanh nghiệp đề nghị',
    from: 'ngày nhận đề nghị',
    count: 10,
    unit: 'working-days',
    owes: 'police',
    source: 'Luật Khiếu nại 02/2011/QH13 Điều 27',
    toCompare: true,
  },
  officeTask: {
    name: 'Cơ quan đăng ký xử lý việc được giao',
    from: 'ngày giao việc',
    count: 5,
    unit: 'working-days',
    owes: 'office',
    source: 'quy chế phối hợp; tham số của hệ thống',
    agreed: true,
  },
  bankQuestion: {
    name: 'Ngân hàng trả lời câu hỏi về tài khoản',
    from: 'ngày hỏi',
    count: 3,
    unit: 'working-days',
    owes: 'bank',
    source: 'quy chế phối hợp; tham số của hệ thống',
    agreed: true,
  },
  feedFile: {
    name: 'Đơn vị gửi dữ liệu của tháng',
    from: 'ngày cuối của tháng',
    count: 10,
    unit: 'calendar-days',
    owes: 'bank',
    source: 'quy chế phối hợp; tham số của hệ thống',
    agreed: true,
  },
} as const satisfies Readonly<Record<string, LegalClock>>;

export type ClockName = keyof typeof LEGAL_CLOCKS;
