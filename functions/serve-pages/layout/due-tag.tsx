import { formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { Tag } from './components.tsx';

/** The day by which something has to be done, marked where it is over. */
export function DueTag({ due, today }: { readonly due: IsoDate; readonly today: IsoDate }) {
  return due < today ? <Tag colour="red">{`Quá hạn ${formatDate(due)}`}</Tag> : <>{`đến ${formatDate(due)}`}</>;
}
