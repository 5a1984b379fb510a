import { WORKLIST_KINDS } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { WORK_KINDS } from '#shared/use-cases/worklist-book.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { companiesIn } from '../layout/list-search.tsx';
import { askedBy, listView } from '../layout/list-view.tsx';
import { classIdOf, type OpenTask, openTasks, WORKLIST_PAGE } from './open-tasks.ts';
import { whoseFilter } from './whose.ts';

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
