import { type ClockName, LEGAL_CLOCKS } from '#shared/domain/vietnamese/legal-clocks.ts';
import { dueOn, clockStatusOf } from '#shared/domain/vietnamese/due-days.ts';
import { formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { Tag } from './components.tsx';

interface Props {
  readonly clock: ClockName;
  /** The day on which the time limit began. */
  readonly from: IsoDate;
  readonly today: IsoDate;
}

/** A tag with the day by which something has to be done, or that says that it is late. */
export function DueTag({ clock, from, today }: Props) {
  const due = dueOn(clock, from);
  const text = `${LEGAL_CLOCKS[clock].name}: ${formatDate(due)}`;
  return clockStatusOf(due, undefined, today) === 'late' ? (
    <Tag colour="red">{`Quá hạn ${formatDate(due)}`}</Tag>
  ) : (
    <span title={text}>{`đến ${formatDate(due)}`}</span>
  );
}
