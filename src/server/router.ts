/* From method and path to a route's name and parameters. */
import { routeOf, routes, type RouteName } from '#src/contract/routes.ts';

export type Match = {
  readonly name: RouteName;
  readonly params: Readonly<Record<string, string>>;
};

const compiled = (Object.keys(routes) as RouteName[]).map((name) => {
  const { method, path } = routeOf(name);
  return { name, method, segments: path.split('/') };
});

/** Finds the route of a request; undefined when none fits. Parameters are percent-decoded. */
export function matchRoute(method: string, path: string): Match | undefined {
  const segments = path.split('/');
  for (const route of compiled) {
    if (route.method !== method || route.segments.length !== segments.length) continue;
    const params = matchSegments(route.segments, segments);
    if (params) return { name: route.name, params };
  }
  return undefined;
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) {
      const value = decoded(segment);
      if (value === undefined || value === '') return undefined;
      params[part.slice(1)] = value;
    } else if (part !== segment) return undefined;
  }
  return params;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
