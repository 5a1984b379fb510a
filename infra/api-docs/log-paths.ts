import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { NoticeProof, LogHeadView, CosignedCheckpoint } from '#shared/contracts/witnessing.ts';
import { reference } from '#shared/contracts/ids.ts';
import { BROKEN, json, NO_SUCH_NOTICE, problem, REFUSED, TOO_LARGE } from './operations.ts';

/** The verifiable log, as receivers and witnesses read it. */
export const LOG_PATHS: ZodOpenApiPathsObject = {
  '/v1/notices/{id}/proof': {
    get: {
      operationId: 'proveNotice',
      summary: 'That the newest state of your notice is in the verifiable log',
      requestParams: { path: z.object({ id: reference }) },
      responses: {
        '200': {
          description: 'Checked offline by anybody who knows the key of the log',
          content: json(NoticeProof),
        },
        ...REFUSED,
        '404': NO_SUCH_NOTICE,
        '409': problem('It has not reached the log yet: ask again in a few minutes'),
      },
    },
  },
  '/v1/log/checkpoint': {
    get: {
      operationId: 'readLogHead',
      summary: 'The newest signed head of the verifiable log, and that it continues the one you know',
      requestParams: {
        query: z.object({ from: z.string().optional().describe('How many entries the head had that you know') }),
      },
      responses: {
        '200': { description: 'A signed note and hashes as RFC 6962 has them', content: json(LogHeadView) },
        '400': problem('The log never had so many entries'),
        ...REFUSED,
        '409': problem('The log has no entry yet'),
      },
    },
  },
  '/v1/log/checkpoints': {
    post: {
      operationId: 'witnessLog',
      summary: 'A head that you have checked, with your cosignature: proofs carry it from then on',
      requestBody: { required: true, content: json(CosignedCheckpoint) },
      responses: {
        '202': { description: 'Kept', content: json(z.strictObject({ size: z.int() })) },
        '400': BROKEN,
        ...REFUSED,
        '413': TOO_LARGE,
      },
    },
  },
};
