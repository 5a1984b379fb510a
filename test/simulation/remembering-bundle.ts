import { join } from 'node:path';

const REMEMBERED = join(import.meta.dirname, 'remembered.ts');

/** Pure functions that a simulation calls again and again with the same arguments, by what they are remembered by. */
const PURE: Readonly<Record<'rememberedOf' | 'rememberedOfText' | 'rememberedOfContent', readonly string[]>> = {
  rememberedOf: ['assess', 'activityOf', 'companyWorklist', 'companyDuties'],
  rememberedOfText: ['parseCompanyName', 'parseAddress', 'cleanText', 'plainValue'],
  rememberedOfContent: ['contentId', 'foldVersions'],
};

/** Returns a source in which pure functions keep their results. It changes no run, but the time that one takes. */
export function rememberingSource(source: string): string {
  let contents = source;
  for (const [by, names] of Object.entries(PURE))
    for (const name of names) {
      const declared = new RegExp(`^export (function|const) ${name}\\b`, 'mu');
      if (!declared.test(contents)) continue;
      contents = `import { ${by} as by${name} } from ${JSON.stringify(REMEMBERED)};\n${contents.replace(declared, `$1 ${name}Anew`)}
export const ${name} = by${name}(${name}Anew);\n`;
    }
  return contents;
}
