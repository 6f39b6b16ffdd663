import { LinkButton } from '#src/ui/button.tsx';
import { pathTo } from '#src/ui/paths.ts';

type LoadFirstProps = {
  readonly serverId: string;
  /** What needs the people of the server. */
  readonly what: string;
};

/** The way on where nobody is on the server yet. */
export function LoadFirst({ serverId, what }: LoadFirstProps) {
  return (
    <LinkButton
      to={pathTo('server-load-exports', { serverId })}
      aria-label={`Load exports first: ${what}`}
    >
      Load exports first
    </LinkButton>
  );
}
