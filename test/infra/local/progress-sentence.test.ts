import { describe, expect, it } from 'vitest';
import type { EventSourceMapping } from '#infra/local/deploy.ts';
import type { QueueProgress } from '#infra/local/event-sources.ts';
import { progressSentence } from '#infra/local/work-off.ts';

const urls = { files: 'q/files', registrations: 'q/registrations', companies: 'q/companies' };
const counts = (of: Readonly<Record<string, readonly [done: number, waiting: number]>>) =>
  new Map(
    Object.entries(of).map(([name, [done, waiting]]): [EventSourceMapping, QueueProgress] => [
      { queue: { url: `q/${name}` } } as EventSourceMapping,
      { done, failed: 0, waiting },
    ]),
  );

describe('the progress sentence', () => {
  it('the progress sentence gives the present step with its total and percent', () => {
    const progress = counts({ files: [12, 0], registrations: [3002, 1098], companies: [0, 5] });
    expect(progressSentence(progress, urls, 45.7)).toBe('Bước 2/9 · Đối chiếu nhân thân: 3.002/4.100 (73 %) · 45 giây');
  });
  it('the progress sentence never says 100 percent while something waits', () => {
    expect(progressSentence(counts({ files: [9999, 1] }), urls, 0)).toContain('(99 %)');
  });
  it('the progress sentence names the log once all companies are assessed', () => {
    const progress = counts({ companies: [7, 0], logEntries: [2, 6] });
    const queues = { ...urls, logEntries: 'q/logEntries' };
    expect(progressSentence(progress, queues, 9)).toBe('Bước 9/9 · Ghi nhật ký kiểm chứng: 2/8 (25 %) · 9 giây');
  });
  it('the progress sentence fits 80 columns with a province of ten million', () => {
    const progress = counts({ bankNotices: [9_999_999, 10_000_000] });
    expect(progressSentence(progress, { bankNotices: 'q/bankNotices' }, 86_400).length).toBeLessThan(80);
  });
  it('the progress sentence gives the rows of a large file, and 80 columns hold them', () => {
    const files = counts({ files: [0, 1] });
    expect(progressSentence(files, urls, 12, { rows: 25_000, total: 50_000 })).toBe(
      'Bước 1/9 · Đọc tệp: 0/1 (0 %) · 25.000/50.000 dòng · 12 giây',
    );
    expect(progressSentence(files, urls, 3, { rows: 5000, total: undefined })).toContain('xem trước 5.000 dòng');
    const many = progressSentence(counts({ files: [999, 1] }), urls, 86_400, { rows: 9_999_999, total: 10_000_000 });
    expect(many.length).toBeLessThan(80);
  });
  it('the progress sentence says nothing of rows once the files are read', () => {
    const later = counts({ files: [1, 0], registrations: [5, 5] });
    expect(progressSentence(later, urls, 3, { rows: 5000, total: 5000 })).not.toContain('dòng');
  });
  it('the progress sentence stays with the last step when all is done', () => {
    expect(progressSentence(counts({ files: [3, 0], companies: [7, 0] }), urls, 1)).toContain(
      'Đánh giá doanh nghiệp: 7/7 (100 %)',
    );
  });
});
