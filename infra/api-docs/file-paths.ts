import { FileResultLink, FileResultRequest, FileUpload, FileUploadRequest } from '#shared/contracts/file-upload.ts';
import { QuestionsPage } from '#shared/contracts/questions.ts';
import { EXAMPLES } from './examples.ts';
import { type ApiCalls, NO_SUCH_NOTICE_RESPONSE, problemResponse } from './operations.ts';

/** The police's questions to a bank. */
export const QUESTION_CALLS: ApiCalls = {
  'GET /v1/notices/{id}/questions': {
    id: 'readQuestionsOfNotice',
    summary: 'What the police asked you of the account of this notice; the answer is a decision with a note',
    answers: [
      '200',
      'Of the last 90 days, the latest first; empty where nothing was asked',
      QuestionsPage,
      { asked: EXAMPLES.questions },
    ],
    refuses: { '404': NO_SUCH_NOTICE_RESPONSE },
  },
  'GET /v1/questions': {
    id: 'readQuestions',
    summary: 'What the police asked you of all your notices; a question that you read here is pushed no more',
    answers: ['200', 'Of the last 90 days, at most 50, the latest first', QuestionsPage, { asked: EXAMPLES.questions }],
  },
};

const refuses = { '400': problemResponse('The body is not as described') };

/** The files that a sender puts into the inbox, and what became of them. */
export const FILE_CALLS: ApiCalls = {
  'POST /v1/files': {
    id: 'offerFile',
    summary: 'A form by which you send files of one feed, for an hour',
    description:
      'Send it as `multipart/form-data`: all fields, then the field `file` with its name. A file of the same name replaces the earlier one.',
    asks: [FileUploadRequest, { accounts: EXAMPLES.fileUploadRequest }],
    answers: ['201', 'The form', FileUpload, { form: EXAMPLES.fileUpload }],
    refuses,
  },
  'POST /v1/file-results': {
    id: 'readFileResult',
    summary: 'A link to the receipt of a file that you sent (`<file>.json`), or to its rejected rows',
    asks: [FileResultRequest, { receipt: EXAMPLES.fileResultRequest }],
    answers: ['201', 'For five minutes', FileResultLink, { link: EXAMPLES.fileResult }],
    refuses,
  },
};
