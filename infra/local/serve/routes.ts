import type { LocalRoute } from '../deploy.ts';
import type { MatchedRoute } from './http-event.ts';

/** Finds the template's route of a request: `GET /v1/notices/{id}`. */
export function routeFinder<T>(routes: readonly (LocalRoute & { readonly to: T })[]) {
  const compiled = routes.map((route) => {
    const [method = '', path = ''] = route.routeKey.split(' ');
    const pattern = path.replaceAll('.', String.raw`\.`).replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)');
    return { ...route, method, pattern: new RegExp(`^${pattern}$`, 'u') };
  });
  return (method: string, path: string): (MatchedRoute & { readonly to: T }) | undefined => {
    for (const { routeKey, method: own, pattern, to } of compiled) {
      const found = own === method ? pattern.exec(path) : null;
      if (found) return { routeKey, to, parameters: decoded(found.groups ?? {}) };
    }
    return undefined;
  };
}

const decoded = (groups: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(groups).map(([name, text]) => [name, URL.canParse(`x:${text}`) ? decodeSafely(text) : text]),
  );

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
