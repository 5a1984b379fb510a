import { Tag } from './components.tsx';

const STATUS: Readonly<Record<string, readonly [colour: string, label: string]>> = {
  issued: ['blue', 'Mới'],
  delivered: ['blue', 'Mới'],
  acknowledged: ['yellow', 'Đã nhận'],
  acted: ['green', 'Đã xử lý'],
  rejected: ['grey', 'Không áp dụng'],
  confirmed: ['red', 'Đã xác nhận'],
};

/** A tag with the handling status of a notice. */
export function StatusTag({ status }: { readonly status: string }) {
  const [colour, label] = STATUS[status] ?? ['grey', status];
  return <Tag colour={colour}>{label}</Tag>;
}
