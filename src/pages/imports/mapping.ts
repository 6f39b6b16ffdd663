/* The draft of what the columns of one file mean, and what is still wrong with it. */
import type { ImportFile, ImportSession } from '#src/contract/wire.ts';
import { listOf } from '#src/ui/count.ts';

export type Field = ImportFile['mapping'][number];
export type Kind = NonNullable<ImportFile['kind']>;

/** What a form starts with; the kind has to be chosen where nothing is known. */
export type MappingDraft = {
  readonly kind: Kind | null;
  readonly fields: readonly Field[];
  readonly firstLineIsHeading: boolean;
};

export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  email: 'E-mail address',
  name: 'Name',
  'account-id': 'Account id',
  active: 'Active: Yes or No',
  status: 'Status in words',
  created: 'Created or added on',
  'last-seen': 'Last login or last seen',
  group: 'Group',
  'product-role': 'Role in the service management product',
  'user-name': 'User name',
  'user-key': 'User key',
  'first-name': 'First name',
  'last-name': 'Last name',
  directory: 'User directory',
  'account-type': 'Account type: USER or CUSTOMER',
  ignore: 'Ignore this column',
};

const BOTH: readonly Field[] = ['email', 'name', 'account-id', 'active', 'status', 'last-seen'];

/** What a column can mean for either account type; the rest stays in the file. */
export const FIELDS: Readonly<Record<Kind, readonly Field[]>> = {
  'portal-only': [...BOTH, 'created', 'ignore'],
  atlassian: [...BOTH, 'created', 'group', 'product-role', 'ignore'],
  'server-user': [
    'user-name',
    'user-key',
    'email',
    'name',
    'first-name',
    'last-name',
    'active',
    'status',
    'directory',
    'account-type',
    'ignore',
  ],
};

/** Fields that several columns of one file may hold. */
const REPEATABLE: ReadonlySet<Field> = new Set<Field>(['ignore', 'group', 'product-role']);

/** The column without which nobody can be told from anybody. */
const NEEDED: Readonly<Record<Kind, { readonly field: Field; readonly fault: string }>> = {
  'portal-only': { field: 'email', fault: 'Say which column holds the e-mail address.' },
  atlassian: { field: 'email', fault: 'Say which column holds the e-mail address.' },
  'server-user': { field: 'user-name', fault: 'Say which column holds the user name.' },
};

/** The draft that a file arrives with: whatever the backend recognised, the rest ignored. */
export function draftOf(file: ImportFile, place: ImportSession['place']): MappingDraft {
  return {
    kind: place === 'server' ? 'server-user' : file.kind,
    fields: file.headings.map((_, index) => file.mapping[index] ?? 'ignore'),
    firstLineIsHeading: file.firstLineIsHeading,
  };
}

/** A, B, … Z, AA, AB: what a spreadsheet calls its columns. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** Fields that a kind does not have are ignored from then on. */
export function withKind(draft: MappingDraft, kind: Kind): MappingDraft {
  const fields = draft.fields.map((field) => (FIELDS[kind].includes(field) ? field : 'ignore'));
  return { ...draft, kind, fields };
}

/** The draft with one column's meaning changed. */
export function withField(draft: MappingDraft, column: number, field: Field): MappingDraft {
  return { ...draft, fields: draft.fields.with(column, field) };
}

/** What keeps the draft from being applied, in words; empty when nothing does. */
export function mappingFaults({ kind, fields }: MappingDraft): readonly string[] {
  const needed = NEEDED[kind ?? 'portal-only'];
  const chosen = fields.filter((field) => !REPEATABLE.has(field));
  const repeated = [...new Set(chosen.filter((field, index) => chosen.indexOf(field) !== index))];
  return [
    ...(kind === null ? ['Choose which accounts the rows describe.'] : []),
    ...(fields.includes(needed.field) ? [] : [needed.fault]),
    ...(repeated.length > 0
      ? [`Only one column can mean ${listOf(repeated.map((field) => `“${FIELD_NAMES[field]}”`))}.`]
      : []),
  ];
}
