import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ANSWER_IN_TIME } from './answer-in-time.ts';
import { patientRetries } from './retries.ts';

/**
 * @param stage `AWSPREVIOUS` for the value before the last change @throws {Error} `SecretIsEmpty` where the secret has
 * no text
 */
export async function readSecret(
  arn: string,
  client = new SecretsManagerClient({ retryStrategy: patientRetries, requestHandler: ANSWER_IN_TIME }),
  stage?: 'AWSPREVIOUS',
): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn, VersionStage: stage }));
  if (!SecretString) throw new Error('SecretIsEmpty');
  return SecretString;
}

/** Writes a new value of a secret; the one before can be read as `AWSPREVIOUS`. */
export async function changeSecret(
  arn: string,
  value: string,
  client = new SecretsManagerClient({ retryStrategy: patientRetries, requestHandler: ANSWER_IN_TIME }),
): Promise<void> {
  await client.send(new PutSecretValueCommand({ SecretId: arn, SecretString: value }));
}
