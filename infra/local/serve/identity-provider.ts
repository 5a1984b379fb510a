import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, jwtVerify } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';
import { LOOPBACK_CALLBACK } from '#shared/contracts/desk-api/loopback-callback.ts';
import { listen } from './listen.ts';
import { requestAddress } from './request-address.ts';
import type { TokenClaims } from './token-issuer.ts';

/** A person who may sign in at the desks of an embedded run. */
interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** What this person can try, as the page of the sign-in says it. */
  readonly tries: string;
}

/** Each desk where two people must agree has two. */
const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  ['police-1', 'Điều tra viên', 'police', 'xem vụ việc, quyết định, tra cứu, ghi tài khoản nghi vấn'],
  ['police-2', 'Chỉ huy Phòng Cảnh sát hình sự', 'police', 'duyệt điều người khác đề xuất, xem lại khi bị phản đối'],
  ['bank-970436', 'Giao dịch viên Vietcombank', 'bank:970436', 'xác nhận và trả lời thông báo, báo tài khoản'],
  ['bank-970418', 'Giao dịch viên BIDV', 'bank:970418', 'như trên; không thấy gì của Vietcombank'],
  ['office-1', 'Cán bộ đăng ký kinh doanh', 'office', 'xử lý việc cần làm, gửi tệp, xem dòng bị từ chối'],
  ['office-2', 'Trưởng phòng đăng ký kinh doanh', 'office', 'giao việc, đồng ý rút lại một tệp'],
  ['province-1', 'Văn phòng UBND tỉnh', 'province', 'xem số liệu, đề nghị bật một biện pháp'],
  ['province-2', 'Lãnh đạo UBND tỉnh', 'province', 'đồng ý bật biện pháp mà văn phòng đề nghị'],
  ['operator-1', 'Người vận hành', 'operator', 'xem hàng đợi, thông điệp bị giữ, kết thúc phiên của người khác'],
  ['operator-2', 'Người vận hành thứ hai', 'operator', 'đồng ý rút lại tệp của ngân hàng hoặc công an'],
].map(([id = '', name = '', group = '', tries = '']) => ({ id, name: `${name} (mẫu)`, group, tries }));

/** Replaces the people's user pool by an OpenID provider on loopback, at which a sample person is chosen by a click. */
export interface LocalIdentityProvider {
  /** The address, `http://127.0.0.1:port`. */
  readonly issuer: string;
  /** Starts answering sign-ins, once the desks' address is known. */
  openFor(clientId: string, origins: readonly string[]): Promise<void>;
  /** The claims of an ID token of this provider, as API Gateway passes them on; undefined for any other token. */
  claimsOf(authorization: string | undefined): Promise<TokenClaims | undefined>;
  close(): void;
}

type AnswerRequest = (request: IncomingMessage, response: ServerResponse) => void;
const CHOICE = /^\/choice\/([\w-]+)$/u;

export async function localIdentityProvider(): Promise<LocalIdentityProvider> {
  let known: ((token: string) => Promise<{ payload: JWTPayload }>) | undefined;
  let answer: AnswerRequest = (_, response) => response.writeHead(503).end();
  const server: Server = createServer((request, response) => answer(request, response));
  const issuer = await listen(server, 0);
  return {
    issuer,
    async openFor(clientId, origins) {
      const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
      const key = await exportJWK(privateKey);
      known = (token) => jwtVerify(token, publicKey, { issuer, audience: clientId, algorithms: ['RS256'] });
      answer = answering(new Provider(issuer, settings(clientId, origins, key)));
    },
    async claimsOf(authorization) {
      const token = /^Bearer ([\w.-]+)$/iu.exec(authorization ?? '')?.[1];
      const verified = token === undefined ? undefined : await known?.(token).catch(() => undefined);
      return verified && textsOf(verified.payload);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answering(provider: Provider): AnswerRequest {
  const callback = provider.callback();
  return (request, response) => {
    const address = requestAddress(request);
    // Thrown here, an error would end the whole run
    if (!address) return void response.writeHead(400).end();
    const { pathname, searchParams } = address;
    const uid = CHOICE.exec(pathname)?.[1];
    if (uid === undefined) {
      callback(request, response).catch(() => response.destroy());
      return;
    }
    const person = SAMPLE_PEOPLE.find(({ id }) => id === searchParams.get('person'));
    if (!person) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(choicePage(uid));
      return;
    }
    provider
      .interactionFinished(request, response, { login: { accountId: person.id } })
      .catch(() => response.destroy());
  };
}

/** API Gateway passes claims on as texts, a list in brackets. */
const textsOf = (payload: JWTPayload): TokenClaims =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );

function settings(clientId: string, origins: readonly string[], key: JWK): Configuration {
  return {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [...origins.map((origin) => `${origin}/sign-in/finish`), LOOPBACK_CALLBACK],
      },
    ],
    jwks: { keys: [{ ...key, alg: 'RS256', use: 'sig', kid: 'run' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub'], profile: ['name', 'cognito:groups'], email: ['email'] },
    conformIdTokenClaims: false,
    // Like the user pool, the provider always issues a refresh token and keeps it while it is valid
    issueRefreshToken: async () => true,
    rotateRefreshToken: false,
    expiresWithSession: async () => false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/choice/${uid}` },
    findAccount: (_, id) => {
      const person = SAMPLE_PEOPLE.find((one) => one.id === id);
      return (
        person && {
          accountId: id,
          claims: () => ({
            sub: id,
            name: person.name,
            email: `${id}@example.vn`,
            'cognito:groups': [person.group],
          }),
        }
      );
    },
    // Grants the desks access without asking the person for consent, because the desks belong to
    // the province.
    loadExistingGrant: async ({ oidc: { client, session, provider } }) => {
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
}

const choicePage = (uid: string): string => {
  const people = SAMPLE_PEOPLE.map(
    ({ id, name, tries }) => `<li><a href="/choice/${uid}?person=${id}">${name}</a>: ${tries}</li>`,
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Chọn người mẫu</title><style>body{font:18px/1.8 system-ui;margin:2rem auto;max-width:44rem;padding:0 1rem}</style><main><h1>Đăng nhập thử với người mẫu</h1><p>Chỉ có trong lần chạy thử trên máy này: không cần mật khẩu. Để thử việc cần hai người, đăng xuất rồi chọn người thứ hai, hoặc mở thêm một cửa sổ ẩn danh. <code>--policy prod</code> chạy với quy định duyệt như khi vận hành thật.</p><ul>${people.join('')}</ul></main></html>`;
};
