import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asyncapi } from '#infra/api-docs/asyncapi.ts';
import { LOG_EXAMPLES } from '#infra/api-docs/log-paths.ts';
import { danglingReferences, brokenAsyncapi, brokenOpenapi } from '#infra/api-docs/standards.ts';
import { openapi } from '#infra/api-docs/openapi.ts';
import { readProofExtra } from '#shared/contracts/log-entry.ts';
import { NoticeView } from '#shared/contracts/replies.ts';
import { checkProofFile } from '#shared/domain/transparency-log/check-proof.ts';
import { openCheckpoint } from '#shared/domain/transparency-log/signed-note.ts';
import { entryBytes } from '#shared/domain/transparency-log/log-entry.ts';
import { parseProof } from '#shared/domain/transparency-log/proof-file.ts';
import { keyOfText } from '#shared/domain/transparency-log/verifier-key.ts';
import { sha256, verifyEd25519 } from '#shared/runtime/signing.ts';
import { hashing } from '#test/support/transparency-log/a-log.ts';
import { ROOT, synthesised } from '../synthesised.ts';

describe('openapi.json', () => {
  const paper = openapi();
  const operations = Object.entries(paper.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((method) => method === 'get' || method === 'post')
      .map((method) => `${method.toUpperCase()} ${path}`),
  );

  it('openapi.json has the routes of the gateway, and no other', () => {
    const routes = synthesised('prod')
      .of('AWS::ApiGatewayV2::Route')
      .filter(([id]) => id.startsWith('Delivery'));
    expect(operations.sort()).toEqual(routes.map(([, { Properties }]) => String(Properties['RouteKey'])).sort());
  });

  it('openapi.json shows by an example what each call takes and gives', () => {
    const Content = z.record(z.string(), z.looseObject({ examples: z.record(z.string(), z.unknown()).optional() }));
    const Operation = z.object({
      operationId: z.string(),
      requestBody: z.object({ content: Content }).optional(),
      responses: z.record(z.string(), z.object({ content: Content.optional() })),
    });
    const without = Object.values(paper.paths ?? {})
      .flatMap(({ get, post }) => [get, post])
      .filter((one) => one !== undefined)
      .flatMap((operation) => {
        const { operationId, requestBody, responses } = Operation.parse(operation);
        const contents = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
        const shown = contents.map((content) => content?.['application/json']).filter((one) => one !== undefined);
        return shown.every(({ examples = {} }) => Object.keys(examples).length > 0) ? [] : [operationId];
      });
    expect(without).toEqual([]);
  });

  it('the proof in openapi.json is true, and its heads continue each other', () => {
    const { proof, head, cosigned } = LOG_EXAMPLES;
    const keys = head.keys.flatMap((text) => keyOfText(sha256, text) ?? []);
    const { extra, index, checkpoint } = parseProof(proof.proof)!;
    const { plain, salt } = readProofExtra(extra)!;
    const entry = entryBytes(sha256, { plain, salt });
    const judged = checkProofFile(parseProof(proof.proof)!, entry, keys, { hashing, verify: verifyEd25519 });
    expect(judged).toMatchObject({ size: 2 });
    expect([index, checkpoint]).toEqual([1, head.checkpoint]);
    expect(head.consistency).toEqual([Buffer.from(hashing.leaf(entry)).toString('base64')]);
    expect(openCheckpoint(cosigned.checkpoint, keys, verifyEd25519)).toMatchObject({ size: 2 });
  });

  it('a pattern means the same to tools that read it without the flag u', () => {
    expect(JSON.stringify(paper).match(/\\\\(?:p\{|u\{)/gu) ?? []).toEqual([]);
  });

  it('openapi.json declares every parameter of a path', () => {
    for (const [path, item] of Object.entries(paper.paths ?? {})) {
      const wanted = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      const { parameters = [] } = z
        .object({ parameters: z.array(z.object({ in: z.string(), name: z.string() })).optional() })
        .parse(item.get ?? item.post);
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(wanted);
    }
  });
});

describe('asyncapi.json', () => {
  it('asyncapi.json has a channel for each queue of the stack, and for what endpoints are sent', () => {
    const queues = synthesised('prod')
      .of('AWS::SQS::Queue')
      .flatMap(([, { Properties }]) =>
        Properties['QueueName'] === undefined ? [] : [String(Properties['QueueName'])],
      );
    const channels = Object.keys(asyncapi().channels);
    expect(channels.sort()).toEqual(
      [...queues.map((name) => name.replace('haukiem-prod-hung-yen-', '')), 'webhook', 'webhook-question'].sort(),
    );
  });
});

it('the guide for receivers explains each field of a notice', () => {
  const guide = readFileSync(join(ROOT, 'docs', 'how-to-read-a-notice.md'), 'utf8');
  expect(Object.keys(NoticeView.shape).filter((field) => !guide.includes(`\`${field}`))).toEqual([]);
});

it('an API document with a reference to nothing is found', () => {
  expect(danglingReferences(openapi())).toEqual([]);
  expect(danglingReferences(asyncapi())).toEqual([]);
  expect(danglingReferences({ a: { $ref: '#/b' }, c: { $ref: '#/a' } })).toEqual(['#/b']);
});

describe('the standards', () => {
  const plain = (paper: object) => JSON.parse(JSON.stringify(paper)) as Record<string, Record<string, unknown>>;

  it('both API documents satisfy their standards', async () => {
    expect(await brokenOpenapi(plain(openapi()))).toEqual([]);
    expect(brokenAsyncapi(plain(asyncapi()))).toEqual([]);
  });

  it('an API document that breaks its standard is found', async () => {
    const { info: _none, ...untitled } = plain(openapi());
    expect(await brokenOpenapi(untitled)).toContain("/ must have required property 'info'");
    const nowhere = plain(asyncapi());
    Object.assign(nowhere['operations'] ?? {}, { pushNotice: { action: 'send' } });
    expect(brokenAsyncapi(nowhere)).toContain("/operations/pushNotice must have required property 'channel'");
  });
});
