import * as z from 'zod';
import { EXAMPLES } from './examples.ts';
import { LOG_CALLS } from './log-paths.ts';
import { createDocument } from 'zod-openapi';
import { CALLS_A_MINUTE, LARGEST_BODY } from '#shared/contracts/api-limits.ts';
import { SentNoticesPage, SigningKeyChanged } from '#shared/contracts/connection.ts';
import { DossierLinkRequest, DossierLink } from '#shared/contracts/dossier-link.ts';
import { QuestionsPage } from '#shared/contracts/questions.ts';
import {
  Acknowledgement,
  BankDecisionSchema,
  FeedPage,
  NoticeView,
  PoliceDecisionSchema,
  Problem,
  ReplyTaken,
  ReplyView,
  ReviewRequest,
  ReviewsOfNotice,
  SuspiciousAccount,
  TestEventTaken,
} from '#shared/contracts/replies.ts';
import {
  type ApiCalls,
  BAD_REQUEST_RESPONSE,
  NO_SUCH_NOTICE_RESPONSE,
  operationOf,
  pathsOf,
  problemResponse,
  reply,
  TOO_LARGE_RESPONSE,
} from './operations.ts';
import { dropReadOnly } from './read-only.ts';
import { TEST_EVENT_TYPE } from '#shared/contracts/notice-event.ts';
import { FileResultLink, FileResultRequest, FileUpload, FileUploadRequest } from '#shared/contracts/file-upload.ts';

/** The police's questions to a bank. */
const QUESTION_CALLS: ApiCalls = {
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
const FILE_CALLS: ApiCalls = {
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

/** A receiver's webhook: its test, its key, and what was sent to it. */
const CONNECTION_CALLS: ApiCalls = {
  'POST /v1/test-events': {
    id: 'askForTestEvent',
    summary: `A signed event of type ${TEST_EVENT_TYPE} for your own endpoint, sent once within seconds`,
    answers: ['202', 'It carries this id as `webhook-id`', TestEventTaken, { asked: EXAMPLES.testEvent }],
  },
  'POST /v1/signing-keys': {
    id: 'changeSigningKey',
    summary: 'A new key for the signatures of your webhook; the one before it signs beside it for a day',
    description:
      'Where the answer was lost, ask again: until `formerUntil` each answer has the same key, and the key that your endpoint has signs too. After that day a request changes the key again.',
    answers: [
      '201',
      'Enter it at your endpoint before `formerUntil`',
      SigningKeyChanged,
      { changed: EXAMPLES.signingKey },
    ],
    refuses: { '409': problemResponse('You have no webhook') },
  },
  'GET /v1/deliveries': {
    id: 'readDeliveries',
    summary: 'What was sent to your webhook when, with each attempt; the latest change first',
    query: z.object({ before: z.string().optional().describe('As the page before gave it') }),
    answers: ['200', 'At most 50', SentNoticesPage, { sent: EXAMPLES.sent }],
  },
};

const DESCRIPTION = [
  'Thông báo của chính đơn vị nhận (công an, ngân hàng, ví điện tử) và phản hồi của họ. The feed is the truth; pushes to a webhook (docs/asyncapi.json) say the same earlier.',
  `**Limits.** ${CALLS_A_MINUTE} calls a minute for each receiver, then \`429\` until the minute is over; a body of at most ${LARGEST_BODY / 1024} KiB; a token lives one hour.`,
  '**Retry schedule of a webhook.** 5 s, 15 s, 1 min, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, with jitter; `Retry-After` is kept to; an endpoint that keeps failing rests and is tried with one notice. What was never taken stands in the feed.',
  '**Retention.** A notice stays in the feed after it has ended; replies are kept as long as facts (two years in production).',
  '**Versioning.** `/v1` gains fields and never loses or changes one: ignore what you do not know. A change that breaks a reader becomes `/v2`, and `/v1` answers for at least a year beside it.',
  '**A first try.** Ask for a test event (`POST /v1/test-events`), check its signature, then read `GET /v1/notices` from the start.',
].join('\n\n');

const CALLS: ApiCalls = {
  'GET /v1/notices': {
    id: 'readFeed',
    summary: 'The newest state of each of your notices, oldest change first',
    query: z.object({
      cursor: z
        .string()
        .optional()
        .describe(
          '`iterator` of the last page; left out to read from the start. Handing it back says that you have what lies before it',
        ),
    }),
    answers: ['200', 'What changed after the cursor; call on until `done`', FeedPage, { page: EXAMPLES.feed }],
    refuses: { '400': problemResponse('A cursor that the feed never gave') },
  },
  'GET /v1/notices/{id}': {
    id: 'readNotice',
    summary: 'One of your notices',
    answers: ['200', 'Its newest state, also once it is withdrawn or expired', NoticeView, { bank: EXAMPLES.notice }],
    refuses: { '404': NO_SUCH_NOTICE_RESPONSE },
  },
  ...LOG_CALLS,
  'POST /v1/notices/{id}/acknowledgements': reply('acknowledge', 'You have this sequence of the notice', [
    Acknowledgement,
    { seen: EXAMPLES.acknowledgement },
  ]),
  'POST /v1/notices/{id}/decisions': reply('decide', 'What you did (bank) or decided (police)', [
    z.union([BankDecisionSchema, PoliceDecisionSchema]),
    { bank: EXAMPLES.bankDecision, police: EXAMPLES.policeDecision },
  ]),
  'POST /v1/notices/{id}/reviews': reply(
    'askForReview',
    'You object to the notice: somebody other than the first looks at it again',
    [ReviewRequest, { objection: EXAMPLES.review }],
  ),
  'GET /v1/notices/{id}/reviews': {
    id: 'readReviews',
    summary: 'Your objections to the notice, the latest first, and what became of each',
    answers: ['200', 'Empty where you never objected', ReviewsOfNotice, { asked: EXAMPLES.reviews }],
    refuses: { '404': NO_SUCH_NOTICE_RESPONSE },
  },
  ...QUESTION_CALLS,
  'POST /v1/dossiers/{id}/link': {
    id: 'linkDossier',
    summary: 'Police: a link of a few minutes to the dossier of your notice; each one is logged',
    asks: [DossierLinkRequest, { document: EXAMPLES.dossierAsked }],
    answers: [
      '201',
      'Whoever holds the link reads the file until it ends',
      DossierLink,
      { fiveMinutes: EXAMPLES.dossierLink },
    ],
    refuses: {
      '400': BAD_REQUEST_RESPONSE,
      '404': NO_SUCH_NOTICE_RESPONSE,
      '409': problemResponse('The dossier of this state is still being written: ask again in a few minutes'),
      '413': TOO_LARGE_RESPONSE,
    },
  },
  'GET /v1/replies/{id}': {
    id: 'readReply',
    summary: 'What became of one of your replies',
    answers: ['200', 'As it was kept; `actedOnAt` once it counts', ReplyView, { acted: EXAMPLES.reply }],
    refuses: {
      '404': problemResponse("No such reply: the same answer whether there is none or it is another receiver's"),
    },
  },
  ...CONNECTION_CALLS,
  ...FILE_CALLS,
  'POST /v1/suspicious-accounts': reply(
    'reportAccount',
    'An account under suspicion; code 0 clears it',
    [SuspiciousAccount, { listed: EXAMPLES.report, cleared: EXAMPLES.cleared }],
    false,
  ),
};

/** Describes the receivers' API in OpenAPI 3.1. */
export const openapi = () =>
  createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Hậu kiểm: thông báo và phản hồi',
        version: '1.0.0',
        description: DESCRIPTION,
      },
      servers: [{ url: 'https://{host}', variables: { host: { default: 'localhost' } } }],
      security: [{ receiver: [] }],
      paths: pathsOf(CALLS, operationOf),
      components: {
        schemas: {
          Acknowledgement,
          BankDecision: BankDecisionSchema,
          PoliceDecision: PoliceDecisionSchema,
          SuspiciousAccount,
          NoticeView,
          FeedPage,
          ReplyTaken,
          ReplyView,
          ReviewRequest,
          ReviewsOfNotice,
          QuestionsPage,
          TestEventAsked: TestEventTaken,
          SigningKeyChanged,
          SentNoticesPage,
          DossierLinkRequest,
          DossierLink,
          Problem,
        },
        securitySchemes: {
          receiver: {
            type: 'oauth2',
            description:
              'Client credentials with the scope `receiver/api`; the client tells who calls. Where tokens are fetched is handed over with the client id; a run on one machine has the path named here.',
            flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: {} } },
          },
        },
      },
    },
    { override: dropReadOnly },
  );
