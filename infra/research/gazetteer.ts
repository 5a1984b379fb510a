import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { UserFacingError } from '#infra/local/failure-sentence.ts';

const USAGE = `Cách dùng: npm run gazetteer -- XÃ-CŨ-SANG-MỚI.csv ĐƠN-VỊ-MỚI.csv TỆP.ts

  Ghi danh mục xã của cả nước, trước và sau 01/07/2025, vào TỆP.ts (shared/domain/vietnamese/data).`;
const KINDS: Readonly<Record<string, string>> = { Xã: 'X', Phường: 'P', 'Thị trấn': 'T', 'Đặc khu': 'D' };

const HEADER = `/**
 * The communes of the country, by the code of their province since 01/07/2025 (NQ 202/2025/QH15, QĐ 19/2025/QĐ-TTg).
 * First line: today's communes, \`code, kind, name\`. Each further line: former province, former district, and its communes, each
 * with the places (base 36) on the first line of what it went into, and its own code where it was split. Kinds: \`X\` xã, \`P\` phường,
 * \`T\` thị trấn, \`D\` đặc khu. Written by \`npm run gazetteer\`.
 * Sources, both MIT: tranngocminhhieu/vietnamadminunits @ 780c279, data/interim/convert_legacy_2025_simple.csv (what went into what);
 * thanglequoc/vietnamese-provinces-database @ cd580632, dataset v3.1.0 (today's communes).
 */
`;

type CommuneRow = Readonly<Record<string, string>>;

await runCommand(USAGE, main);

/** Writes the communes of the country as the compact text that `vietnamese/address/gazetteer.ts` reads. */
async function main(words: readonly string[]): Promise<number> {
  const [successions = '', units = '', target = ''] = words;
  if (target === '' || words.length > 3) return printError(USAGE);
  const old = Map.groupBy(await rowsOf(successions), (row) => row['new_province_code'] ?? '');
  const today = Map.groupBy(await rowsOf(units), (row) => row['province_code'] ?? '');
  const provinces = [...today].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = provinces.map(
    ([code, communes]) => `  '${code}': ${quoted(provinceText(communes, old.get(code) ?? []))},`,
  );
  await writeFile(
    target,
    `${HEADER}export const COMMUNES: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`,
  );
  return EXIT.done;
}

/** @throws {UserFacingError} where the file is no table */
async function rowsOf(path: string): Promise<readonly CommuneRow[]> {
  const text = await readFile(path, 'utf8');
  try {
    const rows: CommuneRow[] = parse(text, { columns: true, bom: true });
    return rows;
  } catch {
    throw new UserFacingError(`Tệp “${path}” không phải CSV đọc được.`);
  }
}

/** Today's communes on the first line, then a line for each former district. */
function provinceText(communes: readonly CommuneRow[], successions: readonly CommuneRow[]): string {
  const codes = communes.map((row) => row['ward_code'] ?? '');
  const first = communes.map((row) => `${row['ward_code']}${short(row['ward'] ?? '')}`).join(';');
  const districts = Map.groupBy(successions, (row) => `${unlabelled(row['old_province'] ?? '')}|${districtLabel(row)}`);
  return [first, ...[...districts].map(([label, rows]) => `${label}|${districtText(rows, codes)}`)].join('\n');
}

function districtText(rows: readonly CommuneRow[], codes: readonly string[]): string {
  return [...Map.groupBy(rows, (row) => row['old_code'] ?? '')]
    .map(([code, parts]) => {
      const into = [...new Set(parts.map((row) => codes.indexOf(row['new_code'] ?? '')))]
        .filter((at) => at >= 0)
        .map((at) => at.toString(36));
      const name = short(parts[0]?.['old_ward'] || (parts[0]?.['old_district'] ?? '').replace('Huyện', 'Xã'));
      return `${name}>${into.join('+')}${into.length > 1 ? `@${code}` : ''}`;
    })
    .join(';');
}

/** Writes a unit's name in the usual case: `Thị Xã Việt Yên` becomes `Thị xã Việt Yên`. */
function districtLabel(row: CommuneRow): string {
  const label = (row['old_district'] ?? '').normalize('NFC');
  return label.replace(/^(?:Thị Xã|Thành Phố)(?= )/, (words) => words[0] + words.slice(1).toLowerCase());
}

function short(text: string): string {
  const label = text.replace(/^Thị Trấn /, 'Thị trấn ');
  const kind = Object.keys(KINDS).find((word) => label.startsWith(`${word} `)) ?? '';
  return `${KINDS[kind] ?? 'X'}${label.slice(kind.length).trim().normalize('NFC')}`;
}

function unlabelled(province: string): string {
  return province.replace(/^(?:Tỉnh|Thành phố) /, '');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`\'`).replaceAll('\n', String.raw`\n`)}'`;
}
