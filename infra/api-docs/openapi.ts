import * as z from 'zod';
import { EXAMPLES } from './examples.ts';
import { LOG_PATHS } from './log-paths.ts';
import { CONNECTION_PATHS } from './connection-paths.ts';
import { FILE_PATHS, QUESTION_PATHS } from './file-paths.ts';
import { createDocument } from 'zod-openapi';
import { CALLS_A_MINUTE, LARGEST_BODY } from '#shared/contracts/api-limits.ts';
import { SentNoticesPage, SigningKeyChanged } from '#shared/contracts/connection.ts';
import { DossierLinkRequest, DossierLink } from '#shared/contracts/dossier-link.ts';
import { QuestionsPage } from '#shared/contracts/questions.ts';
import { reference } from '#shared/contracts/ids.ts';
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
  BAD_REQUEST_RESPONSE,
  jsonContent,
  NO_SUCH_NOTICE_RESPONSE,
  problemResponse,
  REFUSED_RESPONSE,
  replyOperation,
  TOO_LARGE_RESPONSE,
} from './operations.ts';
import { dropReadOnly } from './read-only.ts';

const DESCRIPTION = [
  'Thông báo của chính đơn vị nhận (công an, ngân hàng, ví điện tử) và phản hồi của họ. The feed is the truth; pushes to a webhook (docs/asyncapi.json) say the same earlier.',
  `**Limits.** ${CALLS_A_MINUTE} calls a minute for each receiver, then \`429\` until the minute is over; a body of at most ${LARGEST_BODY / 1024} KiB; a token lives one hour.`,
  '**Retry schedule of a webhook.** 5 s, 15 s, 1 min, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, with jitter; `Retry-After` is kept to; an endpoint that keeps failing rests and is tried with one notice. What was never taken stands in the feed.',
  '**Retention.** A notice stays in the feed after it has ended; replies are kept as long as facts (two years in production).',
  '**Versioning.** `/v1` gains fields and never loses or changes one: ignore what you do not know. A change that breaks a reader becomes `/v2`, and `/v1` answers for at least a year beside it.',
  '**A first try.** Ask for a test event (`POST /v1/test-events`), check its signature, then read `GET /v1/notices` from the start.',
].join('\n\n');

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
      paths: {
        '/v1/notices': {
          get: {
            operationId: 'readFeed',
            summary: 'The newest state of each of your notices, oldest change first',
            requestParams: {
              query: z.object({
                cursor: z
                  .string()
                  .optional()
                  .describe(
                    '`iterator` of the last page; left out to read from the start. Handing it back says that you have what lies before it',
                  ),
              }),
            },
            responses: {
              '200': {
                description: 'What changed after the cursor; call on until `done`',
                content: jsonContent(FeedPage, { page: EXAMPLES.feed }),
              },
              '400': problemResponse('A cursor that the feed never gave'),
              ...REFUSED_RESPONSE,
            },
          },
        },
        '/v1/notices/{id}': {
          get: {
            operationId: 'readNotice',
            summary: 'One of your notices',
            requestParams: { path: z.object({ id: reference }) },
            responses: {
              '200': {
                description: 'Its newest state, also once it is withdrawn or expired',
                content: jsonContent(NoticeView, { bank: EXAMPLES.notice }),
              },
              ...REFUSED_RESPONSE,
              '404': NO_SUCH_NOTICE_RESPONSE,
            },
          },
        },
        ...LOG_PATHS,
        '/v1/notices/{id}/acknowledgements': {
          post: replyOperation('acknowledge', 'You have this sequence of the notice', Acknowledgement, {
            seen: EXAMPLES.acknowledgement,
          }),
        },
        '/v1/notices/{id}/decisions': {
          post: replyOperation(
            'decide',
            'What you did (bank) or decided (police)',
            z.union([BankDecisionSchema, PoliceDecisionSchema]),
            {
              bank: EXAMPLES.bankDecision,
              police: EXAMPLES.policeDecision,
            },
          ),
        },
        '/v1/notices/{id}/reviews': {
          post: replyOperation(
            'askForReview',
            'You object to the notice: somebody other than the first looks at it again',
            ReviewRequest,
            { objection: EXAMPLES.review },
          ),
          get: {
            operationId: 'readReviews',
            summary: 'Your objections to the notice, the latest first, and what became of each',
            requestParams: { path: z.object({ id: reference }) },
            responses: {
              '200': {
                description: 'Empty where you never objected',
                content: jsonContent(ReviewsOfNotice, { asked: EXAMPLES.reviews }),
              },
              ...REFUSED_RESPONSE,
              '404': NO_SUCH_NOTICE_RESPONSE,
            },
          },
        },
        ...QUESTION_PATHS,
        '/v1/dossiers/{id}/link': {
          post: {
            operationId: 'linkDossier',
            summary: 'Police: a link of a few minutes to the dossier of your notice; each one is logged',
            requestParams: { path: z.object({ id: reference }) },
            requestBody: {
              required: true,
              content: jsonContent(DossierLinkRequest, { document: EXAMPLES.dossierAsked }),
            },
            responses: {
              '201': {
                description: 'Whoever holds the link reads the file until it ends',
                content: jsonContent(DossierLink, { fiveMinutes: EXAMPLES.dossierLink }),
              },
              '400': BAD_REQUEST_RESPONSE,
              ...REFUSED_RESPONSE,
              '404': NO_SUCH_NOTICE_RESPONSE,
              '409': problemResponse('The dossier of this state is still being written: ask again in a few minutes'),
              '413': TOO_LARGE_RESPONSE,
            },
          },
        },
        '/v1/replies/{id}': {
          get: {
            operationId: 'readReply',
            summary: 'What became of one of your replies',
            requestParams: { path: z.object({ id: reference }) },
            responses: {
              '200': {
                description: 'As it was kept; `actedOnAt` once it counts',
                content: jsonContent(ReplyView, { acted: EXAMPLES.reply }),
              },
              ...REFUSED_RESPONSE,
              '404': problemResponse(
                "No such reply: the same answer whether there is none or it is another receiver's",
              ),
            },
          },
        },
        ...CONNECTION_PATHS,
        ...FILE_PATHS,
        '/v1/suspicious-accounts': {
          post: replyOperation(
            'reportAccount',
            'An account under suspicion; code 0 clears it',
            SuspiciousAccount,
            { listed: EXAMPLES.report, cleared: EXAMPLES.cleared },
            false,
          ),
        },
      },
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
