import type { ServerMigration } from '#src/contract/wire.ts';
import { Lozenge } from './lozenge.tsx';
import { MIGRATION_WORDS } from './migration-words.ts';

/** The status of a migration in its documented word. */
export function MigrationStatus({ word }: Pick<ServerMigration, 'word'>) {
  const { label, tone } = MIGRATION_WORDS[word];
  return <Lozenge tone={tone}>{label}</Lozenge>;
}
