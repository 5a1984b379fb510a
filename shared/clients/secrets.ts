import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { ANSWER_IN_TIME } from './answer-in-time.ts';
import { patientRetries } from './retries.ts';

const secretsManager = () =>
  new SecretsManagerClient({ retryStrategy: patientRetries, requestHandler: ANSWER_IN_TIME });

/** @throws {Error} `SecretIsEmpty` where the secret has no text */
export async function readSecret(arn: string, client = secretsManager()): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (!SecretString) throw new Error('SecretIsEmpty');
  return SecretString;
}

/** Writes a new value of a secret; false where another value was written under the same token. */
export async function changeSecret(
  arn: string,
  value: string,
  token: string,
  client = secretsManager(),
): Promise<boolean> {
  try {
    await client.send(new PutSecretValueCommand({ SecretId: arn, SecretString: value, ClientRequestToken: token }));
    return true;
  } catch (error) {
    if (error instanceof ResourceExistsException) return false;
    throw error;
  }
}
