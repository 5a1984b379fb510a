import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { type Ed25519Key, ed25519KeyNamed } from './ed25519-key.ts';
import { REGION } from './region.ts';

const Asked = z.object({
  Name: z.string().optional(),
  SecretId: z.string().optional(),
  SecretString: z.string().optional(),
  ClientRequestToken: z.string().optional(),
  KeyId: z.string().optional(),
  Description: z.string().optional(),
  Message: z.string().optional(),
});
type Asked = z.infer<typeof Asked>;
type Answer = readonly [status: number, body: unknown];

const INVALID: Answer = [400, { __type: 'InvalidRequestException' }];

/** The part of KMS that a run needs: keys that sign, each made from its description. */
function keys() {
  const byArn = new Map<string, Ed25519Key>();
  return (action: string | undefined, { KeyId = '', Description, Message = '' }: Asked): Answer => {
    if (action === 'CreateKey' && Description) {
      const Arn = `arn:aws:kms:${REGION}:000000000000:key/${Description}`;
      byArn.set(Arn, ed25519KeyNamed(Description));
      return [200, { KeyMetadata: { KeyId: Description, Arn } }];
    }
    const key = byArn.get(KeyId);
    if (!key) return [400, { __type: 'NotFoundException' }];
    if (action === 'GetPublicKey') return [200, { KeyId, PublicKey: base64(key.publicDer) }];
    if (action === 'Sign') return [200, { KeyId, Signature: base64(key.sign(Buffer.from(Message, 'base64'))) }];
    return action === 'ScheduleKeyDeletion' ? [200, { KeyId }] : INVALID;
  };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** The part of Secrets Manager that a run needs: it keeps secrets in memory and returns them by ARN or name. */
function secrets() {
  const byName = new Map<string, { ARN: string; Name: string; SecretString: string }>();
  /** What was written under each token of a secret. */
  const written = new Map<string, string>();
  return (action: string | undefined, asked: Asked): Answer => {
    if (action === 'CreateSecret' && asked.Name && asked.SecretString) {
      const ARN = `arn:aws:secretsmanager:${REGION}:000000000000:secret:${asked.Name}`;
      const secret = { ARN, Name: asked.Name, SecretString: asked.SecretString };
      byName.set(ARN, secret).set(asked.Name, secret);
      return [200, { ARN, Name: asked.Name }];
    }
    const secret = byName.get(asked.SecretId ?? '');
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
      byName.set(ARN, changed).set(Name, changed);
      return [200, { ARN, Name }];
    }
    return action === 'DeleteSecret' ? [200, { ARN, Name }] : INVALID;
  };
}

/** Secrets Manager and KMS (AWS JSON 1.1) as far as a run needs them. */
export function keysEndpoint(): Server {
  const services = { secretsmanager: secrets(), TrentService: keys() };
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const asked = Asked.parse(JSON.parse(await text(request)));
    const [service, action] = String(request.headers['x-amz-target']).split('.');
    return service === 'secretsmanager' || service === 'TrentService' ? services[service](action, asked) : INVALID;
  };

  return createServer((request, response) => {
    answer(request)
      .catch(() => INVALID)
      .then(([status, body]) =>
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body)),
      )
      .catch(() => response.destroy());
  });
}
