// A bank's side of the push delivery, complete: verify, keep, answer at once, acknowledge later through the API.
//
//   HAUKIEM_SECRETS="whsec_new whsec_old" PORT=9000 node events/sample-receiver.mjs
//
// It speaks plain HTTP on this machine only; in front of a real one stands a TLS proxy.
import { createServer } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

const secrets = (process.env.HAUKIEM_SECRETS ?? '').split(/[\s,]+/).filter(Boolean);
const port = Number(process.env.PORT ?? 9000);
if (secrets.length === 0) {
  console.error('Đặt HAUKIEM_SECRETS là khóa ký đã nhận (whsec_…); hai khóa trong thời gian đổi khóa.');
  process.exit(2);
}

/** The newest state of each notice. A real bank keeps this in its database, and what it has kept survives a restart. */
const notices = new Map();

/** The event, where one of our keys signed exactly this body within the last five minutes. */
function verify(body, headers) {
  for (const secret of secrets) {
    try {
      return new Webhook(secret).verify(body, headers);
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
    }
  }
  return undefined;
}

/** Deliveries come at least once and may come late: only a greater sequence changes anything. */
function keep(event) {
  const known = notices.get(event.subject);
  if (known && known.sequence >= event.data.sequence) return 'known';
  notices.set(event.subject, event.data);
  return event.data.state === 'in_force' ? 'kept' : event.data.state;
}

const MOST_BYTES = 20_000;

async function bodyOf(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

createServer(async (request, response) => {
  try {
    if (request.method !== 'POST') return response.writeHead(405).end();
    const body = await bodyOf(request);
    if (body === undefined) return response.writeHead(413).end();
    const event = verify(body, request.headers);
    if (!event) return response.writeHead(401).end();
    // Kept before it is answered: 2xx says that it arrived. That somebody has read it is said by
    // POST /v1/notices/{id}/acknowledgements with this sequence.
    const outcome = keep(event);
    response.writeHead(204).end();
    console.log(JSON.stringify({ notice: event.subject, sequence: event.data.sequence, type: event.type, outcome }));
  } catch {
    response.writeHead(500).end();
  }
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));
