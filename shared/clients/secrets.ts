import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { patientRetries } from './retries.ts';

/**
 * @param stage `AWSPREVIOUS`: as it was before the last change
 * @throws {Error} `SecretIsEmpty` where the secret holds no text
 */
export async function readSecret(
  arn: string,
  client = new SecretsManagerClient({ retryStrategy: patientRetries }),
  stage?: 'AWSPREVIOUS',
): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn, VersionStage: stage }));
  if (!SecretString) throw new Error('SecretIsEmpty');
  return SecretString;
}

/** Puts a new value into a secret; the one before it can be read as `AWSPREVIOUS`. */
export async function changeSecret(
  arn: string,
  value: string,
  client = new SecretsManagerClient({ retryStrategy: patientRetries }),
): Promise<void> {
  await client.send(new PutSecretValueCommand({ SecretId: arn, SecretString: value }));
}
