import { describe, expect, it } from 'vitest';
import { coverageSentence, coveredUntil, latestCoverage } from '#infra/local/results/covered-until.ts';

const coveredBy = (coverage: Parameters<typeof coveredUntil>[1]) => coveredUntil('2025-12-31', coverage);

describe('the coverage dates of each company', () => {
  it('each company has the last covered day of each feed, and the missing sources', () => {
    const some = coveredBy({
      signals: {
        BHXH: { from: '2025-01-01', to: '2025-11-30' },
        TO_KHAI_THUE: { from: '2025-01-01', to: '2025-12-20' },
      },
      identities: 'listed',
      subscribers: false,
      flows: {},
    });
    expect(some).toEqual({ identities: '2025-12-31', activities: '2025-12-20' });
    const nothing = coveredBy({ signals: {}, identities: 'none', subscribers: false, flows: {} });
    expect(coverageSentence(latestCoverage([some, nothing]))).toBe(
      'công an đến 31/12/2025 (1 doanh nghiệp chưa xét được); thuế, BHXH, kiểm tra đến 20/12/2025 (1 doanh nghiệp chưa xét được); ngân hàng chưa có dữ liệu; thuê bao chưa có dữ liệu',
    );
  });
});
