import type { Message } from '#src/contract/wire.ts';
import { Instant } from '#src/ui/instant.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { messageKindLabel, messageWords } from '#src/ui/message-words.ts';
import type { Column } from '#src/ui/record-table.tsx';

const SITE: Column<Message> = {
  id: 'site',
  heading: 'Site',
  cell: ({ site }) => site.name,
  width: '9rem',
};

const WHEN: Column<Message> = {
  id: 'when',
  heading: 'When',
  cell: ({ at }) => <Instant at={at} format="relative" />,
  width: '9rem',
};

const SENT: readonly Column<Message>[] = [
  { id: 'subject', heading: 'Subject', isRowHeader: true, cell: summaryOf },
  { id: 'to', heading: 'To', cell: ({ to }) => to, width: '35%' },
  SITE,
  WHEN,
];

const NOT_SENT: readonly Column<Message>[] = [
  { id: 'change', heading: 'What happened', isRowHeader: true, cell: summaryOf },
  {
    id: 'kind',
    heading: 'Kind',
    cell: ({ kind }) => <Lozenge>{messageKindLabel(kind)}</Lozenge>,
    width: '12rem',
  },
  SITE,
  WHEN,
];

/** The columns of the list of messages, or of that of silent changes. */
export function columnsOf(delivery: 'sent' | 'not-sent'): readonly Column<Message>[] {
  return delivery === 'sent' ? SENT : NOT_SENT;
}

function summaryOf(message: Message): string {
  const words = messageWords(message);
  return words.type === 'mail' ? words.subject : words.happened;
}
