import type { HandlingStatus } from '#shared/domain/notification/states.ts';
import { Tag } from './components.tsx';
import { formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';

const STATUS: Readonly<Record<string, readonly [colour: string, label: string]>> = {
  issued: ['blue', 'Mới'],
  delivered: ['blue', 'Mới'],
  acknowledged: ['yellow', 'Đã nhận'],
  acted: ['green', 'Đã xử lý'],
  rejected: ['grey', 'Không thấy dấu hiệu'],
  confirmed: ['red', 'Đã xác nhận'],
  dismissed: ['grey', 'Đã bác bỏ'],
  withdrawn: ['grey', 'Đã rút'],
};

export const statusLabel = (status: string): string => STATUS[status]?.[1] ?? status;

/** A tag with the handling status of a notice, or with the police's decision on it. */
export function StatusTag({ status }: { readonly status: string }) {
  return <Tag colour={STATUS[status]?.[0] ?? 'grey'}>{statusLabel(status)}</Tag>;
}

/** The status of the police's notice, where a confirmation and a dismissal have words of their own. */
export function policeStatus(level: 'watch' | 'act', handlingStatus: HandlingStatus): string {
  if (level === 'act') return 'confirmed';
  return handlingStatus === 'rejected' ? 'dismissed' : handlingStatus;
}

/** The day by which something has to be done, marked where it is over. */
export function DueTag({ due, today }: { readonly due: IsoDate; readonly today: IsoDate }) {
  return due < today ? <Tag colour="red">{`Quá hạn ${formatDate(due)}`}</Tag> : <>{`đến ${formatDate(due)}`}</>;
}
