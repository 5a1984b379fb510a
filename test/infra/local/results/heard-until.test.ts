import { describe, expect, it } from 'vitest';
import { heardAtAll, heardSentence, heardUntil } from '#infra/local/results/heard-until.ts';
import { companyFacts } from '#test/support/company-facts.ts';

const heardBy = (coverage: object) => heardUntil({ ...companyFacts(), asOf: '2025-12-31', coverage });

describe('up to which day feeds were heard', () => {
  it('is told of each company, and of what could not be asked nothing', () => {
    const some = heardBy({
      signals: {
        BHXH: { from: '2025-01-01', to: '2025-11-30' },
        TO_KHAI_THUE: { from: '2025-01-01', to: '2025-12-20' },
      },
      identities: 'listed',
      subscribers: false,
      flows: {},
    });
    expect(some).toEqual({ identities: '2025-12-31', activities: '2025-12-20' });
    const nothing = heardBy({ signals: {}, identities: 'none', subscribers: false, flows: {} });
    expect(heardSentence(heardAtAll([some, nothing]))).toBe(
      'công an đến 31/12/2025 (1 doanh nghiệp chưa xét được); thuế, BHXH, kiểm tra đến 20/12/2025 (1 doanh nghiệp chưa xét được); ngân hàng chưa có dữ liệu; thuê bao chưa có dữ liệu',
    );
  });
});
