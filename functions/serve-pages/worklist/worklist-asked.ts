import { WORKLIST_KINDS } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { WORK_KINDS } from '#shared/use-cases/worklist-book.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { companiesIn } from '../search/list-search.ts';
import { askedBy, listView, type ListFilter } from '../layout/list-view.tsx';
import { classIdOf, type OpenTask, openTasks, WORKLIST_PAGE } from './open-tasks.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

const KINDS = {
  label: 'Lọc theo loại việc',
  hidesEmpty: true as const,
  views: {
    '': { label: 'Mọi loại', has: () => true },
    ...Object.fromEntries(
      WORKLIST_KINDS.map((kind) => [
        kind,
        { label: WORK_KINDS[kind], has: ({ entry }: OpenTask) => entry.kind === kind },
      ]),
    ),
  },
};

/** The office's tasks as an address or a form of the list asks for them: of one class or one search, in one view. */
export async function worklistAsked(visit: Visit, ports: ServePagesPorts) {
  const asked = askedBy(visit);
  const ofClass = asked['class'] ?? '';
  const all = await openTasks(ports);
  const ofView = ofClass === '' ? all : all.filter((task) => classIdOf(task) === ofClass);
  const sought = await companiesIn(WORKLIST_PAGE, ofView, companyOf, visit, ports);
  const view = listView(ofView, {
    path: WORKLIST_PAGE,
    asked,
    filters: { whose: whoseFilter(visit.officer.subject, ports.rulesClock.today()), kind: KINDS },
    kept: { class: ofClass },
    sought,
  });
  return { asked, ofClass, sought, view };
}

const companyOf = ({ enterpriseCode, companyName }: OpenTask) => ({ enterpriseCode, name: companyName });

/** The views of the worklist by assignee and due day. @param subject the reader */
const whoseFilter = (subject: string, today: IsoDate): ListFilter<OpenTask> => ({
  label: 'Lọc theo người nhận việc',
  views: {
    all: { label: 'Tất cả', has: () => true },
    mine: { label: 'Của tôi', has: ({ task }) => task?.assignee?.subject === subject },
    free: { label: 'Chưa giao', has: ({ task }) => task?.assignee === undefined },
    late: { label: 'Quá hạn', has: ({ task }) => task?.dueOn !== undefined && task.dueOn < today },
  },
});
