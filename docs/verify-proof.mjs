// Checks one proof of the verifiable log (c2sp.org/tlog-proof@v1) with Node alone: no package, no network, no project.
//
//     node verify-proof.mjs FILE.tlog-proof [KEY]
//
// KEY is the log's key as it was handed over (`name+id+base64`). Without it the key in the proof is taken, which shows
// only that the proof agrees with itself: compare the key that is printed with the one you were given.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const node = (left, right) => sha256(Buffer.of(1), left, right);
const fail = (why) => {
  console.error(`KHÔNG KHỚP: ${why}`);
  process.exit(1);
};
const strict = (text) => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : fail('base64');
};

/** An Ed25519 key of a note, its id made anew from its name and its bytes. */
function keyOf(text) {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text.trim()) ?? fail('khóa không đọc được');
  const bytes = strict(encoded);
  if (bytes.length !== 33 || bytes[0] !== 1) fail('khóa không phải Ed25519');
  const own = sha256(Buffer.from(`${name}\n`), bytes).subarray(0, 4);
  if (own.toString('hex') !== id) fail('mã của khóa');
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return { name, id: own, key: createPublicKey({ key: der, format: 'der', type: 'spki' }), text: text.trim() };
}

/** The root that the entry's hash and its neighbours make in a tree of that size (RFC 9162, 2.1.3.2); undefined for a proof of another length. */
function rootOf(leaf, index, size, proof) {
  let [hash, own, last] = [leaf, index, size - 1];
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (own % 2 === 1 || own === last) {
      hash = node(sibling, hash);
      while (own % 2 === 0 && own !== 0) [own, last] = [own / 2, Math.floor(last / 2)];
    } else hash = node(hash, sibling);
    [own, last] = [Math.floor(own / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}

const ordered = (_key, value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const [file, given] = process.argv.slice(2);
if (file === undefined) {
  console.error('node verify-proof.mjs TỆP.tlog-proof [KHÓA]');
  process.exit(2);
}
const text = readFileSync(file, 'utf8');
const [, extra, digits, hashes, checkpoint] =
  /^c2sp\.org\/tlog-proof@v1\nextra (\S+)\nindex (0|[1-9]\d*)\n((?:\S+\n)*)\n([^]+)$/u.exec(text) ?? fail('không phải bằng chứng');
const said = JSON.parse(strict(extra).toString());
if (JSON.stringify(said, ordered) !== strict(extra).toString()) fail('lời ghi kèm không ở dạng chuẩn');
if (Object.keys(said).sort().join() !== 'key,plain,salt') fail('lời ghi kèm có khóa khác');
const { plain, salt } = said;
if (strict(salt).length !== 32) fail('muối không đủ 32 byte');
const log = keyOf(given ?? said.key);
if (given !== undefined && said.key !== log.text) fail('bằng chứng nêu khóa khác');

const end = checkpoint.lastIndexOf('\n\n');
const signed = checkpoint.slice(0, end + 1);
if (end < 0 || !checkpoint.endsWith('\n')) fail('checkpoint không đọc được');
const lines = checkpoint.slice(end + 2, -1).split('\n');
if (new Set(lines).size < lines.length) fail('có chữ ký lặp lại');
const signatures = lines.map((line) => /^\u2014 (\S+) (\S+)$/u.exec(line) ?? fail('dòng chữ ký không đọc được'));
const mine = signatures.filter(([, name]) => name === log.name).map(([, , encoded]) => strict(encoded));
if (mine.length === 0) fail('sổ không ký');
for (const bytes of mine) if (!bytes.subarray(0, 4).equals(log.id)) fail('có chữ ký của khóa không được biết');
for (const bytes of mine) if (!verify(null, Buffer.from(signed), log.key, bytes.subarray(4))) fail('chữ ký của sổ');
const [origin, size, root] = signed.split('\n');
if (origin !== log.name) fail('checkpoint của sổ khác');

const commitment = sha256(Buffer.from('haukiem/entry/v1\n'), strict(salt), Buffer.from(JSON.stringify(plain, ordered)));
const { kind, at, by } = plain;
const entry = Buffer.from(JSON.stringify({ v: 1, kind, at, by, commitment: commitment.toString('base64') }));
const index = Number(digits);
const proof = hashes.split('\n').slice(0, -1).map(strict);
if (index >= Number(size) || proof.some((hash) => hash.length !== 32)) fail('chỉ số hoặc mã băm');
if (!rootOf(sha256(Buffer.of(0), entry), index, Number(size), proof)?.equals(strict(root))) fail('mục không nằm trong sổ');

console.log(`KHỚP: mục ${index} trong ${size} mục của sổ ${origin}.`);
console.log(JSON.stringify(plain, null, 2));
if (given === undefined) console.log(`Khóa lấy từ chính bằng chứng, hãy so với khóa đã được trao: ${log.text}`);
