import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { isLate, type OpenTask } from './open-tasks.ts';

type Passes = (task: OpenTask, subject: string, today: IsoDate) => boolean;

/** The views of the worklist by assignee and due day. */
export const WHOSE: Readonly<Record<string, { readonly label: string; readonly passes: Passes }>> = {
  all: { label: 'Tất cả', passes: () => true },
  mine: { label: 'Của tôi', passes: ({ task }, subject) => task?.assignee?.subject === subject },
  free: { label: 'Chưa giao', passes: ({ task }) => task?.assignee === undefined },
  late: { label: 'Quá hạn', passes: (task, _, today) => isLate(task, today) },
};

export const whoseOf = (asked = 'all'): string => (Object.hasOwn(WHOSE, asked) ? asked : 'all');
