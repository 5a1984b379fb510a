/** The people who may sign in at the desks of an embedded run: one for each role. */
export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly string[];
}

export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { id: 'office-1', name: 'Cán bộ đăng ký kinh doanh (mẫu)', groups: ['office'] },
  { id: 'office-2', name: 'Trưởng phòng đăng ký kinh doanh (mẫu)', groups: ['office'] },
  { id: 'police-1', name: 'Điều tra viên (mẫu)', groups: ['police'] },
  { id: 'police-2', name: 'Chỉ huy Phòng Cảnh sát hình sự (mẫu)', groups: ['police'] },
  { id: 'bank-970436', name: 'Giao dịch viên Vietcombank (mẫu)', groups: ['bank:970436'] },
  { id: 'bank-970418', name: 'Giao dịch viên BIDV (mẫu)', groups: ['bank:970418'] },
  { id: 'province-1', name: 'Văn phòng UBND tỉnh (mẫu)', groups: ['province'] },
  { id: 'operator-1', name: 'Người vận hành (mẫu)', groups: ['operator'] },
];
