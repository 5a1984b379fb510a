import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { REGION } from './region.ts';

const Asked = z.object({
  Name: z.string().optional(),
  SecretId: z.string().optional(),
  SecretString: z.string().optional(),
  ClientRequestToken: z.string().optional(),
});

/**
 * The part of Secrets Manager (AWS JSON 1.1) that a run needs: it stores created secrets in memory and returns them by
 * ARN or name.
 */
export function secretsEndpoint(): Server {
  const secrets = new Map<string, { ARN: string; Name: string; SecretString: string }>();
  /** What was written under each token of a secret. */
  const written = new Map<string, string>();

  const answer = async (request: IncomingMessage): Promise<[status: number, body: unknown]> => {
    const asked = Asked.parse(JSON.parse(await text(request)));
    const action = String(request.headers['x-amz-target']).split('.')[1];
    if (action === 'CreateSecret' && asked.Name && asked.SecretString) {
      const ARN = `arn:aws:secretsmanager:${REGION}:000000000000:secret:${asked.Name}`;
      const secret = { ARN, Name: asked.Name, SecretString: asked.SecretString };
      secrets.set(ARN, secret).set(asked.Name, secret);
      return [200, { ARN, Name: asked.Name }];
    }
    const secret = secrets.get(asked.SecretId ?? '');
    if (!secret) return [400, { __type: 'ResourceNotFoundException' }];
    const { ARN, Name, SecretString } = secret;
    if (action === 'GetSecretValue') return [200, { ARN, Name, SecretString }];
    if (action === 'PutSecretValue' && asked.SecretString) {
      const token = `${ARN} ${asked.ClientRequestToken}`;
      const earlier = written.get(token);
      if (earlier !== undefined)
        return earlier === asked.SecretString ? [200, { ARN, Name }] : [400, { __type: 'ResourceExistsException' }];
      written.set(token, asked.SecretString);
      const changed = { ARN, Name, SecretString: asked.SecretString };
      secrets.set(ARN, changed).set(Name, changed);
      return [200, { ARN, Name }];
    }
    if (action === 'DeleteSecret') return [200, { ARN: secret.ARN, Name: secret.Name }];
    return [400, { __type: 'InvalidRequestException' }];
  };

  return createServer((request, response) => {
    answer(request)
      .catch((): [number, unknown] => [400, { __type: 'InvalidRequestException' }])
      .then(([status, body]) =>
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body)),
      )
      .catch(() => response.destroy());
  });
}
