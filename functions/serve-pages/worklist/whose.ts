import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { ListFilter } from '../layout/list-view.tsx';
import type { OpenTask } from './open-tasks.ts';

/** The views of the worklist by assignee and due day. @param subject the reader */
export const whoseFilter = (subject: string, today: IsoDate): ListFilter<OpenTask> => ({
  label: 'Lọc theo người nhận việc',
  views: {
    all: { label: 'Tất cả', has: () => true },
    mine: { label: 'Của tôi', has: ({ task }) => task?.assignee?.subject === subject },
    free: { label: 'Chưa giao', has: ({ task }) => task?.assignee === undefined },
    late: { label: 'Quá hạn', has: ({ task }) => task?.dueOn !== undefined && task.dueOn < today },
  },
});
