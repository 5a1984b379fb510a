import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { keyInDer } from '#shared/runtime/signing.ts';
import { ANSWER_IN_TIME } from './answer-in-time.ts';
import { patientRetries } from './retries.ts';

/** An Ed25519 key pair whose private part never leaves the key service. */
export interface LogKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** @returns the signature of at most 4,096 bytes, in 64 bytes (RFC 8032) */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

/** Reads the public part of a key of the key service. @throws {Error} `KeyUnreadable` where it is no Ed25519 key */
export async function logKey(arn: string): Promise<LogKey> {
  const kms = new KMSClient({ retryStrategy: patientRetries, requestHandler: ANSWER_IN_TIME });
  const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId: arn }));
  const publicKey = keyInDer(PublicKey);
  if (!publicKey) throw new Error('KeyUnreadable');
  return {
    publicKey,
    sign: async (message) => {
      const { Signature } = await kms.send(
        new SignCommand({ KeyId: arn, Message: message, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' }),
      );
      if (!Signature) throw new Error('SignatureMissing');
      return Signature;
    },
  };
}
