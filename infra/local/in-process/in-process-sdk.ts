import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const HERE = import.meta.dirname;

/**
 * Bundles the functions of an embedded run with clients that ask its engines without a network, in place of the SDK's own
 * clients. Nothing of it is in a deployed bundle.
 */
export const inProcessSdk: Plugin = {
  name: 'in-process-sdk',
  setup(bundler) {
    bundler.onResolve({ filter: /^@aws-sdk\/(?:lib-dynamodb|client-sqs)$/ }, ({ path, importer }) =>
      importer.startsWith(HERE) || importer.includes('node_modules')
        ? undefined
        : { path: join(HERE, `${path.slice(path.indexOf('/') + 1)}.ts`) },
    );
  },
};
