// Calls the API of the desks as the person who runs it, who signs in in their browser (authorization code with PKCE).
// node docs/call-desk-api.mjs https://HOST GET /police/releases node docs/call-desk-api.mjs https://HOST POST
// /police/releases '{"change":["… …"],"outcome":"release"}' Node 20 or newer, no package. The token is kept in this
// process alone and is lost when the process ends.
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

const [desks, method = 'GET', path = '/', body] = process.argv.slice(2);
if (!desks) throw new Error('node docs/call-desk-api.mjs https://HOST GET|POST /PATH [JSON]');

const json = async (url, init) => (await fetch(url, init)).json();
const secret = () => randomBytes(32).toString('base64url');

const metadata = await json(new URL('/.well-known/oauth-protected-resource', desks));
const [issuer] = metadata.authorization_servers;
const provider = await json(`${issuer}/.well-known/openid-configuration`);
const [state, verifier, nonce] = [secret(), secret(), secret()];

const code = new Promise((resolve, reject) => {
  const { port, pathname } = new URL(metadata.redirect_uri);
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', metadata.redirect_uri);
    if (asked.pathname !== pathname) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('Đã đăng nhập. Hãy đóng trang này.');
    server.closeAllConnections();
    server.close();
    const given = asked.searchParams.get('code');
    if (given && asked.searchParams.get('state') === state) resolve(given);
    else reject(new Error('The sign-in was refused'));
  });
  server.once('error', reject);
  server.listen(Number(port), 'localhost');
});

const signIn = new URL(provider.authorization_endpoint);
signIn.search = new URLSearchParams({
  client_id: metadata.client_id,
  redirect_uri: metadata.redirect_uri,
  response_type: 'code',
  scope: 'openid profile email',
  state,
  nonce,
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
}).toString();
console.error(`Mở địa chỉ này trong trình duyệt để đăng nhập:\n${signIn}`);

const token = await json(provider.token_endpoint, {
  method: 'POST',
  body: new URLSearchParams({
    grant_type: 'authorization_code',
    code: await code,
    redirect_uri: metadata.redirect_uri,
    client_id: metadata.client_id,
    code_verifier: verifier,
  }),
});
const answer = await fetch(`${metadata.resource}${path}`, {
  method,
  headers: { authorization: `Bearer ${token.id_token}`, ...(body && { 'content-type': 'application/json' }) },
  body,
});
console.error(`${answer.status} ${answer.headers.get('content-type')}`);
process.stdout.write(Buffer.from(await answer.arrayBuffer()));
if (!answer.ok) process.exitCode = 1;
