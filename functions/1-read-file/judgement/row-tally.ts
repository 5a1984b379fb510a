import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import type { FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import type { Objection } from './objection.ts';

/** The limits from which a file is stopped for its rows. */
export interface HoldLimits {
  /** The share of rows, 0…1, that are rejected for one reason in one column. */
  readonly share: number;
  /** The least number of such rows: a few bad rows of a short file do not stop the file. */
  readonly rows: number;
}

/** A dropped cell loses no row, so a file is stopped only for a larger number of them. */
const LEFT_OUT_TIMES = 2.5;
/** Lost letters concern a whole file, so fewer rows prove them. */
const GARBLED_PART = 0.25;

/** Too many people of one company say nothing about the file's other rows. */
const OF_ITS_OWN: ReadonlySet<string> = new Set(['too_many']);

interface Count {
  readonly column: string;
  readonly code: string;
  readonly message: string;
  rows: number;
}

/** Counts the rejected rows and the dropped cells of a file, by column and reason. */
export class RowTally {
  rows = 0;
  readonly #rejected = new Map<string, Count>();
  readonly #leftOut = new Map<string, Count>();

  add(event: Exclude<FeedEvent, { type: 'opened' }>): void {
    this.rows += 1;
    if (event.type === 'rejected' && OF_ITS_OWN.has(event.code)) return;
    if (event.type === 'rejected') return addTo(this.#rejected, event.column, event.code, event.message);
    for (const { field, proposed, why } of event.repairs) if (proposed === '') addTo(this.#leftOut, field, why, why);
  }

  objection({ share, rows }: HoldLimits): Objection | undefined {
    const garbled = [...this.#rejected.values()].filter(({ code }) => code === 'encoding');
    const lost = garbled.reduce((sum, one) => sum + one.rows, 0);
    if (lost >= rows * GARBLED_PART && lost >= this.rows * share * GARBLED_PART && lost > 1)
      return { code: 'garbled', message: garbledMessage(lost, this.rows, garbled) };
    const most = largest(this.#rejected);
    if (most && most.rows >= rows && most.rows > this.rows * share)
      return {
        code: 'many_rejected',
        message: `${held(most.rows, this.rows, 'dòng bị từ chối')}: ${most.message} ${most.code === 'kind_not_yours' ? ADVICE_TO_ANOTHER : ADVICE}`,
      };
    const left = largest(this.#leftOut);
    if (left && left.rows >= rows && left.rows > this.rows * Math.min(1, share * LEFT_OUT_TIMES))
      return {
        code: 'many_left_out',
        message: `${held(left.rows, this.rows, 'dòng phải bỏ trống một ô')}: ${left.message} ${ADVICE}`,
      };
    return undefined;
  }
}

const ADVICE =
  'Chưa dòng nào của tệp được dùng. Hãy sửa rồi gửi lại cả tệp, hoặc báo đơn vị vận hành cho dùng phần đọc được.';
/** The same rows are rejected there each time. */
const ADVICE_TO_ANOTHER =
  'Chưa dòng nào của tệp được dùng. Gửi lại ở đây không có tác dụng: hãy nhờ người vận hành đặt tệp vào thư mục của cơ quan có dữ liệu; nếu tệp có cả dòng của mình thì gửi riêng các dòng đó.';
const held = (rows: number, all: number, what: string) =>
  `Giữ lại cả tệp vì ${formatCount(rows)} trên ${formatCount(all)} ${what}`;

const garbledMessage = (lost: number, all: number, counts: readonly Count[]): string => {
  const names = [...new Set(counts.map(({ column }) => `“${column}”`))].join(', ');
  return `Giữ lại cả tệp vì chữ có dấu đã hỏng do lưu sai bảng mã ở ${formatCount(lost)} trên ${formatCount(all)} dòng (cột ${names}). Hãy lưu lại từ phần mềm gốc dạng .xlsx hoặc CSV UTF-8 rồi gửi lại; chưa dòng nào của tệp được dùng.`;
};

function addTo(counts: Map<string, Count>, column: string, code: string, message: string): void {
  const key = `${column}\n${code}`;
  const known = counts.get(key);
  if (known === undefined) counts.set(key, { column, code, message, rows: 1 });
  else known.rows += 1;
}

const largest = (counts: ReadonlyMap<string, Count>): Count | undefined =>
  [...counts.values()].reduce<Count | undefined>(
    (most, one) => (most && most.rows >= one.rows ? most : one),
    undefined,
  );
