import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { communesByProvince } from '#shared/domain/vietnamese/data/communes.ts';

/**
 * Takes `node:http` as the object that it is. An ES module that imports it makes Node read all its exports, and one of them
 * loads the whole client of `fetch`, which takes a tenth of a cold start and is hardly ever needed.
 */
export const withoutFetch: Plugin = {
  name: 'without-fetch',
  setup(bundler) {
    bundler.onResolve({ filter: /^(?:node:)?http$/ }, () => ({ path: 'node:http', namespace: 'without-fetch' }));
    bundler.onLoad({ filter: /^/, namespace: 'without-fetch' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
  },
};

/**
 * Takes credentials from Lambda's environment alone. The SDK's own chain also reads files and asks services for them, which
 * a function never needs, and is a tenth of its code.
 */
export const credentialsOfLambda: Plugin = {
  name: 'credentials-of-lambda',
  setup(bundler) {
    bundler.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
      path: 'credentials',
      namespace: 'credentials-of-lambda',
      pluginData: { resolveDir },
    }));
    bundler.onLoad({ filter: /^/, namespace: 'credentials-of-lambda' }, ({ pluginData: { resolveDir } }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir,
    }));
  },
};

/**
 * What libraries bring along and no function asks for: JSON schemas of zod's schemas, streams of events of the SDK, its
 * hashes for a Node without `crypto`, its cache of discovered endpoints, which is off unless a client asks for it, and what
 * a client's package says of itself beside its version.
 */
export const withoutUnasked: Plugin = {
  name: 'without-unasked',
  setup(bundler) {
    bundler.onLoad({ filter: /zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/ }, () => ({
      contents: 'module.exports = {};',
    }));
    bundler.onLoad({ filter: /@smithy\/core\/dist-es\/submodules\/event-streams\/index\.js$/ }, () => ({
      contents: 'exports.resolveEventStreamSerdeConfig = (config) => config;',
    }));
    bundler.onLoad({ filter: /submodules\/checksum\/(?:sha256\/Sha256Js|md5\/Md5Js)\.js$/ }, () => ({
      contents: 'export const Sha256Js = undefined, Md5Js = undefined;',
    }));
    bundler.onLoad({ filter: /@aws-sdk\/endpoint-cache\/dist-es\/index\.js$/ }, () => ({
      contents: 'export class EndpointCache {}',
    }));
    bundler.onLoad({ filter: /@aws-sdk\/client-[\w-]+\/package\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify({ version: JSON.parse(await readFile(path, 'utf8')).version }),
      loader: 'json',
    }));
  },
};

/**
 * Writes out the keys of the SDK's schemas. The keys are constants in brackets, for which the bundler keeps a schema that
 * nothing uses: for S3 those of a hundred calls that no function makes. Of the classes of errors it keeps those that our
 * code names; another error is of the service's base class, under the name that the service gave it.
 */
export const schemasOfCalls: Plugin = {
  name: 'schemas-of-calls',
  setup(bundler) {
    bundler.onLoad({ filter: /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const keys = new Map(Array.from(text.matchAll(/^const (\w+) = (".*");$/gmu), ([, name, key]) => [name, key]));
      const named = await importedFromClients(bundler.initialOptions.absWorkingDir ?? '.');
      const contents = text
        .replaceAll(/\[(\w+)\]: /gu, (found, name) => `${keys.get(name) ?? found}: `)
        .replaceAll(/^n0_registry\.registerError\(\w+\$, (\w+)\);$/gmu, (found, name) =>
          named.has(name) ? found : '',
        );
      return { contents };
    });
  },
};

/** The names that the tables and the clients, which alone call the SDK, import from its packages. */
async function importedFromClients(root: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for await (const file of glob('shared/{clients,tables}/**/*.ts', { cwd: root })) {
    const imports = (await readFile(join(root, file), 'utf8')).matchAll(
      /^import \{([^}]*)\} from '@aws-sdk\/client-/gmu,
    );
    for (const [, list = ''] of imports) for (const [name] of list.matchAll(/\w+/gu)) names.add(name);
  }
  return names;
}

/**
 * Tells the endpoints of AWS's main partition alone, where every stage is. The list of all partitions and their regions is
 * otherwise made at each cold start.
 */
export const mainPartition: Plugin = {
  name: 'main-partition',
  setup(bundler) {
    bundler.onLoad({ filter: /util-endpoints\/lib\/aws\/partitions\.js$/ }, async ({ path }) => {
      const { partitionsInfo } = await import(path);
      const partitions = partitionsInfo.partitions.filter(({ id }: { id: string }) => id === 'aws');
      const contents = JSON.stringify({
        ...partitionsInfo,
        partitions: partitions.map((one: object) => ({ ...one, regions: {} })),
      });
      return { contents: `export const partitionsInfo = ${contents};` };
    });
  },
};

/**
 * Puts the table of communes beside the code, which reads it when an address first asks for it. As code it would be parsed
 * at every cold start.
 */
export const tablesBeside: Plugin = {
  name: 'tables-beside',
  setup(bundler) {
    bundler.onLoad({ filter: /\/vietnamese\/data\/communes\.ts$/ }, () => ({
      contents: `import { readFileSync } from 'node:fs';
        import file from 'communes.json';
        let table;
        export const communesByProvince = () =>
          (table ??= JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')));`,
    }));
    bundler.onResolve({ filter: /^communes\.json$/ }, ({ path }) => ({ path, namespace: 'tables-beside' }));
    bundler.onLoad({ filter: /^/, namespace: 'tables-beside' }, () => ({
      contents: JSON.stringify(communesByProvince()),
      loader: 'file',
    }));
  },
};
