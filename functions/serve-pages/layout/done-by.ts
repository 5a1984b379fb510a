import type { ReplyItem } from '#shared/tables/replies.ts';
import { formatInstant } from './instant.ts';

/** States when a decision was made and, to its reader, by whom. @param ours the reader's own system */
export function whenAndBy(
  { takenAt, officer }: Pick<ReplyItem, 'takenAt' | 'officer'>,
  viewer: string,
  ours: string,
): string {
  const by = officer === undefined ? `qua ${ours}` : officer === viewer ? 'do bạn' : 'do đồng nghiệp';
  return `lúc ${formatInstant(takenAt)}; ${by}`;
}
