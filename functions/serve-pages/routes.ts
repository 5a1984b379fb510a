import type { Desk, DeskRoute } from './admit.ts';

type Load<Name extends string> = () => Promise<Readonly<Record<Name, DeskRoute['answer']>>>;
type Places<Name extends string> = Readonly<Record<Name, readonly [method: DeskRoute['method'], path: string]>>;

/**
 * The routes of a file's functions by their names. The file is loaded when one of its routes is first asked for, because
 * what the pages of all desks need is most of the code.
 */
function pages<Name extends string>(desk: Desk, load: Load<NoInfer<Name>>, places: Places<Name>): DeskRoute[] {
  const routes: DeskRoute[] = [];
  for (const name in places) {
    const [method, path] = places[name];
    routes.push({ method, path, desk, answer: async (visit, ports) => (await load())[name](visit, ports) });
  }
  return routes;
}

const downloads: typeof pages = (...asked) => pages(...asked).map((route) => ({ ...route, isDownload: true }));

/** The pages of the files that a desk's people send. */
const filesOf = (desk: 'office' | 'bank'): DeskRoute[] => [
  ...pages(desk, () => import('./office-files/list-files.tsx'), { listFiles: ['GET', `/${desk}/files`] }),
  ...pages(desk, () => import('./office-files/show-receipt.tsx'), { showReceipt: ['GET', `/${desk}/files/receipt`] }),
  ...downloads(desk, () => import('./office-files/file-result.ts'), { fileResult: ['GET', `/${desk}/files/result`] }),
  ...pages(desk, () => import('./office-files/confirm-heading.ts'), {
    confirmHeading: ['POST', `/${desk}/files/heading`],
  }),
  ...pages(desk, () => import('./office-files/upload-files.tsx'), { uploadFiles: ['GET', `/${desk}/upload`] }),
  ...downloads(desk, () => import('./office-files/template.tsx'), { fileTemplate: ['GET', `/${desk}/template`] }),
  ...pages(desk, () => import('./office-files/take-uploads.ts'), { takeUploads: ['GET', `/${desk}/upload/sent`] }),
  ...pages(desk, () => import('./office-files/take-uploads.ts'), { takeUploads: ['POST', `/${desk}/upload/sent`] }),
];

/** The forms for files at a page, and the files themselves at another. */
const attachmentsOf = (desk: 'office' | 'police', page: string, owner: string): DeskRoute[] => [
  ...pages(desk, () => import('./attachments/attach-file.tsx'), {
    attachPage: ['GET', `${page}/attach`],
    takeAttachment: ['GET', `${page}/attached`],
  }),
  ...pages(desk, () => import('./attachments/attach-file.tsx'), { takeAttachment: ['POST', `${page}/attached`] }),
  ...downloads(desk, () => import('./attachments/attach-file.tsx'), {
    openAttachment: ['GET', `${owner}/attachment`],
  }),
];

const mailOf = (desk: Desk): DeskRoute[] =>
  pages(desk, () => import('./mail/choose-mail.tsx'), {
    showMail: ['GET', `/${desk}/mail`],
    chooseMail: ['POST', `/${desk}/mail`],
  });

const searchOf = (desk: 'office' | 'police'): DeskRoute[] =>
  pages(desk, () => import('./search/search-page.tsx'), {
    searchPage: ['GET', `/${desk}/search`],
    search: ['POST', `/${desk}/search`],
  });

const DESKS: readonly Desk[] = ['office', 'police', 'bank', 'province', 'operator'];

/** Every page and form of the desks, with the desk that it belongs to. */
export const ROUTES: readonly DeskRoute[] = [
  ...DESKS.flatMap(mailOf),
  ...filesOf('office'),
  ...pages('office', () => import('./office-files/decide-on-file.ts'), {
    decideOnFile: ['POST', '/office/files/release'],
  }),
  ...pages('office', () => import('./taking-back/vote-on-file.ts'), { voteAtOffice: ['POST', '/office/files/vote'] }),
  ...pages('office', () => import('./worklist/list-worklist.tsx'), { listWorklist: ['GET', '/office/worklist'] }),
  ...pages('office', () => import('./worklist/settle-many.ts'), { settleMany: ['POST', '/office/worklist'] }),
  ...pages('office', () => import('./worklist/open-tasks.ts'), { findTasks: ['POST', '/office/worklist/find'] }),
  ...downloads('office', () => import('./worklist/worklist-file.ts'), {
    worklistFile: ['GET', '/office/worklist/book'],
  }),
  ...pages('office', () => import('./worklist/show-task.tsx'), { showTask: ['GET', '/office/worklist/{code}/{task}'] }),
  ...pages('office', () => import('./worklist/settle-one.ts'), {
    settleOne: ['POST', '/office/worklist/{code}/{task}'],
  }),
  ...attachmentsOf('office', '/office/worklist/{code}/{task}', '/office/companies/{code}'),
  ...downloads('office', () => import('./worklist/write-letter.ts'), {
    writeLetter: ['GET', '/office/worklist/{code}/{task}/letter'],
  }),
  ...pages('office', () => import('./worklist/list-corrections.tsx'), {
    listCorrections: ['GET', '/office/corrections'],
  }),
  ...downloads('office', () => import('./worklist/list-corrections.tsx'), {
    correctionFile: ['GET', '/office/corrections/file'],
  }),
  ...pages('police', () => import('./police/list-cases.tsx'), {
    listCases: ['GET', '/police/cases'],
    nextCase: ['GET', '/police/next-case'],
  }),
  ...pages('police', () => import('./police/assign-cases.ts'), { assignCases: ['POST', '/police/cases'] }),
  ...pages('police', () => import('./police/cases-asked.ts'), { findCases: ['POST', '/police/cases/find'] }),
  ...pages('police', () => import('./police/show-case.tsx'), { showCase: ['GET', '/police/cases/{id}'] }),
  ...downloads('police', () => import('./police/export-case.ts'), {
    exportCase: ['GET', '/police/cases/{id}/export/{form}'],
  }),
  ...downloads('police', () => import('./police/open-dossier.ts'), {
    openDossier: ['GET', '/police/cases/{id}/dossier'],
  }),
  ...pages('police', () => import('./police/export-period.tsx'), { exportsPage: ['GET', '/police/exports'] }),
  ...downloads('police', () => import('./police/export-period.tsx'), { exportPeriod: ['GET', '/police/exports/file'] }),
  ...pages('police', () => import('./police/decide-case.ts'), { decideCase: ['POST', '/police/cases/{id}/decision'] }),
  ...pages('police', () => import('./police/note-case.ts'), { noteCase: ['POST', '/police/cases/{id}/notes'] }),
  ...attachmentsOf('police', '/police/cases/{id}', '/police/cases/{id}'),
  ...pages('police', () => import('./reviews/object-for-company.ts'), {
    objectForCompany: ['POST', '/police/cases/{id}/objections'],
  }),
  ...pages('police', () => import('./bank-accounts/show-account.tsx'), {
    showAccount: ['GET', '/police/accounts/{ref}'],
  }),
  ...pages('police', () => import('./bank-accounts/act-on-account.ts'), {
    listAccount: ['POST', '/police/accounts/{ref}/listing'],
    askBank: ['POST', '/police/accounts/{ref}/questions'],
  }),
  ...searchOf('police'),
  ...pages('police', () => import('./company/show-company.tsx'), { showCompany: ['GET', '/police/companies/{code}'] }),
  ...searchOf('office'),
  ...pages('office', () => import('./company/show-company.tsx'), {
    showRegistered: ['GET', '/office/companies/{code}'],
  }),
  ...pages('police', () => import('./police/report-crime.tsx'), {
    showCrimeReport: ['GET', '/police/crime-report'],
    reportCrime: ['POST', '/police/crime-report'],
  }),
  ...pages('police', () => import('./reviews/list-reviews.tsx'), { listReviews: ['GET', '/police/reviews'] }),
  ...pages('police', () => import('./reviews/show-review.tsx'), {
    showReview: ['GET', '/police/reviews/{notice}/{review}'],
  }),
  ...pages('police', () => import('./reviews/settle-review.ts'), {
    settleReview: ['POST', '/police/reviews/{notice}/{review}'],
  }),
  ...pages('police', () => import('./police/list-releases.tsx'), { listReleases: ['GET', '/police/releases'] }),
  ...pages('police', () => import('./police/vote-on-releases.ts'), { voteOnReleases: ['POST', '/police/releases'] }),
  ...pages('police', () => import('./police/releases-asked.ts'), { findReleases: ['POST', '/police/releases/find'] }),
  ...pages('bank', () => import('./bank/list-notices.tsx'), { listNotices: ['GET', '/bank/notices'] }),
  ...pages('bank', () => import('./bank/find-notices.ts'), { findNotices: ['POST', '/bank/notices'] }),
  ...downloads('bank', () => import('./bank/notices-file.ts'), { noticesFile: ['GET', '/bank/notices-file'] }),
  ...pages('bank', () => import('./bank/answer-many.ts'), { answerMany: ['POST', '/bank/answers'] }),
  ...pages('bank', () => import('./bank/show-notice.tsx'), { showNotice: ['GET', '/bank/notices/{id}'] }),
  ...pages('bank', () => import('./bank/answer-notice.ts'), {
    acknowledgeNotice: ['POST', '/bank/notices/{id}/acknowledgement'],
    answerNotice: ['POST', '/bank/notices/{id}/decision'],
    objectToNotice: ['POST', '/bank/notices/{id}/review'],
  }),
  ...filesOf('bank'),
  ...pages('bank', () => import('./bank/report-account.tsx'), {
    showReport: ['GET', '/bank/report'],
    reportAccount: ['POST', '/bank/report'],
  }),
  ...pages('bank', () => import('./bank/show-connection.tsx'), { showConnection: ['GET', '/bank/connection'] }),
  ...pages('bank', () => import('./bank/change-connection.ts'), {
    sendTest: ['POST', '/bank/connection/test'],
    changeKey: ['POST', '/bank/connection/key'],
  }),
  ...pages('province', () => import('./province/show-figures.tsx'), { showFigures: ['GET', '/province/figures'] }),
  ...pages('province', () => import('./province/report-of-period.ts'), { askReport: ['POST', '/province/report'] }),
  ...downloads('province', () => import('./province/report-of-period.ts'), {
    openReport: ['GET', '/province/report'],
  }),
  ...pages('province', () => import('./province/show-measures.tsx'), { showMeasures: ['GET', '/province/measures'] }),
  ...pages('province', () => import('./province/switch-measure.ts'), {
    askSwitch: ['POST', '/province/measures'],
    voteSwitch: ['POST', '/province/measures/vote'],
  }),
  ...pages('province', () => import('./province/show-workload.tsx'), { showWorkload: ['GET', '/province/workload'] }),
  ...pages('province', () => import('./province/show-log.tsx'), {
    showLog: ['GET', '/province/log'],
    findInLog: ['POST', '/province/log/find'],
  }),
  ...pages('operator', () => import('./operator/show-system.tsx'), { showSystem: ['GET', '/operator/system'] }),
  ...pages('operator', () => import('./operator/list-receivers.tsx'), {
    listReceivers: ['GET', '/operator/receivers'],
  }),
  ...pages('operator', () => import('./operator/request-task.ts'), { requestTask: ['POST', '/operator/tasks'] }),
  ...pages('operator', () => import('./taking-back/vote-on-file.ts'), {
    voteAsOperator: ['POST', '/operator/files/vote'],
  }),
  ...pages('operator', () => import('./operator/people.tsx'), {
    showPeople: ['GET', '/operator/people'],
    endSessions: ['POST', '/operator/people'],
  }),
];
