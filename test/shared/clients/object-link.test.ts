import { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { objectLink } from '#shared/clients/object-link.ts';

it('a link to one object expires', async () => {
  const credentials = { accessKeyId: 'an-id', secretAccessKey: 'a-secret' };
  const link = objectLink(new S3Client({ region: 'ap-southeast-1', credentials }));
  const url = new URL(await link('evidence', 'dossiers/0900000011/x.1/ho-so.docx', 300));
  expect(url.pathname).toBe('/dossiers/0900000011/x.1/ho-so.docx');
  expect(url.searchParams.get('X-Amz-Expires')).toBe('300');
  expect(url.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/u);
  expect(url.href).not.toContain('a-secret');
});
