import type { LocalRoute } from '../deploy.ts';
import type { MatchedRoute } from './http-event.ts';

type FoundRoute<T> = MatchedRoute & { readonly to: T; readonly authorizer: string | undefined };

/** Finds the template's route of a request: `GET /v1/notices/{id}`. */
export function routeFinder<T>(routes: readonly (LocalRoute & { readonly to: T })[]) {
  // Sorts routes in the order of API Gateway: greedy paths come last, and among them the most specific first.
  const takesRest = ({ routeKey }: LocalRoute) => (routeKey.includes('+}') ? 1_000_000 - routeKey.length : 0);
  const ordered = routes.toSorted((a, b) => takesRest(a) - takesRest(b));
  const compiled = ordered.map((route) => {
    const [method = '', path = ''] = route.routeKey.split(' ');
    const pattern = path
      .replaceAll('.', String.raw`\.`)
      .replaceAll(/\{(\w+)\+\}/gu, '(?<$1>.+)')
      .replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)');
    return { ...route, method, pattern: new RegExp(`^${pattern}$`, 'u') };
  });
  return (method: string, path: string): FoundRoute<T> | undefined => {
    for (const { routeKey, method: own, pattern, to, authorizer } of compiled) {
      const found = own === method ? pattern.exec(path) : null;
      if (found) return { routeKey, to, authorizer, parameters: decoded(found.groups ?? {}) };
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
