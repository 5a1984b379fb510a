import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { uploadForm } from '#shared/clients/upload-form.ts';

const client = new S3Client({ region: 'ap-southeast-1', credentials: { accessKeyId: 'a', secretAccessKey: 's' } });
const ASKED = { bucket: 'inbox', prefix: 'registrations/', seconds: 600, mostBytes: 1000, officer: 'officer-1' };
const AFTERWARDS = 'https://desks.example.vn/office/files?feed=registrations';

describe('the form by which a browser puts a file into the inbox', () => {
  const policyOf = async (afterwards?: string) => {
    const { fields } = await uploadForm(client)({ ...ASKED, afterwards });
    const text = Buffer.from(fields['Policy'] ?? '', 'base64').toString('utf8');
    return { fields, policy: JSON.parse(text) as { expiration: string; conditions: unknown[] } };
  };

  it('the form is valid only for its bucket, prefix and size (also none), redirects to the desks, and expires', async () => {
    const { policy, fields } = await policyOf(AFTERWARDS);
    expect(fields['key']).toBe('registrations/${filename}');
    const own = policy.conditions.filter((one) => !JSON.stringify(one).includes('X-Amz-'));
    expect(own).toHaveLength(5);
    expect(own).toEqual(
      expect.arrayContaining([
        ['content-length-range', 0, 1000],
        { bucket: 'inbox' },
        ['starts-with', '$key', 'registrations/'],
        { success_action_redirect: AFTERWARDS },
        { 'x-amz-meta-officer': 'officer-1' },
      ]),
    );
    const seconds = (Date.parse(policy.expiration) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(500);
    expect(seconds).toBeLessThanOrEqual(600);
  });

  it('the object names the officer who got the form, and the form allows no other', async () => {
    const { policy, fields } = await policyOf();
    expect(fields['x-amz-meta-officer']).toBe('officer-1');
    expect(policy.conditions).toContainEqual({ 'x-amz-meta-officer': 'officer-1' });
  });

  it('the form for a script has no redirect', async () => {
    const { policy, fields } = await policyOf();
    expect(fields).not.toHaveProperty('success_action_redirect');
    expect(policy.conditions).toContainEqual({ success_action_status: '204' });
  });
});
