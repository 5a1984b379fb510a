import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { VerificationRequest } from '#shared/clients/police-verification.ts';
import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';

type StandInMood = 'up' | 'down' | 'busy' | 'slow' | 'garbage' | 'refusing' | 'hanging up' | 'talkative' | 'mixed up';

export interface PoliceServiceStandIn {
  readonly url: string;
  readonly asked: VerificationRequest[];
  /** Sets the answers from now on; of a list each is used for one request, and the last one stays. */
  mood: StandInMood | StandInMood[];
  stop(): Promise<void>;
}

const SLOW_MS = 2_000;
const STATUSES = {
  BINH_THUONG: 'active',
  DA_CHET: 'deceased',
  MAT_TICH: 'missing',
  BAO_MAT_GIAY_TO: 'reported_lost',
  BI_TRUY_NA: 'wanted',
  SO_DA_HUY: 'cancelled',
} as const;

/** The police's verification service on loopback: answers a yes or a no for each field, on the citizens it was given. */
export async function policeServiceStandIn(
  citizens: readonly PoliceRecord[],
  secret: string,
): Promise<PoliceServiceStandIn> {
  const standIn = { asked: [] as VerificationRequest[], mood: 'up' as StandInMood | StandInMood[] };
  const next = (): StandInMood => {
    if (typeof standIn.mood === 'string') return standIn.mood;
    return (standIn.mood.length > 1 ? standIn.mood.shift() : standIn.mood[0]) ?? 'up';
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const question = JSON.parse(await bodyOf(request)) as VerificationRequest;
    standIn.asked.push(question);
    if (request.headers.authorization !== `Bearer ${secret}`) return send(response, 401, {});
    switch (next()) {
      case 'down':
        return send(response, 503, { error: 'maintenance' });
      case 'busy':
        response.setHeader('retry-after', '7');
        return send(response, 429, {});
      case 'garbage':
        response.end('<html>Hệ thống bảo trì</html>');
        return;
      case 'refusing':
        return send(response, 422, {});
      case 'hanging up':
        response.destroy();
        return;
      case 'talkative':
        return send(response, 200, { ...answer(citizens, question), citizen: citizens[0] });
      case 'mixed up':
        return send(response, 200, { ...answer(citizens, question), requestId: 'of another question' });
      case 'slow':
        await wait(SLOW_MS);
        return send(response, 200, answer(citizens, question));
      case 'up':
        return send(response, 200, answer(citizens, question));
    }
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/verifications`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return Object.assign(standIn, { url, stop });
}

const answer = (citizens: readonly PoliceRecord[], question: VerificationRequest) => {
  const { requestId, idNumber, asOf } = question;
  const citizen = citizens.find((one) => one.documentNumber === idNumber || one.oldNumber === idNumber);
  if (!citizen) return { requestId, found: false };
  const said = (yes: boolean) => (yes ? 'match' : 'mismatch');
  const spelt = question.ignoreMarks ? foldMarks : upper;
  const years = question.dateOfBirth.length === 4 || citizen.dateOfBirth.length === 4 ? 4 : 10;
  const holds = citizen.statusOn === undefined || citizen.statusOn <= asOf;
  return {
    requestId,
    found: true,
    fields: {
      fullName: said(spelt(question.fullName) === spelt(citizen.fullName)),
      dateOfBirth: said(question.dateOfBirth.slice(0, years) === citizen.dateOfBirth.slice(0, years)),
      gender: question.gender === undefined ? 'notProvided' : said(question.gender === citizen.gender),
    },
    status: holds ? STATUSES[citizen.status] : 'active',
  };
};

const upper = (name: string) => name.normalize('NFC').toUpperCase();

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
