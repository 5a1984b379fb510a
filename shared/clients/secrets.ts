import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { patientRetries } from './retries.ts';

/** @throws {Error} `SecretIsEmpty` where the secret holds no text */
export async function readSecret(
  arn: string,
  client = new SecretsManagerClient({ retryStrategy: patientRetries }),
): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (!SecretString) throw new Error('SecretIsEmpty');
  return SecretString;
}
