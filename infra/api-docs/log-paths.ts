import * as z from 'zod';
import { NoticeProof, LogHeadView, CosignedCheckpoint } from '#shared/contracts/witnessing.ts';
import {
  type ApiCalls,
  BAD_REQUEST_RESPONSE,
  NO_SUCH_NOTICE_RESPONSE,
  problemResponse,
  TOO_LARGE_RESPONSE,
} from './operations.ts';

/** Two made-up entries by a made-up key: the proof of the second one really checks (`docs/verify-proof.mjs`). */
const SIGNED = [
  'log.example/haukiem',
  '2',
  '8EjmHAhh/HJjs6ukbs0cVSOcMgHsFF96enLFzh+nXTA=',
  '',
  '— log.example/haukiem ZQnbhIGuOXAtwo7NMCT9+8RmZEkIAalHZWNwdqi6oJ+L+BcxLwqRnrQp5HRZajgPQ+JZ4LJa2hWeZsRzCQPYqJ+aSAg=',
  '',
].join('\n');

const PROOF = [
  'c2sp.org/tlog-proof@v1',
  'extra eyJrZXkiOiJsb2cuZXhhbXBsZS9oYXVraWVtKzY1MDlkYjg0K0FVdnEzaXNqTkRDNWNZdXF6czhQNEZITElxSUxiWG1scWZ4YTJIT0k0dmM4IiwicGxhaW4iOnsiYXQiOiIyMDI2LTAxLTA1VDAyOjAwOjAwLjAwMFoiLCJieSI6ImZ1bmN0aW9uOjUtbm90aWZ5LWJhbmtzIiwiaWQiOiJabTl5TFhSb1pTMWxlR0Z0Y0d4bExRIiwia2luZCI6Im5vdGljZS1pc3N1ZWQiLCJzYXlzIjp7ImxldmVsIjoid2F0Y2giLCJub3RpY2VJZCI6IlltOW4zSmtRdzBzVHoxYVZmUjJ4TGciLCJyZWNlaXZlciI6Ijk3MDQzNiIsInNlcXVlbmNlIjoxfX0sInNhbHQiOiJucnFtU3dBSmFBdVlmL1F5MDFVNHViZmdmdDJvK0VhUnlBSmhNZWlCbm0wPSJ9',
  'index 1',
  'D+fwTNloj7mW7qmuEkjL6DtNBIBUE/NaslrZ3rWjyzI=',
  '',
  SIGNED,
].join('\n');

const WITNESS =
  '— bank.example/witness B19QRwAAAABlU/EA7sqZsEqj4vcjjakfimZDJTNIG5UPRrsj+2PKFb1eubH0O7j+24G6qAtSlnFhLF9lYT1W7+4NSToLFsI/vd/UDA==\n';

/** Examples of the requests and answers of the verifiable log's paths. */
export const LOG_EXAMPLES = {
  proof: { id: 'Ym9n3JkQw0sTz1aVfR2xLg', sequence: 1, proof: PROOF },
  head: {
    checkpoint: SIGNED,
    keys: ['log.example/haukiem+6509db84+AUvq3isjNDC5cYuqzs8P4FHLIqILbXmlqfxa2HOI4vc8'],
    // The proof from one entry to two is the hash of the second
    consistency: ['tm7xQ8qmIp58AbIze9IDL0rFDI/89w7drgQ5MV0cytU='],
  },
  cosigned: { checkpoint: `${SIGNED}${WITNESS}` },
  kept: { size: 2 },
} as const;

/** The verifiable log, for receivers and witnesses. */
export const LOG_CALLS: ApiCalls = {
  'GET /v1/notices/{id}/proof': {
    id: 'proveNotice',
    summary: 'That the newest state of your notice is in the verifiable log',
    answers: [
      '200',
      'Checked offline by anybody who knows the key of the log',
      NoticeProof,
      { inLog: LOG_EXAMPLES.proof },
    ],
    refuses: {
      '404': NO_SUCH_NOTICE_RESPONSE,
      '409': problemResponse('It has not reached the log yet: ask again in a few minutes'),
    },
  },
  'GET /v1/log/checkpoint': {
    id: 'readLogHead',
    summary: 'The newest signed head of the verifiable log, and that it continues the one you know',
    query: z.object({ from: z.string().optional().describe('How many entries the head had that you know') }),
    answers: ['200', 'A signed note and hashes as RFC 6962 has them', LogHeadView, { fromOne: LOG_EXAMPLES.head }],
    refuses: {
      '400': problemResponse('The log never had so many entries'),
      '409': problemResponse('The log has no entry yet'),
    },
  },
  'POST /v1/log/checkpoints': {
    id: 'witnessLog',
    summary: 'A head that you have checked, with your cosignature: proofs carry it from then on',
    asks: [CosignedCheckpoint, { witnessed: LOG_EXAMPLES.cosigned }],
    answers: ['202', 'Kept', z.strictObject({ size: z.int() }), { kept: LOG_EXAMPLES.kept }],
    refuses: { '400': BAD_REQUEST_RESPONSE, '413': TOO_LARGE_RESPONSE },
  },
};
