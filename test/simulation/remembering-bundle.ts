import { join } from 'node:path';

const REMEMBERED = join(import.meta.dirname, 'remembered.ts');

/** Pure functions that the simulation calls again and again with the same arguments, by the file that exports them. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  'shared/domain/risk/assess.ts': ['assess'],
  'shared/domain/risk/rules/own-signs.ts': ['ownSigns'],
  'shared/domain/risk/activity/activity.ts': ['activityOf'],
  'shared/domain/risk/awaited.ts': ['awaitedBy'],
  'shared/domain/risk/missing-sources.ts': ['missingSourcesOf'],
  'shared/domain/risk/next-check.ts': ['nextCheckOn'],
  'shared/domain/notification/worklist/company-worklist.ts': ['companyWorklist'],
  'shared/domain/outcomes/clocks/company-duties.ts': ['companyDuties'],
};
/** The functions whose only argument is a text. */
const OF_TEXT: Readonly<Record<string, readonly string[]>> = {
  'shared/runtime/parse-json.ts': ['parseJson'],
  'shared/runtime/signing.ts': ['signingKeyFrom'],
  'shared/domain/vietnamese/company-name/parse-company-name.ts': ['parseCompanyName'],
  'shared/domain/vietnamese/company-name/company-name-key.ts': ['companyNameKey'],
  'shared/domain/vietnamese/address/parse-address.ts': ['parseAddress'],
  'shared/domain/vietnamese/text/clean.ts': ['cleanText'],
  'shared/domain/risk/facts/same-value.ts': ['plainValue'],
};
/** The functions whose arguments are small plain values. */
const OF_CONTENT: Readonly<Record<string, readonly string[]>> = {
  'shared/runtime/content-id.ts': ['contentId'],
  'shared/domain/risk/facts/fold-versions.ts': ['foldVersions'],
};
/** The code by which a function with arguments of its own kind keeps its result. */
const BY_OWN_CODE: Readonly<Record<string, { readonly name: string; readonly by: string }>> = {
  'functions/1-read-file/read-feed.ts': { name: 'readFeed', by: 'rememberedReading' },
  'functions/1-read-file/judgement/judge-file.ts': { name: 'judgeFile', by: 'rememberedJudging' },
  'shared/domain/transparency-log/checkpoint.ts': { name: 'openCheckpoint', by: 'rememberedOpening' },
  'shared/tables/packed.ts': { name: 'packed', by: 'rememberedPacking' },
};
/**
 * Returns a source in which pure functions keep their results.
 * @throws {Error} where one of these functions no longer exists
 */
export function rememberingSource(file: string, source: string): string {
  let contents = source;
  const own = (name: string, by: string) => {
    const declared = new RegExp(`export ((?:async )?function\\*?|const) ${name}\\b`, 'u');
    if (!declared.test(contents)) throw new Error(`${file} exports no function ${name}`);
    contents = `import { ${by} as by${name} } from ${JSON.stringify(REMEMBERED)};\n${contents.replace(declared, `$1 ${name}Anew`)}
export const ${name} = by${name}(${name}Anew);\n`;
  };
  for (const name of PURE[file] ?? []) own(name, 'rememberedOf');
  for (const name of OF_TEXT[file] ?? []) own(name, 'rememberedOfText');
  for (const name of OF_CONTENT[file] ?? []) own(name, 'rememberedOfContent');
  const other = BY_OWN_CODE[file];
  if (other) own(other.name, other.by);
  return contents;
}
