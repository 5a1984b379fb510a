import { HttpRequest } from '@smithy/core/protocols';
import { Hash } from '@smithy/core/serde';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod';
import { ANSWER_IN_TIME } from './answer-in-time.ts';

/** A mail of plain text. Everything but the address is a text of ours. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The address at which a mail program stops the mails by one request (RFC 8058). */
  readonly stopAt: string;
}

/** SES will never send this mail, for example because the address has refused others. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** SES did not take the mail now. */
class MailNotTaken extends Error {
  override readonly name = 'MailNotTaken';
}

/** The variables that Lambda itself gives a function, and the endpoint of another mail service. */
export const MailAccess = z.object({
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.string().optional(),
  AWS_ENDPOINT_URL_SESV2: z.url().optional(),
});

/** @throws {MailRefused | MailNotTaken} */
export type SendMail = (mail: Mail) => Promise<void>;

/**
 * Sends mails by SES (`SendEmail` of version 2), which makes the headers itself from the fields of the request. The whole
 * client of the SDK would be larger than the function that makes this one call.
 */
export function mailer(access: z.infer<typeof MailAccess>, from: string): SendMail {
  const { AWS_REGION: region, AWS_SESSION_TOKEN: sessionToken } = access;
  const { protocol, hostname, port, host } = new URL(
    access.AWS_ENDPOINT_URL_SESV2 ?? `https://email.${region}.amazonaws.com`,
  );
  const signer = new SignatureV4({
    service: 'ses',
    region,
    credentials: {
      accessKeyId: access.AWS_ACCESS_KEY_ID,
      secretAccessKey: access.AWS_SECRET_ACCESS_KEY,
      ...(sessionToken !== undefined && { sessionToken }),
    },
    sha256: Hash.bind(null, 'sha256'),
  });
  const http = new NodeHttpHandler(ANSWER_IN_TIME);
  return async (mail) => {
    const request = new HttpRequest({
      method: 'POST',
      protocol,
      hostname,
      ...(port !== '' && { port: Number(port) }),
      path: '/v2/email/outbound-emails',
      headers: { host, 'content-type': 'application/json' },
      body: JSON.stringify(requestOf(mail, from)),
    });
    const { headers } = await signer.sign(request);
    const { response } = await http.handle(Object.assign(request, { headers }));
    response.body.resume();
    const { statusCode } = response;
    if (statusCode === 400) throw new MailRefused();
    if (statusCode !== 200) throw new MailNotTaken(String(statusCode));
  };
}

const text = (Data: string) => ({ Data, Charset: 'UTF-8' });

const requestOf = ({ to, subject, text: body, stopAt }: Mail, FromEmailAddress: string) => ({
  FromEmailAddress,
  Destination: { ToAddresses: [to] },
  Content: {
    Simple: {
      Subject: text(subject),
      Body: { Text: text(body) },
      Headers: [
        { Name: 'List-Unsubscribe', Value: `<${stopAt}>` },
        { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
      ],
    },
  },
});
