import type { DeskRoute } from './admit.ts';
import { acknowledgeNotice, answerNotice, objectToNotice } from './bank/answer-notice.ts';
import { changeKey, sendTest } from './bank/change-connection.ts';
import { answerMany } from './bank/answer-many.ts';
import { noticesFile } from './bank/notices-file.ts';
import { reportAccount, showReport } from './bank/report-account.tsx';
import { showConnection } from './bank/show-connection.tsx';
import { NOTICES_PAGE } from './bank/find-notices.ts';
import { listNotices } from './bank/list-notices.tsx';
import { showNotice } from './bank/show-notice.tsx';
import { findIn } from './layout/list-search.tsx';
import { fileResult } from './office-files/file-result.ts';
import { listFiles } from './office-files/list-files.tsx';
import { confirmHeading } from './office-files/confirm-heading.tsx';
import { decideOnFile } from './office-files/decide-on-file.ts';
import { correctionFile, listCorrections } from './worklist/list-corrections.tsx';
import { worklistFile } from './worklist/worklist-file.ts';
import { WORKLIST_PAGE } from './worklist/open-tasks.ts';
import { listWorklist } from './worklist/list-worklist.tsx';
import { settleMany } from './worklist/settle-many.ts';
import { settleOne } from './worklist/settle-one.ts';
import { showTask } from './worklist/show-task.tsx';
import { writeLetter } from './worklist/write-letter.ts';
import { showReceipt } from './office-files/show-receipt.tsx';
import { SENT_PAGE, takeUploads } from './office-files/take-uploads.ts';
import { fileTemplate } from './office-files/template.tsx';
import { uploadFiles } from './office-files/upload-files.tsx';
import { requestTask } from './operator/request-task.ts';
import { listReceivers } from './operator/list-receivers.tsx';
import { PEOPLE_PAGE } from './operator/page-paths.ts';
import { endSessions, showPeople } from './operator/people.tsx';
import { showSystem } from './operator/show-system.tsx';
import { showFigures } from './province/show-figures.tsx';
import { showMeasures } from './province/show-measures.tsx';
import { askSwitch, voteSwitch } from './province/switch-measure.ts';
import { assignCases } from './police/assign-cases.ts';
import { CASES_PAGE } from './police/cases-asked.ts';
import { decideCase } from './police/decide-case.ts';
import { exportCase } from './police/export-case.ts';
import { exportPeriod, exportsPage } from './police/export-period.tsx';
import { listCases, nextCase } from './police/list-cases.tsx';
import { RELEASES_PAGE } from './police/releases-asked.ts';
import { listReleases } from './police/list-releases.tsx';
import { showCase } from './police/show-case.tsx';
import { askBank, listAccount } from './bank-accounts/act-on-account.ts';
import { showCompany, showRegistered } from './company/show-company.tsx';
import { showAccount } from './bank-accounts/show-account.tsx';
import { listReviews } from './reviews/list-reviews.tsx';
import { objectForCompany } from './reviews/object-for-company.ts';
import { settleReview } from './reviews/settle-review.ts';
import { showReview } from './reviews/show-review.tsx';
import { search, searchPage } from './search/search-page.tsx';
import { reportCrime, showCrimeReport } from './police/report-crime.tsx';
import { openDossier } from './police/open-dossier.ts';
import { noteCase } from './police/note-case.ts';
import { voteAsOperator, voteAtOffice } from './taking-back/vote-on-file.ts';
import { voteOnReleases } from './police/vote-on-releases.ts';

/** Every page and form of the desks, with the desk that it belongs to. */
export const ROUTES: readonly DeskRoute[] = [
  { method: 'GET', path: '/office/files', desk: 'office', answer: listFiles },
  { method: 'GET', path: '/office/files/receipt', desk: 'office', answer: showReceipt },
  { method: 'GET', path: '/office/files/result', desk: 'office', isDownload: true, answer: fileResult },
  { method: 'POST', path: '/office/files/release', desk: 'office', answer: decideOnFile },
  { method: 'POST', path: '/office/files/heading', desk: 'office', answer: confirmHeading },
  { method: 'POST', path: '/office/files/vote', desk: 'office', answer: voteAtOffice },
  { method: 'GET', path: '/office/upload', desk: 'office', answer: uploadFiles },
  { method: 'GET', path: '/office/template', desk: 'office', isDownload: true, answer: fileTemplate },
  { method: 'GET', path: SENT_PAGE, desk: 'office', answer: takeUploads },
  { method: 'POST', path: SENT_PAGE, desk: 'office', answer: takeUploads },
  { method: 'GET', path: '/office/worklist', desk: 'office', answer: listWorklist },
  { method: 'POST', path: '/office/worklist', desk: 'office', answer: settleMany },
  { method: 'POST', path: '/office/worklist/find', desk: 'office', answer: findIn(WORKLIST_PAGE) },
  { method: 'GET', path: '/office/worklist/book', desk: 'office', isDownload: true, answer: worklistFile },
  { method: 'GET', path: '/office/worklist/{code}/{task}', desk: 'office', answer: showTask },
  { method: 'POST', path: '/office/worklist/{code}/{task}', desk: 'office', answer: settleOne },
  {
    method: 'GET',
    path: '/office/worklist/{code}/{task}/letter',
    desk: 'office',
    isDownload: true,
    answer: writeLetter,
  },
  { method: 'GET', path: '/office/corrections', desk: 'office', answer: listCorrections },
  { method: 'GET', path: '/office/corrections/file', desk: 'office', isDownload: true, answer: correctionFile },
  { method: 'GET', path: '/police/cases', desk: 'police', answer: listCases },
  { method: 'POST', path: '/police/cases', desk: 'police', answer: assignCases },
  { method: 'POST', path: '/police/cases/find', desk: 'police', answer: findIn(CASES_PAGE, '&standing=all') },
  { method: 'GET', path: '/police/next-case', desk: 'police', answer: nextCase },
  { method: 'GET', path: '/police/cases/{id}', desk: 'police', answer: showCase },
  { method: 'GET', path: '/police/cases/{id}/export/{form}', desk: 'police', isDownload: true, answer: exportCase },
  { method: 'GET', path: '/police/cases/{id}/dossier', desk: 'police', isDownload: true, answer: openDossier },
  { method: 'GET', path: '/police/exports', desk: 'police', answer: exportsPage },
  { method: 'GET', path: '/police/exports/file', desk: 'police', isDownload: true, answer: exportPeriod },
  { method: 'POST', path: '/police/cases/{id}/decision', desk: 'police', answer: decideCase },
  { method: 'POST', path: '/police/cases/{id}/notes', desk: 'police', answer: noteCase },
  { method: 'POST', path: '/police/cases/{id}/objections', desk: 'police', answer: objectForCompany },
  { method: 'GET', path: '/police/accounts/{ref}', desk: 'police', answer: showAccount },
  { method: 'POST', path: '/police/accounts/{ref}/listing', desk: 'police', answer: listAccount },
  { method: 'POST', path: '/police/accounts/{ref}/questions', desk: 'police', answer: askBank },
  { method: 'GET', path: '/police/search', desk: 'police', answer: searchPage },
  { method: 'POST', path: '/police/search', desk: 'police', answer: search },
  { method: 'GET', path: '/police/companies/{code}', desk: 'police', answer: showCompany },
  { method: 'GET', path: '/office/search', desk: 'office', answer: searchPage },
  { method: 'POST', path: '/office/search', desk: 'office', answer: search },
  { method: 'GET', path: '/office/companies/{code}', desk: 'office', answer: showRegistered },
  { method: 'GET', path: '/police/crime-report', desk: 'police', answer: showCrimeReport },
  { method: 'POST', path: '/police/crime-report', desk: 'police', answer: reportCrime },
  { method: 'GET', path: '/police/reviews', desk: 'police', answer: listReviews },
  { method: 'GET', path: '/police/reviews/{notice}/{review}', desk: 'police', answer: showReview },
  { method: 'POST', path: '/police/reviews/{notice}/{review}', desk: 'police', answer: settleReview },
  { method: 'GET', path: '/police/releases', desk: 'police', answer: listReleases },
  { method: 'POST', path: '/police/releases', desk: 'police', answer: voteOnReleases },
  { method: 'POST', path: '/police/releases/find', desk: 'police', answer: findIn(RELEASES_PAGE) },
  { method: 'GET', path: '/bank/notices', desk: 'bank', answer: listNotices },
  { method: 'POST', path: '/bank/notices', desk: 'bank', answer: findIn(NOTICES_PAGE) },
  { method: 'GET', path: '/bank/notices-file', desk: 'bank', isDownload: true, answer: noticesFile },
  { method: 'POST', path: '/bank/answers', desk: 'bank', answer: answerMany },
  { method: 'GET', path: '/bank/notices/{id}', desk: 'bank', answer: showNotice },
  { method: 'POST', path: '/bank/notices/{id}/acknowledgement', desk: 'bank', answer: acknowledgeNotice },
  { method: 'POST', path: '/bank/notices/{id}/decision', desk: 'bank', answer: answerNotice },
  { method: 'POST', path: '/bank/notices/{id}/review', desk: 'bank', answer: objectToNotice },
  { method: 'GET', path: '/bank/report', desk: 'bank', answer: showReport },
  { method: 'POST', path: '/bank/report', desk: 'bank', answer: reportAccount },
  { method: 'GET', path: '/bank/connection', desk: 'bank', answer: showConnection },
  { method: 'POST', path: '/bank/connection/test', desk: 'bank', answer: sendTest },
  { method: 'POST', path: '/bank/connection/key', desk: 'bank', answer: changeKey },
  { method: 'GET', path: '/province/figures', desk: 'province', answer: showFigures },
  { method: 'GET', path: '/province/measures', desk: 'province', answer: showMeasures },
  { method: 'POST', path: '/province/measures', desk: 'province', answer: askSwitch },
  { method: 'POST', path: '/province/measures/vote', desk: 'province', answer: voteSwitch },
  { method: 'GET', path: '/operator/system', desk: 'operator', answer: showSystem },
  { method: 'GET', path: '/operator/receivers', desk: 'operator', answer: listReceivers },
  { method: 'POST', path: '/operator/tasks', desk: 'operator', answer: requestTask },
  { method: 'POST', path: '/operator/files/vote', desk: 'operator', answer: voteAsOperator },
  { method: 'GET', path: PEOPLE_PAGE, desk: 'operator', answer: showPeople },
  { method: 'POST', path: PEOPLE_PAGE, desk: 'operator', answer: endSessions },
];
